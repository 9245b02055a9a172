"""Reads one page of the diary: ratings and sessions of routines merged, newest first."""

import datetime as dt
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.contrib.auth.models import User

from journal.keyset import ENTRY, SESSION, Cursor
from journal.ledger import Month, Row, months
from journal.models import Entry
from journal.querysets import older_than
from journal.wording import Wording
from routines.models import Session

ROWS = 50
NEAR = dt.timedelta(days=4)
type Told = Iterator[tuple[Cursor, Row]]
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
    words = Wording()
    read = {ENTRY: _entries, SESSION: _sessions}
    lists = [read[kind](words, person, cursor) for kind in KINDS[show]]
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
    sessions = Session.objects.kept_by(person).between(first, last).worth_telling().recent_first()
    words = Wording()
    lists = [_told_entries(words, entries), _told_sessions(words, sessions)]
    return months([row for _cursor, row in merge(*lists, reverse=True)], blanks=False)


def _entries(words: Wording, person: User, cursor: Cursor | None) -> Told:
    rows = older_than(Entry.objects.kept_by(person).for_reading(), cursor, ENTRY)
    return _told_entries(words, rows[: ROWS + 1])


def _sessions(words: Wording, person: User, cursor: Cursor | None) -> Told:
    rows = Session.objects.kept_by(person).worth_telling().recent_first()
    return _told_sessions(words, older_than(rows, cursor, SESSION)[: ROWS + 1])


def _told_entries(words: Wording, entries: Iterable[Entry]) -> Told:
    for entry in entries:
        yield Cursor(entry.occurred_at, ENTRY, entry.pk), words.entry_row(entry)


def _told_sessions(words: Wording, sessions: Iterable[Session]) -> Told:
    for session in sessions:
        yield Cursor(session.occurred_at, SESSION, session.pk), words.session_row(session)
