"""Knows the picture of own weeks: days with a session against the change to the next week.

It is a picture and no verdict: nothing was drawn by lot, and few weeks say little.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from journal.labels import Box, Label, labels
from journal.past import Span
from journal.trend import WEEK, Week

WEEKS_NEEDED = 8
DAYS = WEEK + 1  # columns: 0 to 7 days with a session
TOP, MIDDLE_LINE, FLOOR = 22, 122, 222  # px
USUAL_REACH, WHOLE_REACH = 5, 10  # points up and down
LABELS_AT_MOST = 30  # of the newest weeks
DOTS_AT_MOST = 104  # two years: more lie on top of one another
COLUMN = 33  # px of a column on the narrowest screen; wider ones only part what stands apart here
ASIDES = (0, 10, -10, 5, -5)  # px, for weeks at nearly the same place
NEAR = 8  # px
RING = "a4 4 0 1 1-8 0a4 4 0 1 1 8 0"  # from its right edge


class Dot(NamedTuple):
    """A week and what came after it.

    Attributes:
        number: Its place among the weeks that are shown, from 1.
        monday: Its first day.
        days: Days with a session, 0 to 7.
        change: Mean pain of the next week minus its own, NRS points.
        aside: Pixels to the right of its column, so that equal weeks stay apart.
        y: Pixels from the top.
        label: Where its number stands; None where it has no room.
        event: What went on in the week or the next one; empty where nothing did.
    """

    number: int
    monday: dt.date
    days: int
    change: float
    aside: int
    y: int
    label: Label | None
    event: str


class Column(NamedTuple):
    """The weeks with as many days with a session.

    Attributes:
        days: How many days.
        percent: Where its middle is, per cent of the width.
        dots: Its weeks.
    """

    days: int
    percent: str
    dots: list[Dot]

    @property
    def plain_path(self) -> str:
        """Rings of weeks without anything else going on, pixels from the middle, in one path."""
        return _rings(dot for dot in self.dots if not dot.event)

    @property
    def event_path(self) -> str:
        """Rings of the others."""
        return _rings(dot for dot in self.dots if dot.event)

    @property
    def names(self) -> list[tuple[int, int, str, str]]:
        """Numbers with x and y in pixels from the middle and from the top, and the anchor."""
        return [
            (dot.aside + dot.label.x, dot.y + dot.label.y, dot.label.anchor, dot.label.text)
            for dot in self.dots
            if dot.label
        ]


def _rings(dots: Iterable[Dot]) -> str:
    return "".join([f"M{dot.aside + 4} {dot.y}{RING}" for dot in dots])


class DoseChart(NamedTuple):
    """All marks of the picture.

    Attributes:
        dots: Own weeks, oldest first.
        reach: How many points the axis goes up and down.
        columns: The same by days with a session, 0 to 7.
        planned: The place of the planned days a week, per cent of the width; empty without a plan.
        missing: How many more weeks it takes.
        is_cut: Whether older weeks are left out, as too many for one picture.
    """

    dots: list[Dot]
    reach: int
    columns: list[Column]
    planned: str
    missing: int
    is_cut: bool

    @property
    def is_enough(self) -> bool:
        """Whether there are weeks enough for a picture."""
        return not self.missing


def dose_chart(weeks: Sequence[Week], spans: Iterable[Span], planned: int | None) -> DoseChart:
    """Return the picture of the newest weeks that have enough ratings, as has the week after.

    Args:
        weeks: Neighbouring weeks, oldest first, all of them over.
        spans: What went on besides.
        planned: Planned days a week; None without a plan.
    """
    pairs = [(week, after) for week, after in pairwise(weeks) if week.counts and after.counts]
    newest = pairs[-DOTS_AT_MOST:]
    changes = [(week, (after.mean or 0.0) - (week.mean or 0.0)) for week, after in newest]
    dots = _named(_dots(changes, _reach(changes), list(spans)))
    return DoseChart(
        dots=dots,
        reach=_reach(changes),
        columns=[
            Column(days, _percent(days), [dot for dot in dots if dot.days == days])
            for days in range(DAYS)
        ],
        planned="" if planned is None else _percent(planned),
        missing=max(0, WEEKS_NEEDED - len(dots)),
        is_cut=len(pairs) > DOTS_AT_MOST,
    )


def _reach(changes: Sequence[tuple[Week, float]]) -> int:
    widest = max((abs(change) for _week, change in changes), default=0.0)
    return USUAL_REACH if widest <= USUAL_REACH else WHOLE_REACH


def _dots(changes: Sequence[tuple[Week, float]], reach: int, spans: list[Span]) -> list[Dot]:
    taken: dict[int, list[tuple[int, int]]] = {}
    dots = []
    for number, (week, change) in enumerate(changes, start=1):
        column = taken.setdefault(week.practised, [])
        y = MIDDLE_LINE - round((MIDDLE_LINE - TOP) * change / reach)
        aside = _aside(y, column)
        column.append((aside, y))
        event = _event(week, spans)
        dots.append(Dot(number, week.monday, week.practised, change, aside, y, None, event))
    return dots


def _aside(y: int, taken: list[tuple[int, int]]) -> int:
    """Return how far aside a dot stands so as to lie on no other; 0 where all places are taken."""
    near = [(x, other) for x, other in taken if abs(y - other) < NEAR]
    free = (
        aside
        for aside in ASIDES
        if all((aside - x) ** 2 + (y - other) ** 2 >= NEAR**2 for x, other in near)
    )
    return next(free, 0)


def _event(week: Week, spans: list[Span]) -> str:
    last = week.monday + dt.timedelta(days=2 * WEEK - 1)
    return next((s.name for s in spans if s.first <= last and s.last >= week.monday), "")


def _named(dots: list[Dot]) -> list[Dot]:
    """Return the dots with the numbers of the newest, as far as there is room on any screen."""
    middles = [(COLUMN * dot.days + COLUMN // 2 + dot.aside, dot.y) for dot in dots]
    first = len(dots) - LABELS_AT_MOST
    texts = [str(dot.number) if dot.number > first else "" for dot in dots]
    frame = Box(0, TOP - 6, COLUMN * DAYS, FLOOR + 6)
    found = labels(middles, texts, frame)
    return [dot._replace(label=label) for dot, label in zip(dots, found, strict=True)]


def _percent(days: int) -> str:
    return f"{100 * (days + 0.5) / DAYS:.2f}"


def whole(weeks: Sequence[Week], last: dt.date) -> list[Week]:
    """Return the weeks whose Sunday is over on a day."""
    return [week for week in weeks if week.monday + dt.timedelta(days=WEEK - 1) <= last]
