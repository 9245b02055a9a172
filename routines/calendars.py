"""Reads a person's plans, choices and pauses into a calendar."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User

from routines.models import DayChoice, Pause, Plan, Routine
from routines.plan import Calendar, Choice, Span, Weekly


def calendar_of(
    person: User, *, first: dt.date, last: dt.date, pauses: Sequence[Span] | None = None
) -> tuple[Calendar, dict[int, Routine]]:
    """Return what decides the days first..last, and the routines in it by their keys.

    Three queries, two where the pauses of these days were read before, and only rows that touch
    those days, whatever the history.
    """
    choices = list(DayChoice.objects.kept_by(person).touching(first, last))
    earliest = min([first, *(choice.day for choice in choices)])  # of what was moved here
    plans = list(Plan.objects.kept_by(person).touching(earliest, last))
    if pauses is None:
        pauses = _days_off(person, first=first, last=last)
    routines = {plan.routine_id: plan.routine for plan in plans}
    routines |= {choice.routine.pk: choice.routine for choice in choices if choice.routine}
    put_away = {pk: row.archived_on for pk, row in routines.items() if row.archived_on}
    return Calendar(_weekly(plans), _by_day(choices), pauses, put_away), routines


def _days_off(person: User, *, first: dt.date, last: dt.date) -> tuple[Span, ...]:
    """Return the pauses that have one of the days first..last, in one query."""
    pauses = Pause.objects.kept_by(person).touching(first, last)
    return tuple(Span(pause.first_day, pause.last_day) for pause in pauses)


def _weekly(plans: Iterable[Plan]) -> tuple[Weekly, ...]:
    return tuple(
        Weekly(
            plan.routine_id,
            plan.starts_on,
            _last_day(plan),
            rule=plan.recurrence,
            times_a_day=plan.times_a_day,
            times=tuple(plan.times),
        )
        for plan in plans
    )


def _last_day(plan: Plan) -> dt.date | None:
    """Return the last day a plan held: the one before its routine was put away, if that is sooner.

    What was planned until then stays planned, or the past would change with every tidying up.
    """
    put_away = plan.routine.archived_on
    before = put_away - dt.timedelta(days=1) if put_away else None
    return min((day for day in (plan.ends_on, before) if day), default=None)


def _by_day(choices: Iterable[DayChoice]) -> dict[dt.date, Choice]:
    return {
        choice.day: Choice(choice.routine_id, choice.moved_to, choice.reason) for choice in choices
    }
