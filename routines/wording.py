"""Knows how a plan is said in words: on which days, how often, at what times, until when."""

import datetime as dt
from typing import Protocol

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.recurrence import EVERY_DAY, interval_of, weekdays_of


class Planned(Protocol):
    """What is read of a plan; ``Plan`` has it."""

    @property
    def recurrence(self) -> str: ...
    @property
    def times_a_day(self) -> int: ...
    @property
    def times(self) -> list[dt.time]: ...
    @property
    def starts_on(self) -> dt.date: ...
    @property
    def ends_on(self) -> dt.date | None: ...


def days_in_words(rule: str) -> str:
    """Return on which days: "Every day", "Monday and Thursday", "Every 2 days"."""
    every = interval_of(rule)
    if rule == EVERY_DAY:
        return _("Every day")
    if rule.startswith(EVERY_DAY):
        return _("Every other day") if every == 2 else _("Every %(n)d days") % {"n": every}
    names = get_text_list([str(WEEKDAYS[day - 1]) for day in weekdays_of(rule)], _("and"))
    if every == 1:
        return names
    return _("%(days)s, every %(n)d weeks") % {"days": names, "n": every}


def plan_in_words(plan: Planned, *, today: dt.date) -> str:
    """Return a plan as one line: days, times, first day if it lies ahead, last day."""
    parts = [days_in_words(plan.recurrence), *_times(plan)]
    if plan.starts_on > today:
        parts.append(_("from %(day)s") % {"day": date_format(plan.starts_on, "j F")})
    if plan.ends_on:
        parts.append(_("until %(day)s") % {"day": date_format(plan.ends_on, "j F")})
    return ", ".join(parts)


def _times(plan: Planned) -> list[str]:
    parts = []
    if plan.times_a_day > 1:
        words = ngettext("%(n)d time a day", "%(n)d times a day", plan.times_a_day)
        parts.append(words % {"n": plan.times_a_day})
    if plan.times:
        clocks = get_text_list([f"{time:%H:%M}" for time in plan.times], _("and"))
        parts.append(_("at %(times)s") % {"times": clocks})
    return parts
