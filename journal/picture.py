"""Knows what of a history the chart shows: day by day, or week by week where it is long."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journal.charts import Chart, Frame, draw
from journal.past import History, Span
from journal.ranges import WEEKS_DAY_BY_DAY, Range
from journal.trend import WEEK, Run, Week, rolling_means, weekly, weekly_runs

FEW_WEEKS = 4  # the frame of a history that has not begun


class Counts(NamedTuple):
    """How much the chart rests on.

    Attributes:
        days: Days from edge to edge.
        rated: Those with a rating.
        sessions: Sessions practised.
    """

    days: int
    rated: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the numbers it was drawn from.

    Attributes:
        chart: Its marks.
        weeks: The same, week by week, oldest first.
        counts: How much it rests on.
        is_weekly: Whether one dot is a week.
    """

    chart: Chart
    weeks: list[Week]
    counts: Counts
    is_weekly: bool


def picture(stretch: Range, history: History) -> Picture:
    """Return the chart of a stretch that ends today."""
    is_long = stretch.weeks or len(history.weeks) > WEEKS_DAY_BY_DAY
    return (
        _by_week(stretch, history) if stretch.is_weekly and is_long else _by_day(stretch, history)
    )


def _by_day(stretch: Range, history: History) -> Picture:
    today = history.today
    first = stretch.first_day(today) or _beginning(today, {**history.means, **history.practice})
    means = {day: mean for day, mean in history.means.items() if day >= first}
    practice = {day: done for day, done in history.practice.items() if day >= first}
    return _picture(
        Frame(first, today, days=1),
        means,
        rolling_means(history.means, first, today),
        weekly(means, practice, first, today),
        history.pauses,
        {day: seconds for day, (_sessions, seconds) in practice.items()},
    )


def _beginning(today: dt.date, written: Mapping[dt.date, object]) -> dt.date:
    frame = today - dt.timedelta(weeks=FEW_WEEKS, days=-1)
    return min(frame, *written) if written else frame


def _by_week(stretch: Range, history: History) -> Picture:
    weeks = history.weeks
    first = stretch.first_day(history.today) or weeks[0].monday
    return _picture(
        Frame(first, history.today, days=WEEK),
        {week.monday: week.mean for week in weeks if week.mean is not None},
        weekly_runs(weeks),
        weeks,
        history.pauses,
        {week.monday: week.seconds for week in weeks if week.seconds},
    )


def _picture(
    frame: Frame,
    means: Mapping[dt.date, float],
    runs: list[Run],
    weeks: list[Week],
    pauses: list[Span],
    seconds: Mapping[dt.date, int],
) -> Picture:
    return Picture(
        chart=draw(frame, means=means, runs=runs, seconds=seconds, pauses=pauses),
        weeks=weeks,
        counts=Counts(
            days=(frame.last - frame.first).days + 1,
            rated=sum(week.rated for week in weeks),
            sessions=sum(week.sessions for week in weeks),
        ),
        is_weekly=frame.days == WEEK,
    )
