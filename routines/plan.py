"""Knows what a person means to do on a day: a dated choice beats the week, a pause beats both."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class DayKind(StrEnum):
    """What a day is for."""

    PRACTICE = "practice"
    REST = "rest"
    PAUSED = "paused"
    FREE = "free"  # before the first plan, or after the last


@dataclass(frozen=True, slots=True)
class Weekly:
    """One routine on ISO weekdays (Monday 1), from a day to a last day or without end."""

    routine: int
    weekdays: frozenset[int]
    starts_on: dt.date
    ends_on: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Return True on the days between its first and its last."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Span:
    """Days first..last, both included; without a last day it goes on."""

    first: dt.date
    last: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Return True for its days."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day with the routines planned for it, in order."""

    day: dt.date
    kind: DayKind
    routines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that decides about a person's days.

    Attributes:
        weekly: The week.
        choices: Routine or None (rest) for single dates.
        pauses: Days off.
    """

    weekly: Sequence[Weekly] = ()
    choices: Mapping[dt.date, int | None] = field(default_factory=dict)
    pauses: Sequence[Span] = ()

    def on(self, day: dt.date) -> PlannedDay:
        """Return what is planned for a day."""
        if any(pause.covers(day) for pause in self.pauses):
            return PlannedDay(day, DayKind.PAUSED)
        if day in self.choices:
            chosen = self.choices[day]
            if chosen is None:
                return PlannedDay(day, DayKind.REST)
            return PlannedDay(day, DayKind.PRACTICE, (chosen,))
        return self._by_the_week(day)

    def between(self, first: dt.date, last: dt.date) -> list[PlannedDay]:
        """Return the days first..last, both included, in order."""
        return [self.on(first + dt.timedelta(days=n)) for n in range((last - first).days + 1)]

    def _by_the_week(self, day: dt.date) -> PlannedDay:
        holding = [weekly for weekly in self.weekly if weekly.holds_on(day)]
        due = tuple(weekly.routine for weekly in holding if day.isoweekday() in weekly.weekdays)
        if due:
            return PlannedDay(day, DayKind.PRACTICE, due)
        return PlannedDay(day, DayKind.REST if holding else DayKind.FREE)
