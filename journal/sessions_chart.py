"""Knows where the ink goes for sessions: pain before and after, time planned and pressed.

Only sessions with both numbers are drawn: a mean over others would compare different days.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.axes import Scale, minutes_scale, ticks
from journal.charts import BARS_FLOOR, FLOOR, LEVEL, height_of, minutes_of
from journal.frames import Band, Frame, Place, bands_of, place_of
from journal.past import Span
from journal.sessions import Slot
from journal.thinning import weighed

BAR = 3  # units: two stand side by side


class Step(NamedTuple):
    """From before to after.

    Attributes:
        first: The day, or the Monday.
        x: Units from the left.
        before: Pixels from the top.
        after: Pixels from the top.
    """

    first: dt.date
    x: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SessionsChart:
    """All marks of the chart."""

    width: int
    steps: list[Step]
    planned: list[tuple[int, int]]
    pressed: list[tuple[int, int]]
    scale: Scale
    mark: int
    places: list[Place]
    bands: list[Band]

    @property
    def steps_path(self) -> str:
        """A stroke from before to after for each slot, in one path."""
        return "".join([f"M{s.x} {s.before}V{s.after}" for s in self.steps])

    @property
    def before_path(self) -> str:
        """Points without length where pain began."""
        return "".join([f"M{s.x} {s.before}h0" for s in self.steps])

    @property
    def after_path(self) -> str:
        """Points without length where it ended."""
        return "".join([f"M{s.x} {s.after}h0" for s in self.steps])

    @property
    def planned_path(self) -> str:
        """Bars of planned time, in one path."""
        return _bars(self.planned)

    @property
    def pressed_path(self) -> str:
        """Bars of pressed time, in one path."""
        return _bars(self.pressed)


def _bars(bars: Iterable[tuple[int, int]]) -> str:
    return "".join([f"M{x} {y}h{BAR}V{BARS_FLOOR}h-{BAR}z" for x, y in bars])


def sessions_chart(frame: Frame, slots: Sequence[Slot], spans: Iterable[Span]) -> SessionsChart:
    """Return the marks of the sessions of a stretch, one slot a day, a week or a few."""
    longest = max((max(slot.planned, slot.pressed) for slot in slots), default=0)
    scale = minutes_scale(minutes_of(longest))
    return SessionsChart(
        width=frame.width,
        steps=[_step(frame, s) for s in slots if s.before is not None],
        planned=[_bar(frame, s.first, s.planned, scale, -BAR) for s in slots if s.planned],
        pressed=[_bar(frame, s.first, s.pressed, scale, 0) for s in slots if s.pressed],
        scale=scale,
        mark=height_of(scale.mark, scale),
        places=[place_of(frame, tick) for tick in ticks(frame.first, frame.last)],
        bands=bands_of(frame, spans),
    )


def _step(frame: Frame, slot: Slot) -> Step:
    before, after = slot.before or 0.0, slot.after or 0.0
    return Step(
        slot.first,
        frame.middle(slot.first),
        FLOOR - round(LEVEL * before),
        FLOOR - round(LEVEL * after),
    )


def _bar(frame: Frame, day: dt.date, seconds: int, scale: Scale, aside: int) -> tuple[int, int]:
    top = min(height_of(minutes_of(seconds), scale), BARS_FLOOR - 1)
    return frame.middle(day) + aside, top


class Sums(NamedTuple):
    """What all sessions of a stretch come to.

    Attributes:
        sessions: How many.
        pairs: How many with pain before and after.
        before: The mean before of these; None without any.
        after: The mean after of the same.
        planned: Minutes planned.
        pressed: Minutes pressed.
    """

    sessions: int
    pairs: int
    before: float | None
    after: float | None
    planned: int
    pressed: int


def sums(slots: Sequence[Slot]) -> Sums:
    """Return the sums; every session with both numbers weighs the same, whatever its day."""
    return Sums(
        sessions=sum(slot.sessions for slot in slots),
        pairs=sum(slot.pairs for slot in slots),
        before=weighed((slot.before, slot.pairs) for slot in slots),
        after=weighed((slot.after, slot.pairs) for slot in slots),
        planned=round(sum(slot.planned for slot in slots) / 60),
        pressed=round(sum(slot.pressed for slot in slots) / 60),
    )
