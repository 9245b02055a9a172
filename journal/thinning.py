"""Knows how a long history is told with few marks: neighbouring weeks put together."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

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
