"""Reads one page of the diary: ratings and sessions of routines merged, newest first."""

from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import models

from journal.keyset import ENTRY, SESSION, Cursor
from journal.ledger import Month, Row, months
from journal.models import Entry
from journal.querysets import older_than
from journal.wording import entry_row, session_row
from routines.models import Session

ROWS = 50
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


def _entries(person: User, cursor: Cursor | None) -> Iterator[tuple[Cursor, Row]]:
    rows = older_than(Entry.objects.kept_by(person).for_reading(), cursor, ENTRY)
    for entry in rows[: ROWS + 1]:
        yield Cursor(entry.occurred_at, ENTRY, entry.pk), entry_row(entry)


def _sessions(person: User, cursor: Cursor | None) -> Iterator[tuple[Cursor, Row]]:
    kept = Session.objects.kept_by(person).practised().recent_first().defer("snapshot")
    rows = older_than(kept.fetch_mode(models.FETCH_RAISE), cursor, SESSION)
    for session in rows[: ROWS + 1]:
        yield Cursor(session.occurred_at, SESSION, session.pk), session_row(session)
