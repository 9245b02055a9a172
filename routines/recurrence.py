"""Knows which days a rule of RFC 5545 names: every day, every few days, or days of the week.

Of the whole standard a plan uses daily and weekly rules; where it begins and ends is the plan's.
"""

import datetime as dt
import re
from collections.abc import Collection
from functools import lru_cache

from dateutil.rrule import rrulestr

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY_DAY = "FREQ=DAILY"
_NAME = f"({'|'.join(DAY_NAMES)})"
WRITTEN = (  # also the rule of the database
    f"^(FREQ=DAILY(;INTERVAL=[2-9])?|FREQ=WEEKLY(;INTERVAL=[2-8])?;BYDAY={_NAME}(,{_NAME}){{0,6}})$"
)


class RuleError(ValueError):
    """A text is no rule that a plan can follow."""


def every(days: int) -> str:
    """Return the rule of every so many days, 1 to 9."""
    return EVERY_DAY if days == 1 else f"{EVERY_DAY};INTERVAL={days}"


def on_weekdays(weekdays: Collection[int]) -> str:
    """Return the rule of some ISO weekdays (Monday 1); all seven are every day.

    Raises:
        RuleError: there is none, or one that is no weekday.
    """
    wanted = sorted(set(weekdays))
    if not wanted or not set(wanted) <= set(range(1, 8)):
        raise RuleError(f"{weekdays} are no weekdays")
    if len(wanted) == len(DAY_NAMES):
        return EVERY_DAY
    return f"FREQ=WEEKLY;BYDAY={','.join(DAY_NAMES[day - 1] for day in wanted)}"


def spread(times: int) -> frozenset[int]:
    """Return ISO weekdays for so many times a week, as far from one another as they can be."""
    return frozenset(1 + n * 7 // times for n in range(times))


def weekdays_of(rule: str) -> list[int]:
    """Return the ISO weekdays a rule names, in order; none where they change from week to week."""
    if rule == EVERY_DAY:
        return list(range(1, 8))
    names = rule.partition("BYDAY=")[2]
    return sorted(DAY_NAMES.index(name) + 1 for name in names.split(",")) if names else []


def interval_of(rule: str) -> int:
    """Return the number of days, or of weeks, from one turn of a rule to the next."""
    found = re.search(r"INTERVAL=(\d)", rule)
    return int(found[1]) if found else 1


@lru_cache(maxsize=1024)
def days_of(rule: str, starts_on: dt.date, first: dt.date, last: dt.date) -> frozenset[dt.date]:
    """Return the days first..last, both included, that a rule names from its first day on.

    Counting begins near ``first``, so that a rule of ten years costs no more than a new one.

    Raises:
        RuleError: the text is no rule that a plan can follow.
    """
    if not re.match(WRITTEN, rule):
        raise RuleError(f"{rule!r} is no rule of a plan")
    begin = max(starts_on, first)
    turns = rrulestr(rule, dtstart=_midnight(_near(rule, starts_on, first)))
    found = turns.between(_midnight(begin), _midnight(last), inc=True)
    return frozenset(turn.date() for turn in found)


def _near(rule: str, starts_on: dt.date, first: dt.date) -> dt.date:
    """Return a day from which counting gives the same days as from the first, and is shorter."""
    if first <= starts_on:
        return starts_on
    turn = interval_of(rule) * (1 if rule.startswith(EVERY_DAY) else 7)
    if rule.startswith(EVERY_DAY):
        return starts_on + dt.timedelta(days=(first - starts_on).days // turn * turn)
    monday = starts_on - dt.timedelta(days=starts_on.weekday())  # weeks are counted from Mondays
    return max(starts_on, monday + dt.timedelta(days=(first - monday).days // turn * turn))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
