"""Builds a person's own routines: adds points, and says no where the rules do."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from points.models import Point, Technique
from routines.actions.refusals import PointRefusedError, TooLongError
from routines.models import Routine, Step
from routines.press import Press
from routines.safety import Judge
from routines.usual import usual_press

MOST_STEPS = 40


def _one_after_the_other(person: User) -> None:
    """Let no second routine of the same person be changed until this one stands."""
    User.objects.select_for_update().only("pk").get(pk=person.pk)


def check_point(point: Point, judge: Judge) -> Press:
    """Return the usual press of a point that a person may press.

    Raises:
        PointRefusedError: the person may not, with the reasons and what to press instead.
    """
    press = usual_press(point)
    ruling = judge.ruling(press)
    if ruling.press is None:
        others = Point.objects.current().for_reading()
        swap, _reasons = judge.substitute(press, others, {point.code})
        raise PointRefusedError(ruling, swap.point.code if swap else "")
    return press


@transaction.atomic
def add_point(
    *, person: User, point: Point, routine: Routine | None, judge: Judge, key: UUID
) -> tuple[Step, bool]:
    """Add a point as it is usually pressed at the end of a routine, and say whether it was new.

    Without a routine it goes into "My routine", which is made where there is none. The same key,
    or a point that is there with the same technique, returns the step that is there.

    Raises:
        PointRefusedError: the person may not press it.
        TooLongError: the routine has 40 steps.
    """
    _one_after_the_other(person)
    known = Step.objects.filter(routine__owner=person, key=key).select_related("routine").first()
    if known:
        return known, False
    press = check_point(point, judge)
    return _added(routine or _my_routine(person), press, point, key)


def _added(routine: Routine, press: Press, point: Point, key: UUID) -> tuple[Step, bool]:
    steps = list(routine.steps.select_related("technique"))
    same = (s for s in steps if s.point_id == point.pk and s.technique.slug == press.technique)
    if there := next(same, None):
        return there, False
    if len(steps) >= MOST_STEPS:
        raise TooLongError
    step = _step(routine, press, point, steps[-1].position + 1 if steps else 1)
    step.key = key
    step.save()
    routine.version += 1
    routine.save(update_fields=["version"])
    return step, True


def _my_routine(person: User) -> Routine:
    """Return the routine that points are gathered in."""
    name = _("My routine")
    own = Routine.objects.kept_by(person).in_use().filter(programme__isnull=True, name=name)
    return own.order_by("pk").first() or Routine.objects.create(owner=person, name=name)


def _step(routine: Routine, press: Press, point: Point, position: int) -> Step:
    step = Step(
        routine=routine,
        position=position,
        point=point,
        technique=Technique.objects.get(slug=press.technique),
        side="both" if len(press.sides) > 1 else press.sides[0],
        spots=press.spots,
        rounds=press.rounds,
        hold_seconds=press.seconds,
        pressure=press.pressure,
        posture=press.posture,
        tool=press.tool,
    )
    step.full_clean(exclude=["routine"])
    return step
