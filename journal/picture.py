"""Knows what of a history the chart shows: day by day, or week by week where it is long."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journal.charts import Chart, draw, minutes_of
from journal.frames import Frame
from journal.past import History
from journal.planned import Planned, planned_by_week
from journal.ranges import WEEKS_DAY_BY_DAY, Stretch
from journal.thinning import together, weeks_a_mark
from journal.trend import WEEK, Run, Week, rolling_means, weekly, weekly_runs

FEW_WEEKS = 4  # the frame of a history that has not begun


class Counts(NamedTuple):
    """How much the chart rests on.

    Attributes:
        days: Days from edge to edge.
        rated: Those with a rating.
        sessions: Sessions practised.
        planned: Sessions planned; None where no plan held, or it was not asked for.
    """

    days: int
    rated: int
    sessions: int
    planned: int | None = None


class Values(NamedTuple):
    """The numbers of each slot of a chart, in order, as a page carries them.

    Attributes:
        first: The first day, as ISO writes it.
        step: How many days a slot holds.
        pain: Mean pain to a tenth, or a dash, with blanks between.
        minutes: Minutes pressed, with blanks between.
        sessions: Sessions practised, with blanks between; empty without a plan.
        planned: Sessions planned or a dash, with blanks between; empty without a plan.
    """

    first: str
    step: int
    pain: str
    minutes: str
    sessions: str = ""
    planned: str = ""


class Done(NamedTuple):
    """What was practised in a slot: sessions, and seconds pressed."""

    sessions: int
    seconds: int


NONE_DONE = Done(0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the numbers it was drawn from.

    Attributes:
        chart: Its marks.
        weeks: The same, week by week, oldest first.
        counts: How much it rests on.
        weeks_a_mark: How many weeks one mark stands for; 0 where it is a day.
        values: Every number, for whoever looks at one day after the other.
    """

    chart: Chart
    weeks: list[Week]
    counts: Counts
    weeks_a_mark: int
    values: Values

    @property
    def is_weekly(self) -> bool:
        """Whether a mark is a week or more."""
        return bool(self.weeks_a_mark)


def frame_of(stretch: Stretch, history: History) -> Frame:
    """Return the time axis of a stretch: by days, by weeks, or by several weeks for years."""
    last = stretch.last
    if not stretch.is_weekly or not (stretch.first or len(history.weeks) > WEEKS_DAY_BY_DAY):
        first = stretch.first or beginning(last, {**history.means, **history.practice})
        return Frame(first, last, days=1)
    first = stretch.first or history.weeks[0].monday
    return Frame(first, last, days=WEEK * weeks_a_mark(first, last))


def picture(stretch: Stretch, history: History, planned: Planned | None = None) -> Picture:
    """Return the chart of a stretch, with the sessions planned for each of its days if known."""
    frame = frame_of(stretch, history)
    plan = planned or {}
    return _by_day(frame, history, plan) if frame.days == 1 else _by_week(frame, history, plan)


def beginning(last: dt.date, written: Iterable[dt.date]) -> dt.date:
    """Return the first day of all that is written, or of four weeks where that is longer."""
    return min([last - dt.timedelta(weeks=FEW_WEEKS, days=-1), *written])


def _by_day(frame: Frame, history: History, planned: Planned) -> Picture:
    first, last = frame.first, frame.last
    means = {day: mean for day, mean in history.means.items() if first <= day <= last}
    practice = {day: Done(*did) for day, did in history.practice.items() if first <= day <= last}
    weeks = weekly(means, practice, first, last)
    runs = rolling_means(history.means, first, last)
    return _picture(frame, history, weeks, Slots(means, runs, practice, planned))


def _by_week(frame: Frame, history: History, planned: Planned) -> Picture:
    each = frame.days // WEEK
    weeks = history.weeks
    marks = weeks if each == 1 else together(weeks, frame.first, each)
    slots = Slots(
        {mark.monday: mark.mean for mark in marks if mark.mean is not None},
        weekly_runs(marks, each),
        {mark.monday: Done(mark.sessions, mark.seconds) for mark in marks if mark.sessions},
        planned_by_week(planned),
    )
    return _picture(frame, history, weeks, slots)


class Slots(NamedTuple):
    """What is drawn, by the first day of each slot that has any.

    Attributes:
        means: Pain.
        runs: The line.
        done: What was practised.
        planned: Sessions planned.
    """

    means: Mapping[dt.date, float]
    runs: list[Run]
    done: Mapping[dt.date, Done]
    planned: Planned


def _picture(frame: Frame, history: History, weeks: list[Week], slots: Slots) -> Picture:
    sessions = sum(week.sessions for week in weeks)
    usual = sum(week.seconds for week in weeks) // sessions if sessions else 0
    return Picture(
        chart=draw(
            frame,
            means=slots.means,
            runs=slots.runs,
            seconds={day: done.seconds for day, done in slots.done.items() if done.seconds},
            spans=history.spans,
            plan={day: usual * n for day, n in slots.planned.items() if usual * n},
        ),
        weeks=weeks,
        counts=Counts(
            days=frame.length,
            rated=sum(week.rated for week in weeks),
            sessions=sessions,
            planned=sum(slots.planned.values()) if slots.planned else None,
        ),
        weeks_a_mark=frame.days // WEEK,
        values=_values(frame, slots),
    )


def _values(frame: Frame, slots: Slots) -> Values:
    days = [frame.first + dt.timedelta(days=n) for n in range(0, frame.length, frame.days)]
    means, planned = slots.means, slots.planned
    done = [slots.done.get(day, NONE_DONE) for day in days]
    return Values(
        first=frame.first.isoformat(),
        step=frame.days,
        pain=" ".join([f"{means[day]:.1f}" if day in means else "-" for day in days]),
        minutes=" ".join([str(minutes_of(did.seconds)) for did in done]),
        sessions=" ".join([str(did.sessions) for did in done]) if planned else "",
        planned=" ".join([str(planned.get(day, "-")) for day in days]) if planned else "",
    )
