"""Knows what a list of days shows of each: what is planned, what was done, what was moved."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from routines.plan import Calendar, DayKind, PlannedDay, Slot


class Done(Protocol):
    """What is read of a session; ``Session`` has it."""

    @property
    def routine_id(self) -> int | None: ...
    @property
    def local_date(self) -> dt.date: ...
    @property
    def holds_done(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One session of a day: planned, done, or both.

    Attributes:
        name: Of its routine.
        time: When it is planned, or None.
        moved_from: The day it was moved from, or None.
        session: What was done of it, or None.
    """

    name: str
    time: dt.time | None
    moved_from: dt.date | None
    session: Done | None


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day.

    Attributes:
        planned: What the plan says.
        lines: The planned sessions, then those beyond the plan.
        held: On a day off, what was chosen for it or moved to it.
        is_today: Whether it is.
        is_over: Whether it lies behind.
    """

    planned: PlannedDay
    lines: tuple[Line, ...]
    is_today: bool
    is_over: bool
    held: tuple[Line, ...] = ()

    @property
    def day(self) -> dt.date:
        """The date."""
        return self.planned.day

    @property
    def done(self) -> int:
        """How many sessions were done."""
        return sum(line.session is not None for line in self.lines)

    @property
    def state(self) -> str:
        """What is drawn: practised, planned, rest, moved, paused or none."""
        if any(line.session and line.session.holds_done for line in self.lines):
            return "practised"
        if self.planned.kind is DayKind.PRACTICE:
            return "none" if self.is_over else "planned"
        return "none" if self.planned.kind is DayKind.FREE else str(self.planned.kind)


def agenda(
    calendar: Calendar,
    names: Mapping[int, str],
    sessions: Iterable[Done],
    *,
    first: dt.date,
    last: dt.date,
    today: dt.date,
) -> list[AgendaDay]:
    """Return the days first..last, both included, in order.

    ``names`` are of the routines in the calendar, by their keys; ``sessions`` what was done on
    those days, oldest first, each shown once.
    """
    by_day: dict[dt.date, list[Done]] = {}
    for session in sessions:
        by_day.setdefault(session.local_date, []).append(session)
    return [
        AgendaDay(
            planned,
            tuple(_lines(planned, names, by_day.get(planned.day, ()))),
            is_today=planned.day == today,
            is_over=planned.day < today,
            held=tuple(_line(slot, names) for slot in planned.held),
        )
        for planned in calendar.between(first, last)
    ]


def _lines(planned: PlannedDay, names: Mapping[int, str], sessions: Sequence[Done]) -> list[Line]:
    """Return the planned sessions, each with the first one done of its routine; then the rest."""
    left = list(sessions)
    lines = []
    for slot in planned.slots:
        session = next((one for one in left if one.routine_id == slot.routine), None)
        if session is not None:
            left.remove(session)
        lines.append(_line(slot, names, session))
    return lines + [Line("", None, None, session) for session in left]


def _line(slot: Slot, names: Mapping[int, str], session: Done | None = None) -> Line:
    return Line(names.get(slot.routine, ""), slot.time, slot.moved_from, session)
