"""Knows where weeks and months of the calendar begin and end, and which come before and after."""

import datetime as dt
import re
from typing import NamedTuple

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2000, 2099  # that a page is made for
WRITTEN_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)


class Range(NamedTuple):
    """Days first..last, both included, with a day of the range before and of the one after.

    Attributes:
        first: The first day.
        last: The last day.
        before: A day of the range before, or None where no page is made for it.
        after: A day of the range after, or None.
    """

    first: dt.date
    last: dt.date
    before: dt.date | None
    after: dt.date | None


def day_of(text: str) -> dt.date | None:
    """Return the day that an address names, like 2026-11-16, or None for anything else."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        return within(dt.date.fromisoformat(text))
    except ValueError:  # 31 February
        return None


def month_of(text: str) -> dt.date | None:
    """Return the first day of the month that an address names, like 2026-11, or None."""
    return day_of(f"{text}-01") if WRITTEN_MONTH.fullmatch(text) else None


def within(day: dt.date) -> dt.date | None:
    """Return a day for which there is a page, None for any other."""
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def week_around(day: dt.date) -> Range:
    """Return the days from Monday to Sunday around a day."""
    monday = day - dt.timedelta(days=day.weekday())
    return Range(monday, monday + 6 * DAY, within(monday - WEEK), within(monday + WEEK))


def month_around(day: dt.date) -> Range:
    """Return the days of a day's month."""
    first = day.replace(day=1)
    after = (first + 31 * DAY).replace(day=1)
    return Range(first, after - DAY, within((first - DAY).replace(day=1)), within(after))


def whole_weeks(days: Range) -> tuple[dt.date, dt.date]:
    """Return the Monday on or before the first day and the Sunday on or after the last."""
    return week_around(days.first).first, week_around(days.last).last
