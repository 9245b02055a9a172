"""Knows the lines of each chart's table as a file: names of columns first, then numbers."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from journal.past import Span
from journal.planned import Planned, planned_by_week
from journal.trend import Week

type Line = list[object]

PAIN = ("from", "days", "days_rated", "mean_pain", "sessions", "sessions_planned", "minutes")


def pain_lines(context: Mapping[str, Any]) -> Iterator[Line]:
    """Yield a line for each day that is drawn by the day, else for each week."""
    yield [*PAIN, "what_went_on"]
    shown, history, planned = context["picture"], context["history"], context["planned"]
    first = dt.date.fromisoformat(shown.values.first)
    if shown.is_weekly:
        asked = planned_by_week(planned)
        yield from (_week(week, asked, context["spans"]) for week in shown.weeks)
        return
    for n in range(shown.counts.days):
        day = first + dt.timedelta(days=n)
        mean, (sessions, seconds) = history.means.get(day), history.practice.get(day, (0, 0))
        yield [
            day.isoformat(),
            1,
            int(mean is not None),
            _tenth(mean),
            sessions,
            planned.get(day, ""),
            round(seconds / 60),
            _names(context["spans"], day, day),
        ]


def _week(week: Week, planned: Planned, spans: Iterable[Span]) -> Line:
    return [
        week.monday.isoformat(),
        7,
        week.rated,
        _tenth(week.mean),
        week.sessions,
        planned.get(week.monday, ""),
        round(week.seconds / 60),
        _names(spans, week.monday, week.monday + dt.timedelta(days=6)),
    ]


def _tenth(mean: float | None) -> float | str:
    return "" if mean is None else round(mean, 1)


def _names(spans: Iterable[Span], first: dt.date, last: dt.date) -> str:
    return "; ".join([s.name for s in spans if s.first <= last and s.last >= first])


def week_lines(context: Mapping[str, Any]) -> Iterator[Line]:
    """Yield a line for each of the own weeks."""
    yield ["number", "from", "days_with_a_session", "change_to_next_week", "what_went_on"]
    for dot in context["chart"].dots:
        yield [dot.number, dot.monday.isoformat(), dot.days, round(dot.change, 2), dot.event]


def session_lines(context: Mapping[str, Any]) -> Iterator[Line]:
    """Yield a line for each day, or each week, with a session."""
    yield ["from", "sessions", "with_both", "before", "after", "minutes_planned", "minutes_pressed"]
    for slot in context["slots"]:
        yield [
            slot.first.isoformat(),
            slot.sessions,
            slot.pairs,
            _tenth(slot.before),
            _tenth(slot.after),
            round(slot.planned / 60),
            round(slot.pressed / 60),
        ]


def day_lines(context: Mapping[str, Any]) -> Iterator[Line]:
    """Yield a line for each of the 28 days."""
    yield ["day", "state", "planned", "minutes", "pain", "what_went_on"]
    for cell in context["month"].cells:
        yield [
            cell.day.isoformat(),
            cell.state,
            int(cell.is_planned),
            cell.minutes,
            _tenth(cell.pain),
            "; ".join(cell.events),
        ]


LINES: dict[str, Callable[[Mapping[str, Any]], Iterator[Line]]] = {
    "pain": pain_lines,
    "weeks": week_lines,
    "sessions": session_lines,
    "days": day_lines,
}
