"""Reads a person's plans, choices and pauses into a calendar."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User

from routines.models import DayChoice, Pause, Plan, Routine
from routines.plan import Calendar, Span, Weekly


def calendar_of(
    person: User, *, first: dt.date, last: dt.date
) -> tuple[Calendar, dict[int, Routine]]:
    """Return what decides the days first..last, and the routines in it by their keys.

    Three queries, whatever the history.
    """
    plans = list(Plan.objects.kept_by(person).touching(first, last))
    chosen = DayChoice.objects.kept_by(person).filter(day__range=(first, last))
    choices = list(chosen.select_related("routine"))
    pauses = Pause.objects.kept_by(person).filter(first_day__lte=last)
    routines = {plan.routine_id: plan.routine for plan in plans}
    routines |= {choice.routine.pk: choice.routine for choice in choices if choice.routine}
    return Calendar(_weekly(plans), _by_day(choices), _spans(pauses)), routines


def _weekly(plans: Iterable[Plan]) -> tuple[Weekly, ...]:
    return tuple(
        Weekly(plan.routine_id, frozenset(plan.weekdays), plan.starts_on, plan.ends_on)
        for plan in plans
    )


def _by_day(choices: Iterable[DayChoice]) -> dict[dt.date, int | None]:
    return {choice.day: choice.routine_id for choice in choices}


def _spans(pauses: Iterable[Pause]) -> tuple[Span, ...]:
    return tuple(Span(pause.first_day, pause.last_day) for pause in pauses)
