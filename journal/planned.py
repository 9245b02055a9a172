"""Knows how many sessions the plan asked for, day by day and week by week."""

import datetime as dt
from collections.abc import Mapping

from journal.trend import monday_of
from routines.plan import Calendar, DayKind

type Planned = Mapping[dt.date, int]


def planned_by_day(calendar: Calendar, first: dt.date, last: dt.date) -> Planned:
    """Return the sessions planned for each of the days first..last on which any plan held."""
    days = calendar.between(first, last)
    return {day.day: len(day.slots) for day in days if day.kind is not DayKind.FREE}


def planned_by_week(planned: Planned) -> Planned:
    """Return the same by week, by its Monday."""
    weeks: dict[dt.date, int] = {}
    for day, sessions in planned.items():
        weeks[monday_of(day)] = weeks.get(monday_of(day), 0) + sessions
    return weeks
