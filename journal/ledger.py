"""Knows how the diary is laid out: months, days newest first, rows, and days left blank."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

ONE_DAY = dt.timedelta(days=1)


class Row(NamedTuple):
    """One line of the diary, ready to be shown.

    Attributes:
        day: The calendar day it is kept under.
        time: What the clock showed, like 08:05.
        kind: ``a`` answers, ``e`` an entry, ``h`` something that happened, ``s`` a session.
        level: The number of an entry, 0 to 10, or nothing.
        what: The words beside the mark.
        more: A second line, or nothing.
        url: Where it opens, or nothing.
        icon: The mark of what has no number, or nothing.
    """

    day: dt.date
    time: str
    kind: str
    level: str
    what: str
    more: str
    url: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its rows, or days without any.

    Attributes:
        day: The day; of a run of blank days the last one.
        rows: What was written, newest first; empty for blank days.
        first: The first of a run of blank days; equal to ``day`` elsewhere.
    """

    day: dt.date
    rows: list[Row]
    first: dt.date

    @property
    def url(self) -> str:
        """The last part of the address of its page."""
        return f"{self.day.isoformat()}/"

    @property
    def number(self) -> str:
        """The day of the month."""
        return str(self.day.day)

    @property
    def is_run(self) -> bool:
        """Whether more than one blank day is meant."""
        return self.first < self.day


@dataclass(frozen=True, slots=True)
class Month:
    """Days of one calendar month, newest first.

    Attributes:
        first: The first day of the month.
        days: Its days.
    """

    first: dt.date
    days: list[Day] = field(default_factory=list)


def months(rows: Iterable[Row], *, blanks: bool, below: dt.date | None = None) -> list[Month]:
    """Return the rows by month and day, in the order given, newest first.

    Args:
        rows: The rows of a page, newest first.
        blanks: Whether days without rows are shown, folded where they follow one another.
        below: The day of the first row of the next page, so that blanks reach down to it.
    """
    days = list(_days(rows))
    if blanks:
        days = list(_with_blanks(days, below))
    grouped = groupby(days, key=lambda day: day.day.replace(day=1))
    return [Month(first, list(members)) for first, members in grouped]


def _days(rows: Iterable[Row]) -> Iterator[Day]:
    for day, members in groupby(rows, key=lambda row: row.day):
        yield Day(day, list(members), first=day)


def _with_blanks(days: list[Day], below: dt.date | None) -> Iterator[Day]:
    nexts = [day.day for day in days[1:]] + ([below] if below else [])
    for index, day in enumerate(days):
        yield day
        older = nexts[index] if index < len(nexts) else day.day
        if day.day - older > ONE_DAY:
            yield Day(day.day - ONE_DAY, [], first=older + ONE_DAY)
