"""Makes, copies, puts away and deletes a person's routines; sessions keep what they ran."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from points.models import Point, Technique
from routines.actions.building import check_point
from routines.actions.turns import one_after_the_other
from routines.models import DayChoice, Plan, Routine, Step
from routines.safety import Judge


@transaction.atomic
def copy_routine(*, person: User, source: Routine, name: str, key: UUID) -> Routine:
    """Copy a routine, read ``for_reading``, as the person's own; the same key copies once."""
    one_after_the_other(person)
    return _made_once(
        person,
        key,
        Routine(owner=person, programme=source.programme, name=name, style=source.style),
        [Step.of(step.press(), step.technique) for step in source.steps.all()],
    )


@transaction.atomic
def routine_of_points(
    *, person: User, points: Iterable[Point], name: str, judge: Judge, key: UUID
) -> Routine:
    """Make a routine of some points as they are usually pressed; the same key makes one.

    Raises:
        PointRefusedError: one of them may not be pressed by this person.
    """
    one_after_the_other(person)
    techniques = {technique.slug: technique for technique in Technique.objects.all()}
    presses = [check_point(point, judge) for point in points]
    steps = [Step.of(press, techniques[press.technique]) for press in presses]
    return _made_once(person, key, Routine(owner=person, name=name), steps)


def _made_once(person: User, key: UUID, routine: Routine, steps: list[Step]) -> Routine:
    known = Routine.objects.kept_by(person).filter(key=key).first()
    if known:
        return known
    routine.key = key
    routine.full_clean(validate_constraints=False)
    routine.save()
    for position, step in enumerate(steps, start=1):
        step.routine, step.position = routine, position
    Step.objects.bulk_create(steps)
    return routine


@transaction.atomic
def put_away(*, person: User, routine: Routine, today: dt.date) -> None:
    """Put a routine away; its plans rest from today on, and what it ran and planned stays.

    One that is put away by now rests from the day it was.
    """
    one_after_the_other(person)
    Routine.objects.kept_by(person).in_use().filter(pk=routine.pk).update(archived_on=today)


@transaction.atomic
def take_back(*, person: User, routine: Routine, today: dt.date) -> None:
    """Bring a routine back that was put away; it asks for nothing on the days between.

    Whether it still is put away is read under the lock: of two equal taps the second finds it back.
    """
    one_after_the_other(person)
    away = Routine.objects.kept_by(person).put_away().filter(pk=routine.pk)
    rested = away.values_list("archived_on", flat=True).first()
    if rested and rested < today:
        for plan in Plan.objects.running(routine).not_over(rested).begun_before(today):
            _plan_again(plan, rested=rested, today=today)
        DayChoice.objects.filter(routine=routine, day__gte=rested, day__lt=today).delete()
    away.update(archived_on=None)


def _plan_again(plan: Plan, *, rested: dt.date, today: dt.date) -> None:
    """Let a plan end where its routine was put away, and go on today if it has days left."""
    if plan.starts_on < rested:
        Plan.objects.filter(pk=plan.pk).update(ends_on=rested - dt.timedelta(days=1))
        plan.pk, plan._state.adding = None, True  # noqa: SLF001 - Django's way to copy a row
    plan.starts_on = today
    if plan.ends_on is None or plan.ends_on >= today:
        plan.save()
    elif plan.pk:
        plan.delete()
