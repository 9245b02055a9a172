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
    scale: Scale
    mark: int  # px: where the one line across the bars stands
    places: list[Place]
    bands: list[Band]

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


def draw(
    frame: Frame,
    *,
    means: Mapping[dt.date, float],
    runs: Sequence[Run],
    seconds: Mapping[dt.date, int],
    spans: Iterable[Span],
) -> Chart:
    """Return the marks for a stretch of time.

    Args:
        frame: The time axis.
        means: Pain of each slot that has any, by its first day.
        runs: The line, broken where days are missing.
        seconds: Seconds pressed in each slot that has any, by its first day.
        spans: Days off, events, bad spells.
    """
    scale = minutes_scale(max(map(minutes_of, seconds.values()), default=0))
    shown = len(means) <= DOTS_AT_MOST
    return Chart(
        width=frame.width,
        dots=[_dot(frame, day, mean) for day, mean in sorted(means.items())] if shown else [],
        line=[[_dot(frame, day, mean) for day, mean in run] for run in runs],
        bars=[_bar(frame, day, minutes_of(secs), scale) for day, secs in sorted(seconds.items())],
        scale=scale,
        mark=height_of(scale.mark, scale),
        places=[place_of(frame, tick) for tick in ticks(frame.first, frame.last)],
        bands=bands_of(frame, spans),
    )


def minutes_of(seconds: int) -> int:
    """Return whole minutes, at least 1 for anything at all."""
    return max(1, round(seconds / 60)) if seconds else 0


def _dot(frame: Frame, day: dt.date, mean: float) -> Dot:
    return Dot(day, frame.middle(day), FLOOR - round(LEVEL * mean))


def height_of(minutes: int, scale: Scale) -> int:
    """Return where the top of a bar stands, pixels."""
    return BARS_FLOOR - round((BARS_FLOOR - BARS_TOP) * minutes / scale.top)


def _bar(frame: Frame, day: dt.date, minutes: int, scale: Scale) -> Bar:
    return Bar(frame.middle(day) - BAR // 2, min(height_of(minutes, scale), BARS_FLOOR - 1))


def _stroke(run: list[Dot]) -> str:
    first, *others = run
    steps = "".join(f"L{dot.x} {dot.y}" for dot in others)
    return f"M{first.x} {first.y}{steps or 'h0'}"
