"""Knows where the ink of the chart goes: pain above minutes pressed, on one time axis.

Heights are pixels and never change, so that letters keep their real size; widths are units that
the drawing stretches to its frame. A unit is a tenth of the room of one day, or of one week.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.axes import Scale, Tick, minutes_scale, ticks
from journal.past import Span
from journal.trend import Run

SLOT = 10  # units a day or a week is wide
MIDDLE = SLOT // 2
TOP, LEVEL = 22, 20  # px: where pain 10 stands, and the height of one point
FLOOR = TOP + 10 * LEVEL
BARS_TOP, BARS_FLOOR = FLOOR + 34, FLOOR + 94
HEIGHT = BARS_FLOOR + 24
BAR = 6  # units
DOTS_AT_MOST = 120  # more would be a smear: the line speaks alone
NAMES_AT_MOST = 3
ROOM_FOR_PAIN = 0.15  # share of the width
ROOM_ALWAYS, ROOM_WIDE = 0.72, 0.86  # shares of the width: further right stands "today"


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


class Place(NamedTuple):
    """A date on the axis.

    Attributes:
        x: Units from the left.
        percent: The same, per cent of the width.
        room: Where its word fits beside the others: ``always``, ``wide`` charts, or ``never``.
        tick: The date.
    """

    x: int
    percent: str
    room: str
    tick: Tick


class Band(NamedTuple):
    """A stretch of days behind both panels.

    Attributes:
        x: Its left edge, units.
        width: Units.
        percent: Where its name is tied to, per cent of the width.
        anchor: Which end of the name that is, ``start`` or ``end``.
        name: What stands on top; empty where names would be too many or meet another word.
    """

    x: int
    width: int
    percent: str
    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The time axis.

    Attributes:
        first: Its first day; a Monday where a slot is a week.
        last: Its last day.
        days: How many days a slot holds, 1 or 7.
    """

    first: dt.date
    last: dt.date
    days: int

    @property
    def width(self) -> int:
        """Units from edge to edge."""
        return SLOT * ((self.last - self.first).days // self.days + 1)

    def left(self, day: dt.date) -> int:
        """Return the left edge of a day, units."""
        return SLOT * (day - self.first).days // self.days

    def middle(self, day: dt.date) -> int:
        """Return the middle of the slot that a day begins, units."""
        return self.left(day) + MIDDLE

    def percent(self, x: int) -> str:
        """Return a place as per cent of the width, to a tenth."""
        return f"{100 * x / self.width:.1f}"


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
    pauses: Iterable[Span],
) -> Chart:
    """Return the marks for a stretch of time.

    Args:
        frame: The time axis.
        means: Pain of each slot that has any, by its first day.
        runs: The line, broken where days are missing.
        seconds: Seconds pressed in each slot that has any, by its first day.
        pauses: Days off.
    """
    scale = minutes_scale(max(map(_minutes, seconds.values()), default=0))
    shown = len(means) <= DOTS_AT_MOST
    return Chart(
        width=frame.width,
        dots=[_dot(frame, day, mean) for day, mean in sorted(means.items())] if shown else [],
        line=[[_dot(frame, day, mean) for day, mean in run] for run in runs],
        bars=[_bar(frame, day, _minutes(secs), scale) for day, secs in sorted(seconds.items())],
        scale=scale,
        mark=_height(scale.mark, scale),
        places=[_place(frame, tick) for tick in ticks(frame.first, frame.last)],
        bands=_bands(frame, pauses),
    )


def _minutes(seconds: int) -> int:
    return max(1, round(seconds / 60)) if seconds else 0


def _dot(frame: Frame, day: dt.date, mean: float) -> Dot:
    return Dot(day, frame.middle(day), FLOOR - round(LEVEL * mean))


def _height(minutes: int, scale: Scale) -> int:
    return BARS_FLOOR - round((BARS_FLOOR - BARS_TOP) * minutes / scale.top)


def _bar(frame: Frame, day: dt.date, minutes: int, scale: Scale) -> Bar:
    return Bar(frame.middle(day) - BAR // 2, min(_height(minutes, scale), BARS_FLOOR - 1))


def _place(frame: Frame, tick: Tick) -> Place:
    x = frame.left(tick.day)
    if x > ROOM_WIDE * frame.width:
        room = "never"
    else:
        room = "wide" if tick.is_extra or x > ROOM_ALWAYS * frame.width else "always"
    return Place(x, frame.percent(x), room, tick)


def _bands(frame: Frame, pauses: Iterable[Span]) -> list[Band]:
    shown = [pause for pause in pauses if pause.first <= frame.last and pause.last >= frame.first]
    named = len(shown) <= NAMES_AT_MOST
    return [_band(frame, pause, pause.name if named else "") for pause in shown]


def _band(frame: Frame, pause: Span, name: str) -> Band:
    x = max(frame.left(pause.first), 0)
    end = max(min(frame.left(pause.last + dt.timedelta(days=1)), frame.width), x + 1)
    if x < ROOM_FOR_PAIN * frame.width:  # there the word Pain stands
        name = ""
    if x > ROOM_ALWAYS * frame.width:
        return Band(x, end - x, frame.percent(end), "end", name)
    return Band(x, end - x, frame.percent(x), "start", name)


def _stroke(run: list[Dot]) -> str:
    first, *others = run
    steps = "".join(f"L{dot.x} {dot.y}" for dot in others)
    return f"M{first.x} {first.y}{steps or 'h0'}"
