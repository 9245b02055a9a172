"""Knows where the dates stand under a chart, and how high its bars may rise."""

import datetime as dt
from typing import NamedTuple

from journal.trend import WEEK, days_between, monday_of

EVERY_WEEK, EVERY_TWO_WEEKS, EVERY_MONTH = 35, 110, 800  # the longest stretch for each, days
FEW_YEARS = 4
STEPS = (5, 10, 20, 30, 60, 120, 300, 600, 1200)  # minutes
HEADROOM = 1.2


class Tick(NamedTuple):
    """A date under the chart.

    Attributes:
        day: Where it stands.
        pattern: How Django's date filter writes it.
        is_extra: Whether it is left out where the chart is narrow.
    """

    day: dt.date
    pattern: str
    is_extra: bool


def ticks(first: dt.date, last: dt.date) -> list[Tick]:
    """Return the dates for first..last, few enough to stand apart."""
    length = (last - first).days
    if length <= EVERY_TWO_WEEKS:
        return _mondays(first, last, weeks=1 if length <= EVERY_WEEK else 2)
    if length <= EVERY_MONTH:
        return _months(first, last)
    return _years(first, last)


def _mondays(first: dt.date, last: dt.date, *, weeks: int) -> list[Tick]:
    start = monday_of(first + dt.timedelta(days=WEEK - 1))
    step = dt.timedelta(weeks=weeks)
    days = [start + n * step for n in range((last - start) // step + 1)]
    return [Tick(day, "j M", is_extra=bool(n % 2)) for n, day in enumerate(days)]


def _months(first: dt.date, last: dt.date) -> list[Tick]:
    firsts = [day for day in days_between(first, last) if day.day == 1]
    return [
        Tick(day, "Y" if day.month == 1 else "M", is_extra=day.month % 3 != 1) for day in firsts
    ]


def _years(first: dt.date, last: dt.date) -> list[Tick]:
    years = range(first.year + 1, last.year + 1)
    every = -(-len(years) // FEW_YEARS)
    return [
        Tick(dt.date(year, 1, 1), "Y", is_extra=bool(n % every)) for n, year in enumerate(years)
    ]


class Scale(NamedTuple):
    """How minutes are drawn.

    Attributes:
        mark: The one line across the bars, minutes.
        top: The height of the panel, minutes.
    """

    mark: int
    top: int


def minutes_scale(longest: int) -> Scale:
    """Return a scale on which the longest bar fits and the mark is a round number."""
    mark = next((step for step in STEPS if longest <= 2 * step), STEPS[-1])
    return Scale(mark=mark, top=max(longest, round(mark * HEADROOM)))
