"""Knows what of a history the chart shows: day by day, or week by week where it is long."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journal.charts import Chart, draw, minutes_of
from journal.frames import Frame
from journal.past import History, Span
from journal.ranges import WEEKS_DAY_BY_DAY, Stretch
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


class Values(NamedTuple):
    """The numbers of each slot of a chart, in order, as a page carries them.

    Attributes:
        first: The first day, as ISO writes it.
        step: How many days a slot holds.
        pain: Mean pain to a tenth, or a dash, with blanks between.
        minutes: Minutes pressed, with blanks between.
    """

    first: str
    step: int
    pain: str
    minutes: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the numbers it was drawn from.

    Attributes:
        chart: Its marks.
        weeks: The same, week by week, oldest first.
        counts: How much it rests on.
        is_weekly: Whether one dot is a week.
        values: Every number, for whoever looks at one day after the other.
    """

    chart: Chart
    weeks: list[Week]
    counts: Counts
    is_weekly: bool
    values: Values


def picture(stretch: Stretch, history: History) -> Picture:
    """Return the chart of a stretch."""
    is_long = stretch.first or len(history.weeks) > WEEKS_DAY_BY_DAY
    return (
        _by_week(stretch, history) if stretch.is_weekly and is_long else _by_day(stretch, history)
    )


def _by_day(stretch: Stretch, history: History) -> Picture:
    last = stretch.last
    first = stretch.first or beginning(last, {**history.means, **history.practice})
    means = {day: mean for day, mean in history.means.items() if first <= day <= last}
    practice = {day: done for day, done in history.practice.items() if first <= day <= last}
    return _picture(
        Frame(first, last, days=1),
        means,
        rolling_means(history.means, first, last),
        weekly(means, practice, first, last),
        history.spans,
        {day: seconds for day, (_sessions, seconds) in practice.items()},
    )


def beginning(last: dt.date, written: Iterable[dt.date]) -> dt.date:
    """Return the first day of all that is written, or of four weeks where that is longer."""
    return min([last - dt.timedelta(weeks=FEW_WEEKS, days=-1), *written])


def _by_week(stretch: Stretch, history: History) -> Picture:
    weeks = history.weeks
    first = stretch.first or weeks[0].monday
    return _picture(
        Frame(first, stretch.last, days=WEEK),
        {week.monday: week.mean for week in weeks if week.mean is not None},
        weekly_runs(weeks),
        weeks,
        history.spans,
        {week.monday: week.seconds for week in weeks if week.seconds},
    )


def _picture(
    frame: Frame,
    means: Mapping[dt.date, float],
    runs: list[Run],
    weeks: list[Week],
    spans: list[Span],
    seconds: Mapping[dt.date, int],
) -> Picture:
    return Picture(
        chart=draw(frame, means=means, runs=runs, seconds=seconds, spans=spans),
        weeks=weeks,
        counts=Counts(
            days=(frame.last - frame.first).days + 1,
            rated=sum(week.rated for week in weeks),
            sessions=sum(week.sessions for week in weeks),
        ),
        is_weekly=frame.days == WEEK,
        values=_values(frame, means, seconds),
    )


def _values(frame: Frame, means: Mapping[dt.date, float], seconds: Mapping[dt.date, int]) -> Values:
    slots = [frame.first + dt.timedelta(days=n) for n in range(0, frame.length, frame.days)]
    return Values(
        first=frame.first.isoformat(),
        step=frame.days,
        pain=" ".join([f"{means[day]:.1f}" if day in means else "-" for day in slots]),
        minutes=" ".join([str(minutes_of(seconds.get(day, 0))) for day in slots]),
    )
