"""Knows how regular practice was over 28 days, in a way that forgives."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.plan import Calendar, DayKind, PlannedDay

DAYS = 28


class DayState(StrEnum):
    """What is drawn for one of the 28 days."""

    PRACTISED = "practised"
    REST = "rest"
    PAUSED = "paused"
    TODAY = "today"
    NONE = "none"


STATE_OF = {
    DayKind.REST: DayState.REST,
    DayKind.MOVED: DayState.REST,
    DayKind.PAUSED: DayState.PAUSED,
}


@dataclass(frozen=True, slots=True)
class Consistency:
    """Days practised against the plan.

    Attributes:
        days: The 28 days in order.
        practised: Days with at least one finished hold.
        planned: Days that the plan asked for, practised ones beyond it included, so that
            practising more never looks like less.
    """

    days: tuple[tuple[dt.date, DayState], ...]
    practised: int
    planned: int


def last_28_days(
    calendar: Calendar,
    *,
    practised: Collection[dt.date],
    today: dt.date,
    last: dt.date | None = None,
) -> Consistency:
    """Return the consistency of the 28 days that end today, or on an earlier last day.

    A planned rest, a day whose session was moved, a pause and a day before the first plan ask
    for nothing; today asks for nothing until it is over.
    """
    last = last or today
    days = calendar.between(last - dt.timedelta(days=DAYS - 1), last)
    states = tuple((day.day, _state(day.day, day.kind, practised, today)) for day in days)
    done = sum(state is DayState.PRACTISED for _, state in states)
    open_days = sum(
        state is DayState.NONE and _is_open(day, practised)
        for day, (_, state) in zip(days, states, strict=True)
    )
    return Consistency(states, practised=done, planned=done + open_days)


def days_in_words(states: Iterable[DayState]) -> str:
    """Return the drawing in words, by runs: "28 days, oldest first: no session 26, practised 2"."""
    names = {
        DayState.PRACTISED: _("practised"),
        DayState.REST: _("planned rest"),
        DayState.PAUSED: _("paused"),
        DayState.NONE: _("no session"),
    }
    runs = [(state, len(list(days))) for state, days in groupby(states)]
    told = [f"{names[state]} {n}" if state in names else _("today still open") for state, n in runs]
    n = sum(n for _state, n in runs)
    count = ngettext("%(n)d day, oldest first", "%(n)d days, oldest first", n) % {"n": n}
    return f"{count}: {', '.join(told)}"


def _is_open(day: PlannedDay, practised: Collection[dt.date]) -> bool:
    """Return True where a day still asks for something.

    What was moved here asks for nothing if the person practised on the day it came from after all.
    """
    return any(slot.moved_from not in practised for slot in day.slots)


def _state(day: dt.date, kind: DayKind, practised: Collection[dt.date], today: dt.date) -> DayState:
    if day in practised:
        return DayState.PRACTISED
    if day == today:
        return DayState.TODAY
    return STATE_OF.get(kind, DayState.NONE)
