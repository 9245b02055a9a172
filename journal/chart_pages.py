"""Knows what each page of the chart shows of one person."""

import datetime as dt
import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from journal.course import change, usual_wobble, whole_weeks
from journal.course_words import care_told, change_told, slope_told, wobble_told
from journal.daily import read_days, read_spans, read_weeks
from journal.dose import DoseChart, dose_chart, whole
from journal.fair_test_page import how_far
from journal.filters import stretches
from journal.findings import NOW, WAY, Memory
from journal.history import pauses_of, read_history, read_planned, spans_of
from journal.month import Cell, month
from journal.numbers import table
from journal.past import History
from journal.picture import frame_of, picture
from journal.planned import planned_by_week
from journal.ranges import EARLIEST, Stretch
from journal.sessions_page import sessions
from journal.statements import does_it_go_with_less_pain, line_needs, points
from journal.templatetags.signs import minus
from journal.trend import WEEK, monday_of
from routines.calendars import calendar_of
from routines.consistency import DAYS
from routines.local_time import Moment
from routines.plan import DayKind, PlannedDay

HALF_A_YEAR = dt.timedelta(weeks=26)


def frame(view: str, stretch: Stretch) -> dict[str, Any]:
    """Return what stands around every chart."""
    return {
        "section": "chart",
        "view": view,
        "stretch": stretch,
        "stretches": stretches(view, stretch.name),
    }


def pain(person: User, stretch: Stretch, now: Moment) -> dict[str, Any]:
    """Return pain above sessions, planned ones beside them, and the one statement."""
    history = read_history(person, stretch, now.today, [NOW])
    planned = read_planned(person, frame_of(stretch, history), history.pauses)
    shown = picture(stretch, history, planned)
    test = history.test
    return _stated(person, history, now.today) | {
        "picture": shown,
        "chart": shown.chart,
        "table": table(shown.weeks, planned_by_week(planned)),
        "planned": planned,
        "line_needs": line_needs(shown.counts.rated),
        "spans": history.spans,
        "history": history,
        "fair_test": test,
        "how_far": how_far(test, now.today) if test else "",
    }


def _stated(person: User, history: History, today: dt.date) -> dict[str, Any]:
    """Return the one statement, and what other care it cannot tell apart."""
    compare = partial(Memory(person, history.kept).association, NOW)
    said = does_it_go_with_less_pain(history.means, history.practice, history.began, today, compare)
    return {"statement": said, "care": care_told(history.care, said.first, said.last)}


def weeks(person: User, stretch: Stretch, now: Moment) -> dict[str, Any]:
    """Return own weeks against the change to the next, and how pain went since the start."""
    first = stretch.first or EARLIEST
    every = read_weeks(person, EARLIEST, stretch.last)
    over = whole(every, stretch.last)
    shown = [week for week in over if week.monday >= first]
    monday = monday_of(now.today)
    sunday = monday + dt.timedelta(days=WEEK - 1)
    rows = read_spans(person, min(first, monday), sunday)
    spans = spans_of(rows, first, stretch.last)
    recent = read_days(person, stretch.last - HALF_A_YEAR, stretch.last, [WAY])
    newest = whole_weeks(recent.means, stretch.last)
    calendar, _routines = calendar_of(person, first=monday, last=sunday, pauses=pauses_of(rows))
    planned = _planned_a_week(calendar.between(monday, sunday))
    chart = dose_chart(shown, spans, planned)
    usual = usual_wobble(newest)
    valid = sum(week.counts for week in over)
    return {
        "chart": chart,
        "planned": planned,
        "points": json.dumps(list(_dose_points(chart))),
        "body": _dose_rows(chart),
        "spans": spans,
        "change": change_told(change(over, usual), valid),
        "slope": slope_told(Memory(person, recent.kept).slope(newest)),
        "wobble": wobble_told(usual, sum(level is not None for level in newest)),
    }


def _planned_a_week(days: Iterable[PlannedDay]) -> int | None:
    """Return on how many of the days of a week a session is planned; None without a plan."""
    kinds = [day.kind for day in days]
    if not any(kind in {DayKind.PRACTICE, DayKind.REST} for kind in kinds):
        return None
    return sum(kind is DayKind.PRACTICE for kind in kinds)


def _dose_points(chart: DoseChart) -> Iterable[tuple[float, int, str, int]]:
    for dot, column in ((dot, chart.columns[dot.days]) for dot in chart.dots):
        said = _("Week of %(monday)s: %(days)d days with a session, the next week %(change)s") % {
            "monday": date_format(dot.monday, "j M Y"),
            "days": dot.days,
            "change": points(dot.change, _("the same")),
        }
        words = f"{said}. {dot.event}" if dot.event else said
        yield float(column.percent), dot.y, words, dot.aside


def _dose_rows(chart: DoseChart) -> str:
    """Return the lines of the table, oldest first."""
    return format_html_join(
        "",
        '<tr><th scope="row">{}</th><td data-kind="date">{}</td><td>{}</td><td>{}</td></tr>',
        (
            (dot.number, date_format(dot.monday, "j M Y"), dot.days, minus(f"{dot.change:+.1f}"))
            for dot in chart.dots
        ),
    )


def days(person: User, stretch: Stretch, now: Moment) -> dict[str, Any]:
    """Return the 28 days that end with the stretch."""
    first = stretch.last - dt.timedelta(days=DAYS - 1)
    read, rows = read_days(person, first, stretch.last), read_spans(person, first, stretch.last)
    pauses, spans = pauses_of(rows), spans_of(rows, first, stretch.last)
    calendar, _ = calendar_of(person, first=first, last=stretch.last, pauses=pauses)
    shown = month(
        calendar,
        stretch.last,
        today=now.today,
        means=read.means,
        practice=read.practice,
        spans=spans,
    )
    before, after = first - dt.timedelta(days=1), stretch.last + dt.timedelta(days=DAYS)
    return {
        "month": shown,
        "first": first,
        "spans": spans,
        "points": json.dumps([(float(c.percent), c.y + 30, day_words(c)) for c in shown.cells]),
        "before": before,
        "after": min(after, now.today) if stretch.last < now.today else None,
    }


def day_words(cell: Cell) -> str:
    """Return one day of the calendar in words."""
    states = {
        "practised": _("practised"),
        "rest": _("planned rest"),
        "paused": _("paused"),
        "none": _("no session"),
        "today": _("today"),
    }
    said = f"{date_format(cell.day, 'D j M')}: {states[cell.state]}"
    if cell.minutes:
        said += _(", %(minutes)d min pressed") % {"minutes": cell.minutes}
    if cell.is_planned:
        said += _(", planned")
    if cell.pain is not None:
        said += _(", pain %(pain).1f") % {"pain": cell.pain}
    return ", ".join([said, *cell.events])


def method(person: User, stretch: Stretch, now: Moment) -> dict[str, Any]:
    """Return the numbers that were used for what is said."""
    history = read_history(person, stretch, now.today, [NOW, WAY])
    newest = whole_weeks(history.means, now.today)
    every = whole(read_weeks(person, EARLIEST, now.today), now.today)
    usual = usual_wobble(newest)
    return _stated(person, history, now.today) | {
        "usual": usual,
        "change": change(every, usual),
        "slope": Memory(person, history.kept).slope(newest),
    }


FILLS = {"pain": pain, "weeks": weeks, "sessions": sessions, "days": days}
