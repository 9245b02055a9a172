"""Reads what the charts of one person need, in as many queries however long the history is."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from journal.daily import SpanRow, read_days, read_spans, read_weeks
from journal.frames import Frame
from journal.looks import EVERY, WINDOW
from journal.models.happening import WORDS
from journal.past import Going, History, Span
from journal.planned import Planned, planned_by_day
from journal.ranges import EARLIEST, Stretch
from journal.trend import WEEK
from routines.calendars import calendar_of
from routines.plan import Span as DaysOff

CARE, TEST = "care", "test"
PLANNED_AT_MOST = 53 * WEEK  # days: a plan of ten years would take longer than its chart


def read_history(
    person: User, stretch: Stretch, today: dt.date, about: Sequence[str] = ()
) -> History:
    """Return what the chart of a stretch and the statement under it need, in three queries.

    What is remembered about something comes along.
    """
    recently = today - dt.timedelta(days=WINDOW + EVERY - 1)
    shown = stretch.first if stretch.first and not stretch.is_weekly else today
    first = stretch.first or EARLIEST
    days = read_days(person, min(recently, shown), today, about)
    rows = read_spans(person, min(first, recently), today)
    return History(
        today=today,
        began=days.began,
        means=days.means,
        practice=days.practice,
        weeks=read_weeks(person, first, stretch.last) if stretch.is_weekly else [],
        spans=spans_of(rows, first, stretch.last),
        care=care_of(rows),
        pauses=pauses_of(rows),
        test=_test_of(rows),
        kept=days.kept,
    )


def read_planned(person: User, frame: Frame, pauses: Sequence[DaysOff]) -> Planned:
    """Return the sessions planned for each day of a chart, in two queries; none for years."""
    if frame.length > PLANNED_AT_MOST:
        return {}
    calendar, _ = calendar_of(person, first=frame.first, last=frame.last, pauses=pauses)
    return planned_by_day(calendar, frame.first, frame.last)


def spans_of(rows: Iterable[SpanRow], first: dt.date, last: dt.date) -> list[Span]:
    """Return pauses, events and bad spells with their names, cut to the days first..last."""
    return [
        Span(
            first=max(row.first, first),
            last=min(row.last or last, last),
            name=_name(row),
            sort=row.sort,
        )
        for row in rows
        if row.sort not in {CARE, TEST}
        and row.first <= last
        and (row.last is None or row.last >= first)
    ]


def pauses_of(rows: Iterable[SpanRow]) -> list[DaysOff]:
    """Return the days off among what went on."""
    return [DaysOff(row.first, row.last) for row in rows if row.sort == "pause"]


def _name(row: SpanRow) -> str:
    if row.name and (row.sort == "pause" or row.kind == "other"):
        return row.name
    return str(WORDS[row.kind]) if row.kind else _("Paused")


def _test_of(rows: Iterable[SpanRow]) -> Going | None:
    going = (Going(row.kind, row.first, row.last or row.first) for row in rows if row.sort == TEST)
    return next(going, None)


def care_of(rows: Iterable[SpanRow]) -> dict[str, frozenset[dt.date]]:
    """Return the days with other care by its word, most days first."""
    found: dict[str, set[dt.date]] = {}
    for row in rows:
        if row.sort == CARE:
            found.setdefault(str(WORDS[row.kind]), set()).add(row.first)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return {word: frozenset(days) for word, days in ordered}
