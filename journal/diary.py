"""Reads one page of the diary: ratings and sessions of routines merged, newest first."""

import datetime as dt
from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.contrib.auth.models import User

from journal.keyset import ENTRY, SESSION, Cursor
from journal.ledger import Month, Row, months
from journal.models import Entry
from journal.querysets import older_than
from journal.wording import entry_row, session_row
from routines.models import Session

ROWS = 50
NEAR = dt.timedelta(days=4)
KINDS = {"all": (ENTRY, SESSION), "pain": (ENTRY,), "sessions": (SESSION,)}


class Page(NamedTuple):
    """A page of the diary.

    Attributes:
        months: The rows, laid out.
        older: The address part of the next page, or nothing at the end.
    """

    months: list[Month]
    older: str


def page(person: User, *, show: str, cursor: Cursor | None) -> Page:
    """Return the rows below the cursor that the filter lets through."""
    read = {ENTRY: _entries, SESSION: _sessions}
    lists = [read[kind](person, cursor) for kind in KINDS[show]]
    merged = list(islice(merge(*lists, reverse=True), ROWS + 1))
    shown, rest = merged[:ROWS], merged[ROWS:]
    return Page(
        months=months(
            [row for _cursor, row in shown],
            blanks=show == "all",
            below=rest[0][1].day if rest else None,
        ),
        older=str(shown[-1][0]) if rest else "",
    )


def around(person: User, day: dt.date) -> list[Month]:
    """Return the days around one day, laid out, without blanks."""
    first, last = day - NEAR, day + NEAR
    entries = Entry.objects.kept_by(person).between(first, last).for_reading()
    sessions = Session.objects.kept_by(person).between(first, last).practised().recent_first()
    rows = merge(map(_entry, entries), map(_session, sessions), reverse=True)
    return months([row for _cursor, row in rows], blanks=False)


def _entries(person: User, cursor: Cursor | None) -> Iterator[tuple[Cursor, Row]]:
    rows = older_than(Entry.objects.kept_by(person).for_reading(), cursor, ENTRY)
    return map(_entry, rows[: ROWS + 1])


def _sessions(person: User, cursor: Cursor | None) -> Iterator[tuple[Cursor, Row]]:
    rows = Session.objects.kept_by(person).practised().recent_first()
    return map(_session, older_than(rows, cursor, SESSION)[: ROWS + 1])


def _entry(entry: Entry) -> tuple[Cursor, Row]:
    return Cursor(entry.occurred_at, ENTRY, entry.pk), entry_row(entry)


def _session(session: Session) -> tuple[Cursor, Row]:
    return Cursor(session.occurred_at, SESSION, session.pk), session_row(session)
