"""Knows what the page of pain before and after sessions shows of one person."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from journal.daily import read_spans
from journal.frames import Frame
from journal.history import spans_of
from journal.numbers import NOTHING, WEEKS_AT_MOST
from journal.picture import beginning
from journal.ranges import EARLIEST, Stretch
from journal.sessions import Slot, read_sessions
from journal.sessions_chart import sessions_chart, sums
from journal.thinning import slots_by_quarter, slots_together, weeks_a_mark
from journal.trend import WEEK
from routines.local_time import Moment


def sessions(person: User, stretch: Stretch, _now: Moment) -> dict[str, Any]:
    """Return pain before and after sessions, planned and pressed time."""
    first = stretch.first or EARLIEST
    slots = read_sessions(person, first, stretch.last, is_weekly=stretch.is_weekly)
    start = stretch.first or beginning(stretch.last, [slot.first for slot in slots[:1]])
    start -= dt.timedelta(days=start.weekday() if stretch.is_weekly else 0)
    each = weeks_a_mark(start, stretch.last) if stretch.is_weekly else 0
    axis = Frame(start, stretch.last, days=WEEK * each or 1)
    marks = slots_together(slots, start, each) if each > 1 else slots
    spans = spans_of(read_spans(person, start, stretch.last), start, stretch.last)
    is_long = stretch.is_weekly and len(slots) > WEEKS_AT_MOST
    return {
        "chart": sessions_chart(axis, marks, spans),
        "slots": slots,
        "weeks_a_mark": each,
        "is_quarterly": is_long,
        "body": _rows(slots_by_quarter(slots) if is_long else slots, is_long=is_long),
        "sums": sums(slots),
        "points": json.dumps(list(_points(marks, axis))),
        "spans": spans,
    }


def _rows(slots: list[Slot], *, is_long: bool) -> str:
    """Return the lines of the table, newest first; joined at once, which a template does slowly."""
    pattern = "M Y" if is_long else "j M Y"
    return format_html_join(
        "",
        f'<tr><th scope="row" data-kind="date">{{}}</th>{"<td>{}</td>" * 5}</tr>',
        (
            (
                date_format(slot.first, pattern),
                slot.sessions,
                NOTHING if slot.before is None else f"{slot.before:.1f}",
                NOTHING if slot.after is None else f"{slot.after:.1f}",
                round(slot.planned / 60),
                round(slot.pressed / 60),
            )
            for slot in reversed(slots)
        ),
    )


def _points(slots: list[Slot], axis: Frame) -> Iterable[tuple[float, None, str]]:
    for slot in slots:
        x = axis.middle(slot.first)
        yield float(axis.percent(x)), None, _words(slot)


def _words(slot: Slot) -> str:
    """Return a day's or a week's sessions in one line."""
    numbers = {
        "day": date_format(slot.first, "j M Y"),
        "before": slot.before or 0.0,
        "after": slot.after or 0.0,
        "pressed": round(slot.pressed / 60),
        "planned": round(slot.planned / 60),
    }
    said = _("%(day)s: %(pressed)d of %(planned)d minutes pressed") % numbers
    if slot.before is None:
        return said
    return said + _(", pain %(before).1f before and %(after).1f after") % numbers
