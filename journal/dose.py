"""Knows the picture of own weeks: days with a session against the change to the next week.

It is a picture and no verdict: nothing was drawn by lot, and few weeks say little.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from journal.past import Span
from journal.trend import WEEK, Week

WEEKS_NEEDED = 8
DAYS = WEEK + 1  # columns: 0 to 7 days with a session
TOP, MIDDLE_LINE, FLOOR = 22, 122, 222  # px
USUAL_REACH, WHOLE_REACH = 5, 10  # points up and down
LABELS_AT_MOST = 30
DOTS_AT_MOST = 104  # two years: more lie on top of one another
APART = 13  # px between labels of a column
ASIDE = 6  # px between dots of a column at the same height


class Dot(NamedTuple):
    """A week and what came after it.

    Attributes:
        number: Its place among the weeks that are shown, from 1.
        monday: Its first day.
        days: Days with a session, 0 to 7.
        change: Mean pain of the next week minus its own, NRS points.
        percent: Where it stands, per cent of the width.
        aside: Pixels to the right of that, so that equal weeks stay apart.
        y: Pixels from the top.
        is_named: Whether its number has room beside it.
        event: What went on in the week or the next one; empty where nothing did.
    """

    number: int
    monday: dt.date
    days: int
    change: float
    percent: str
    aside: int
    y: int
    is_named: bool
    event: str


class DoseChart(NamedTuple):
    """All marks of the picture.

    Attributes:
        dots: Own weeks, oldest first.
        reach: How many points the axis goes up and down.
        columns: The places of 0 to 7 days, per cent of the width.
        planned: The place of the planned days a week; empty without a plan.
        missing: How many more weeks it takes.
        is_cut: Whether older weeks are left out, as too many for one picture.
    """

    dots: list[Dot]
    reach: int
    columns: list[str]
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
    widest = max((abs(change) for _week, change in changes), default=0.0)
    reach = USUAL_REACH if widest <= USUAL_REACH else WHOLE_REACH
    spans = list(spans)
    taken: dict[int, list[int]] = {}
    dots = [
        _dot(number, week, change, reach, taken.setdefault(week.practised, []), spans)
        for number, (week, change) in enumerate(changes, start=1)
    ]
    if len(dots) > LABELS_AT_MOST:
        dots = [dot._replace(is_named=False) for dot in dots]
    return DoseChart(
        dots=dots,
        reach=reach,
        columns=[_percent(days) for days in range(DAYS)],
        planned="" if planned is None else _percent(planned),
        missing=max(0, WEEKS_NEEDED - len(dots)),
        is_cut=len(pairs) > DOTS_AT_MOST,
    )


def _dot(
    number: int, week: Week, change: float, reach: int, taken: list[int], spans: list[Span]
) -> Dot:
    y = MIDDLE_LINE - round((MIDDLE_LINE - TOP) * change / reach)
    aside = ASIDE * sum(abs(y - other) < ASIDE for other in taken)
    is_named = all(abs(y - other) >= APART for other in taken)
    taken.append(y)
    last = week.monday + dt.timedelta(days=2 * WEEK - 1)
    event = next((s.name for s in spans if s.first <= last and s.last >= week.monday), "")
    percent = _percent(week.practised)
    return Dot(number, week.monday, week.practised, change, percent, aside, y, is_named, event)


def _percent(days: int) -> str:
    return f"{100 * (days + 0.5) / DAYS:.2f}"


def whole(weeks: Sequence[Week], last: dt.date) -> list[Week]:
    """Return the weeks whose Sunday is over on a day."""
    return [week for week in weeks if week.monday + dt.timedelta(days=WEEK - 1) <= last]
