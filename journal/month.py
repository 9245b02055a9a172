"""Knows the calendar of 28 days: what each was for, what was done, what else went on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from journal.charts import minutes_of
from journal.past import Span
from journal.trend import WEEK
from routines.consistency import DAYS, last_28_days
from routines.plan import Calendar, DayKind

ROW = 60  # px
HEAD = 20


class Cell(NamedTuple):
    """One day.

    Attributes:
        day: Which.
        state: ``practised``, ``rest``, ``paused``, ``none`` or ``today``.
        is_planned: Whether a session was planned.
        minutes: Minutes pressed.
        pain: Mean pain; None without a rating.
        events: What else went on.
        percent: Its middle, per cent of the width.
        left: Its left edge, per cent of the width.
        y: Its top, pixels.
        is_last: Whether it is the last of the days.
    """

    day: dt.date
    state: str
    is_planned: bool
    minutes: int
    pain: float | None
    events: list[str]
    percent: str
    left: str
    y: int
    is_last: bool


class Month(NamedTuple):
    """28 days in four rows of a week.

    Attributes:
        cells: In order.
        practised: Days with a session.
        planned: Days that asked for one, or had one.
        height: Pixels.
    """

    cells: list[Cell]
    practised: int
    planned: int
    height: int


def month(
    calendar: Calendar,
    last: dt.date,
    *,
    today: dt.date,
    means: Mapping[dt.date, float],
    practice: Mapping[dt.date, tuple[int, int]],
    spans: Iterable[Span],
) -> Month:
    """Return the 28 days that end on a day, today or before."""
    found = last_28_days(calendar, practised=practice.keys(), today=today, last=last)
    planned = calendar.between(found.days[0][0], last)
    spans = list(spans)
    cells = [
        Cell(
            day=day,
            state=str(state),
            is_planned=planned[n].kind is DayKind.PRACTICE,
            minutes=minutes_of(practice.get(day, (0, 0))[1]),
            pain=means.get(day),
            events=[span.name for span in spans if span.first <= day <= span.last],
            percent=f"{100 * (n % WEEK + 0.5) / WEEK:.2f}",
            left=f"{100 * (n % WEEK) / WEEK:.2f}",
            y=HEAD + n // WEEK * ROW,
            is_last=n == DAYS - 1,
        )
        for n, (day, state) in enumerate(found.days)
    ]
    return Month(cells, found.practised, found.planned, HEAD + DAYS // WEEK * ROW)
