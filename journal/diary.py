"""Reads one page of the diary: ratings, sessions, what happened and answers, newest first."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from django.contrib.auth.models import User

from journal.keyset import ANSWERS, ENTRY, HAPPENING, SESSION, Cursor
from journal.ledger import Month, Row, months
from journal.models import Answers, Entry, Happening
from journal.querysets import EntryQuerySet, HappeningQuerySet, older_than
from journal.telling import Telling
from journal.wording import Wording
from routines.models import Session

ROWS = 50
FOUND = 200  # rows of a search
NEAR = dt.timedelta(days=4)
type Told = Iterator[tuple[Cursor, Row]]
KINDS = {
    "all": (ENTRY, SESSION, HAPPENING, ANSWERS),
    "pain": (ENTRY,),
    "sessions": (SESSION,),
    "events": (HAPPENING,),
    "questions": (ANSWERS,),
}


class Page(NamedTuple):
    """A page of the diary.

    Attributes:
        months: The rows, laid out.
        older: The address part of the next page, or nothing at the end.
        flares: Bad spells that go on, on the newest page.
    """

    months: list[Month]
    older: str
    flares: list[Happening]


def page(person: User, *, show: str, cursor: Cursor | None) -> Page:
    """Return the rows below the cursor that the filter lets through."""
    queries = _all_rows(person)
    read: dict[str, Any] = {
        kind: older_than(queries[kind], cursor, kind)[: ROWS + 1]
        for kind in KINDS[show]
        if kind != HAPPENING or cursor
    }
    if HAPPENING in KINDS[show] and not cursor:
        read[HAPPENING] = list(queries[HAPPENING].newest_or_open(ROWS + 1))
    tell = _tellers()
    merged = list(
        islice(merge(*(tell[k](rows) for k, rows in read.items()), reverse=True), ROWS + 1)
    )
    shown, rest = merged[:ROWS], merged[ROWS:]
    return Page(
        months=months(
            [row for _cursor, row in shown],
            blanks=show == "all",
            below=rest[0][1].day if rest else None,
        ),
        older=str(shown[-1][0]) if rest else "",
        flares=[] if cursor else [row for row in read.get(HAPPENING, ()) if _is_open_flare(row)],
    )


def _is_open_flare(row: Happening) -> bool:
    return row.sort == Happening.Sort.FLARE and row.is_open


def found(
    person: User,
    of_entries: Callable[[EntryQuerySet], EntryQuerySet],
    of_happenings: Callable[[HappeningQuerySet], HappeningQuerySet],
) -> dict[str, Any]:
    """Return the newest rows that two questions let through, laid out, and how many there are."""
    entries = of_entries(Entry.objects.kept_by(person).for_reading())
    happenings = of_happenings(Happening.objects.kept_by(person).for_reading())
    tell = _tellers()
    lists = [tell[ENTRY](entries[: FOUND + 1]), tell[HAPPENING](happenings[: FOUND + 1])]
    rows = [row for _cursor, row in islice(merge(*lists, reverse=True), FOUND + 1)]
    shown = rows[:FOUND]
    return {
        "months": months(shown, blanks=False),
        "number": len(shown),
        "has_more": len(rows) > FOUND,
    }


def around(person: User, day: dt.date, *, near: dt.timedelta = NEAR) -> list[Month]:
    """Return the days around one day, laid out, without blanks."""
    tell = _tellers()
    lists = [
        tell[kind](rows.between(day - near, day + near)) for kind, rows in _all_rows(person).items()
    ]
    return months([row for _cursor, row in merge(*lists, reverse=True)], blanks=False)


def _all_rows(person: User) -> dict[str, Any]:
    return {
        ENTRY: Entry.objects.kept_by(person).for_reading(),
        SESSION: Session.objects.kept_by(person).worth_telling().recent_first(),
        HAPPENING: Happening.objects.kept_by(person).for_reading(),
        ANSWERS: Answers.objects.kept_by(person).finished().for_reading(),
    }


def _tellers() -> dict[str, Callable[[Iterable[Any]], Told]]:
    words, telling = Wording(), Telling()
    rows: dict[str, Callable[[Any], Row]] = {
        ENTRY: words.entry_row,
        SESSION: words.session_row,
        HAPPENING: telling.happening_row,
        ANSWERS: telling.answers_row,
    }
    return {kind: partial(_told, kind, row_of) for kind, row_of in rows.items()}


def _told(kind: str, row_of: Callable[[Any], Row], rows: Iterable[Any]) -> Told:
    for row in rows:
        yield Cursor(row.occurred_at, kind, row.pk), row_of(row)
