"""Knows how a long history is told with few marks and lines: neighbouring weeks put together."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from statistics import fmean

from journal.sessions import Slot
from journal.trend import WEEK, Week

MARKS_AT_MOST = 260  # more would be a smear that nobody can point at
FOUR = 4


def weeks_a_mark(first: dt.date, last: dt.date) -> int:
    """Return how many weeks one mark stands for: 1, or as few fours as the days first..last ask."""
    weeks = (last - first).days // WEEK + 1
    return 1 if weeks <= MARKS_AT_MOST else FOUR * -(-weeks // (FOUR * MARKS_AT_MOST))


def together(weeks: Iterable[Week], first: dt.date, each: int) -> list[Week]:
    """Return weeks put together by so many, counted from a first Monday; empty ones are left out.

    The mean of each is that of its rated days.
    """
    groups = groupby(weeks, key=lambda week: (week.monday - first).days // (WEEK * each))
    return [_one(first + dt.timedelta(weeks=n * each), list(group)) for n, group in groups]


def _one(monday: dt.date, weeks: list[Week]) -> Week:
    rated = sum(week.rated for week in weeks)
    total = sum(week.rated * week.mean for week in weeks if week.mean is not None)
    return Week(
        monday=monday,
        rated=rated,
        mean=total / rated if rated else None,
        sessions=sum(week.sessions for week in weeks),
        seconds=sum(week.seconds for week in weeks),
        practised=sum(week.practised for week in weeks),
    )


def slots_together(slots: Iterable[Slot], first: dt.date, each: int) -> list[Slot]:
    """Return the sessions of weeks put together by so many, counted from a first Monday."""
    groups = groupby(slots, key=lambda slot: (slot.first - first).days // (WEEK * each))
    return [_one_slot(first + dt.timedelta(weeks=n * each), list(group)) for n, group in groups]


def slots_by_quarter(slots: Iterable[Slot]) -> list[Slot]:
    """Return the sessions of weeks put together by the quarter of a year that a week begins in."""
    groups = groupby(slots, key=lambda slot: quarter_of(slot.first))
    return [_one_slot(first, list(group)) for first, group in groups]


def quarter_of(day: dt.date) -> dt.date:
    """Return the first day of the quarter of a day."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _one_slot(first: dt.date, slots: list[Slot]) -> Slot:
    return Slot(
        first=first,
        sessions=sum(slot.sessions for slot in slots),
        pairs=sum(slot.pairs for slot in slots),
        before=weighed((slot.before, slot.pairs) for slot in slots),
        after=weighed((slot.after, slot.pairs) for slot in slots),
        planned=sum(slot.planned for slot in slots),
        pressed=sum(slot.pressed for slot in slots),
    )


def weighed(means: Iterable[tuple[float | None, int]]) -> float | None:
    """Return the mean of means that each rest on so many; None without any."""
    known = [(mean, many) for mean, many in means if mean is not None]
    return fmean(*zip(*known, strict=True)) if known else None
