"""Knows where the ink of the chart goes: pain above minutes pressed, on one time axis.

Heights are pixels and never change, so that letters keep their real size; widths are units that
the drawing stretches to its frame. A unit is a tenth of the room of one day, or of one week.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.axes import Scale, minutes_scale, ticks
from journal.frames import Band, Frame, Place, bands_of, place_of
from journal.past import Span
from journal.trend import Run

TOP, LEVEL = 22, 20  # px: where pain 10 stands, and the height of one point
FLOOR = TOP + 10 * LEVEL
BARS_TOP, BARS_FLOOR = FLOOR + 34, FLOOR + 94
HEIGHT = BARS_FLOOR + 24
BAR = 6  # units
TICK = 8  # units: a little wider than a bar, so that it shows on top of one
NO_PLAN: Mapping[dt.date, int] = {}
DOTS_AT_MOST = 120  # more would be a smear: the line speaks alone


class Dot(NamedTuple):
    """A rated day, or the rated days of a week.

    Attributes:
        day: The day, or the Monday.
        x: Units from the left.
        y: Pixels from the top.
    """

    day: dt.date
    x: int
    y: int


class Bar(NamedTuple):
    """Minutes pressed on a day or in a week.

    Attributes:
        x: Its left edge, units.
        y: Its top, pixels.
    """

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All marks of the chart."""

    width: int
    dots: list[Dot]
    line: list[list[Dot]]
    bars: list[Bar]
    plan: list[Bar]
    scale: Scale
    places: list[Place]
    bands: list[Band]

    @property
    def mark(self) -> int:
        """Where the one line across the bars stands, pixels from the top."""
        return height_of(self.scale.mark, self.scale)

    @property
    def is_dense(self) -> bool:
        """Whether there are too many dots to draw any."""
        return bool(self.line) and not self.dots

    @property
    def grid_path(self) -> str:
        """The lines at pain 10 and 5, and the one across the bars, in one path."""
        return "".join(f"M0 {y}h{self.width}" for y in (TOP, (TOP + FLOOR) // 2, self.mark))

    @property
    def axis_path(self) -> str:
        """The lines at nothing, and a tick at each date, in one path."""
        lines = "".join(f"M0 {y}h{self.width}" for y in (FLOOR, BARS_FLOOR))
        return lines + "".join(f"M{place.x} {BARS_FLOOR}v4" for place in self.places)

    @property
    def dots_path(self) -> str:
        """All dots in one path: points without length, drawn by their round caps."""
        return "".join(f"M{dot.x} {dot.y}h0" for dot in self.dots)

    @property
    def line_path(self) -> str:
        """The line in one path, lifted at gaps."""
        return "".join(_stroke(run) for run in self.line)

    @property
    def bars_path(self) -> str:
        """All bars in one path."""
        return "".join(f"M{bar.x} {bar.y}h{BAR}V{BARS_FLOOR}h-{BAR}z" for bar in self.bars)

    @property
    def plan_path(self) -> str:
        """A tick for each slot with planned sessions, in one path."""
        return "".join(f"M{tick.x} {tick.y}h{TICK}" for tick in self.plan)


def draw(
    frame: Frame,
    *,
    means: Mapping[dt.date, float],
    runs: Sequence[Run],
    seconds: Mapping[dt.date, int],
    spans: Iterable[Span],
    plan: Mapping[dt.date, int] = NO_PLAN,
) -> Chart:
    """Return the marks for a stretch of time on an axis.

    Args:
        frame: The time axis.
        means: Pain of each slot that has any, by its first day.
        runs: The line, broken where days are missing.
        seconds: Seconds pressed in each slot that has any, by its first day.
        spans: Days off, events, bad spells.
        plan: Seconds that planned sessions would take in each slot that has any.
    """
    scale = minutes_scale(minutes_of(max([*seconds.values(), *plan.values()], default=0)))
    return Chart(
        width=frame.width,
        dots=_dots(frame, sorted(means.items())) if len(means) <= DOTS_AT_MOST else [],
        line=[_dots(frame, run) for run in runs],
        bars=_bars(frame, seconds, scale, BAR),
        plan=_bars(frame, plan, scale, TICK),
        scale=scale,
        places=[place_of(frame, tick) for tick in ticks(frame.first, frame.last)],
        bands=bands_of(frame, spans),
    )


def minutes_of(seconds: int) -> int:
    """Return whole minutes, at least 1 for anything at all."""
    return max(1, round(seconds / 60)) if seconds else 0


def _dots(frame: Frame, run: Run) -> list[Dot]:
    return [Dot(day, frame.middle(day), FLOOR - round(LEVEL * mean)) for day, mean in run]


def height_of(minutes: int, scale: Scale) -> int:
    """Return where the top of a bar stands, pixels."""
    return BARS_FLOOR - round((BARS_FLOOR - BARS_TOP) * minutes / scale.top)


def _bars(frame: Frame, seconds: Mapping[dt.date, int], scale: Scale, width: int) -> list[Bar]:
    tops = [(day, height_of(minutes_of(secs), scale)) for day, secs in sorted(seconds.items())]
    return [Bar(frame.middle(day) - width // 2, min(top, BARS_FLOOR - 1)) for day, top in tops]


def _stroke(run: list[Dot]) -> str:
    first, *others = run
    steps = "".join(f"L{dot.x} {dot.y}" for dot in others)
    return f"M{first.x} {first.y}{steps or 'h0'}"
