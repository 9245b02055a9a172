"""Knows what a person means to do on a day: a dated choice beats the week, a pause beats both.

Days off ask for nothing, whatever was chosen for one of them before; but what was chosen is not
lost: such a day still tells it (``PlannedDay.held``), and nothing can be moved to a day off, to a
day of rest that was chosen, or to one that is moved itself.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from routines.recurrence import EVERY_DAY, days_of


class DayKind(StrEnum):
    """What a day is for."""

    PRACTICE = "practice"
    REST = "rest"
    MOVED = "moved"  # to another day
    PAUSED = "paused"
    FREE = "free"  # before the first plan, or after the last


@dataclass(frozen=True, slots=True)
class Slot:
    """One session that is planned.

    Attributes:
        routine: The key of its routine.
        time: When, on the person's clock; None for any time.
        moved_from: The day it was planned for at first, if it was another.
    """

    routine: int
    time: dt.time | None = None
    moved_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Weekly:
    """One routine on the days of a rule, from a day to a last day or without end.

    Attributes:
        routine: Its key.
        rule: See ``routines.recurrence``.
        times_a_day: How many sessions on each day.
        times: Times of day, in order; the sessions beyond them are at any time.
    """

    routine: int
    starts_on: dt.date
    ends_on: dt.date | None = None
    rule: str = EVERY_DAY
    times_a_day: int = 1
    times: tuple[dt.time, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        """Return True on the days between its first and its last."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def slots_on(self, day: dt.date) -> tuple[Slot, ...]:
        """Return the sessions it asks for on a day."""
        if not self.holds_on(day) or day not in days_of(self.rule, self.starts_on, *_month(day)):
            return ()
        open_ones = [None] * (self.times_a_day - len(self.times))
        return tuple(Slot(self.routine, time) for time in (*self.times, *open_ones))


def _month(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last of 31 days that hold a day: the same ones for neighbours."""
    first = dt.date.fromordinal(max(1, day.toordinal() // 31 * 31))
    return first, dt.date.fromordinal(min(dt.date.max.toordinal(), first.toordinal() + 31))


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one date: a routine, else another day for what it holds, else rest."""

    routine: int | None = None
    moved_to: dt.date | None = None
    reason: str = ""  # of a rest


@dataclass(frozen=True, slots=True)
class Span:
    """Days first..last, both included; without a last day it goes on."""

    first: dt.date
    last: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Return True for its days."""
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: "Span") -> bool:
        """Return True where both have a day in common."""
        return (other.last is None or self.first <= other.last) and (
            self.last is None or other.first <= self.last
        )


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day.

    Attributes:
        day: Which.
        kind: What it is for.
        slots: The sessions planned for it, in order.
        choice: The one made for it, if any.
        held: On a day off, the sessions that were chosen for it or moved to it: it asks for none.
    """

    day: dt.date
    kind: DayKind
    slots: tuple[Slot, ...] = ()
    choice: Choice | None = None
    held: tuple[Slot, ...] = ()

    @property
    def routines(self) -> tuple[int, ...]:
        """The routines of its sessions, each once, in order."""
        return tuple(dict.fromkeys(slot.routine for slot in self.slots))


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that decides about a person's days.

    Attributes:
        weekly: The week.
        choices: What was chosen for single dates.
        pauses: Days off.
        put_away: Routines that were put away, each with the first day it was.
    """

    weekly: Sequence[Weekly] = ()
    choices: Mapping[dt.date, Choice] = field(default_factory=dict)
    pauses: Sequence[Span] = ()
    put_away: Mapping[int, dt.date] = field(default_factory=dict)

    def on(self, day: dt.date) -> PlannedDay:
        """Return what is planned for a day."""
        choice = self.choices.get(day)
        if self.is_off(day):
            held = self._chosen(day) + self._moved_to(day)
            return PlannedDay(day, DayKind.PAUSED, choice=choice, held=held)
        if choice and choice.moved_to:
            return PlannedDay(day, DayKind.MOVED, choice=choice)
        if choice and choice.routine is None:
            return PlannedDay(day, DayKind.REST, choice=choice)
        slots = self._asked(day) + self._moved_to(day)
        if slots:
            return PlannedDay(day, DayKind.PRACTICE, slots, choice)
        holds = any(weekly.holds_on(day) for weekly in self.weekly)
        return PlannedDay(day, DayKind.REST if holds else DayKind.FREE)

    def between(self, first: dt.date, last: dt.date) -> list[PlannedDay]:
        """Return the days first..last, both included, in order."""
        return [self.on(first + dt.timedelta(days=n)) for n in range((last - first).days + 1)]

    def is_off(self, day: dt.date) -> bool:
        """Return True for days off."""
        return any(pause.covers(day) for pause in self.pauses)

    def takes(self, day: dt.date) -> bool:
        """Return True where what is moved to a day is asked for there."""
        choice = self.choices.get(day)
        has_room = choice is None or (choice.routine is not None and choice.moved_to is None)
        return has_room and not self.is_off(day)

    def _chosen(self, day: dt.date) -> tuple[Slot, ...]:
        """Return the session that was chosen for a day and not moved away, if there is one."""
        choice = self.choices.get(day)
        if choice is None or choice.routine is None or choice.moved_to:
            return ()
        return (Slot(choice.routine),)

    def _asked(self, day: dt.date) -> tuple[Slot, ...]:
        """Return a day's own sessions: those of the choice, else of the week."""
        choice = self.choices.get(day)
        if choice and choice.routine is not None:
            return (Slot(choice.routine),)
        return tuple(slot for weekly in self.weekly for slot in weekly.slots_on(day))

    def _moved_to(self, day: dt.date) -> tuple[Slot, ...]:
        """Return the sessions that were moved to a day, at the time they had.

        What was put away by then is not asked for, though it was in use on the day it came from.
        """
        return tuple(
            replace(slot, moved_from=origin)
            for origin, choice in sorted(self.choices.items(), key=lambda item: item[0])
            if choice.moved_to == day
            for slot in self._asked(origin)
            if day < self.put_away.get(slot.routine, dt.date.max)
        )


def days_to_move_to(day: dt.date, calendar: Calendar, *, within: int) -> list[dt.date]:
    """Return the days after a day, at most so many on, that take what is moved to them."""
    later = (day + dt.timedelta(days=n) for n in range(1, within + 1))
    return [date for date in later if calendar.takes(date)]
