"""Knows the time axis of a chart: where days, dates and the bands behind the marks stand."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from journal.axes import Tick
from journal.past import Span

SLOT = 10  # units a day or a week is wide
MIDDLE = SLOT // 2
NAMES_AT_MOST = 3
ROOM_FOR_PAIN = 0.15  # share of the width
ROOM_ALWAYS, ROOM_WIDE = 0.72, 0.86  # shares of the width: further right stands "today"


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
        sort: ``pause``, ``event`` or ``flare``.
    """

    x: int
    width: int
    percent: str
    anchor: str
    name: str
    sort: str = "pause"


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
    def length(self) -> int:
        """Days from edge to edge."""
        return (self.last - self.first).days + 1

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


def place_of(frame: Frame, tick: Tick) -> Place:
    """Return where a date stands under a chart."""
    x = frame.left(tick.day)
    if x > ROOM_WIDE * frame.width:
        room = "never"
    else:
        room = "wide" if tick.is_extra or x > ROOM_ALWAYS * frame.width else "always"
    return Place(x, frame.percent(x), room, tick)


def bands_of(frame: Frame, spans: Iterable[Span]) -> list[Band]:
    """Return the bands behind a chart; a name stands over each where there are few."""
    shown = [span for span in spans if span.first <= frame.last and span.last >= frame.first]
    named = len(shown) <= NAMES_AT_MOST
    return [_band(frame, span, span.name if named else "") for span in shown]


def _band(frame: Frame, span: Span, name: str) -> Band:
    x = max(frame.left(span.first), 0)
    end = max(min(frame.left(span.last + dt.timedelta(days=1)), frame.width), x + 1)
    if x < ROOM_FOR_PAIN * frame.width:  # there the word Pain stands
        name = ""
    if x > ROOM_ALWAYS * frame.width:
        return Band(x, end - x, frame.percent(end), "end", name, span.sort)
    return Band(x, end - x, frame.percent(x), "start", name, span.sort)
