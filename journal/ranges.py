"""Knows the stretches of time that the chart can show."""

import datetime as dt
from typing import NamedTuple

from journal.trend import monday_of

WEEKS_DAY_BY_DAY = 13  # a shorter history is drawn day by day even under "all"


class Range(NamedTuple):
    """One choice of the chart.

    Attributes:
        name: What the address carries.
        weeks: How many weeks it goes back; 0 is everything.
        is_weekly: Whether one mark stands for a week, not for a day.
    """

    name: str
    weeks: int
    is_weekly: bool

    def first_day(self, today: dt.date) -> dt.date | None:
        """Return the first day it shows, or None where that is the first one written."""
        if not self.weeks:
            return None
        if self.is_weekly:
            return monday_of(today) - dt.timedelta(weeks=self.weeks - 1)
        return today - dt.timedelta(weeks=self.weeks) + dt.timedelta(days=1)


RANGES = {
    "4w": Range("4w", 4, is_weekly=False),
    "3m": Range("3m", 12, is_weekly=False),
    "1y": Range("1y", 52, is_weekly=True),
    "all": Range("all", 0, is_weekly=True),
}
USUAL = RANGES["3m"]


def range_of(name: str) -> Range:
    """Return the range that an address names, or the usual one."""
    return RANGES.get(name, USUAL)
