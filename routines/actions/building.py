"""Builds a person's own routines: adds points, and says no where the rules do."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from points.models import Point, Technique
from routines.actions.refusals import OvertakenError, PointRefusedError, TooLongError
from routines.actions.turns import one_after_the_other
from routines.models import Preferences, Routine, Step
from routines.press import Press
from routines.safety import Judge
from routines.usual import usual_press

MOST_STEPS = 40
EDITED = (
    "position", "point", "technique", "side", "spots", "rounds", "hold_seconds", "pressure",
    "posture", "tool",
)  # fmt: skip


def check_point(point: Point, judge: Judge, technique: str = "") -> Press:
    """Return the usual press of a point that a person may press, by a technique that suits it.

    Raises:
        PointRefusedError: the person may not, with the reasons and what to press instead.
    """
    press = usual_press(point)
    if technique in point.techniques_suitable:
        press = replace(press, technique=technique)
    ruling = judge.ruling(press)
    if ruling.press is None:
        others = Point.objects.current().for_reading()
        swap, _reasons = judge.substitute(press, others, {point.code})
        raise PointRefusedError(ruling, swap.point.code if swap else "")
    return press


@transaction.atomic
def add_point(
    *,
    person: User,
    point: Point,
    routine: Routine | None,
    judge: Judge,
    key: UUID,
    technique: str = "",
) -> tuple[Step, bool]:
    """Add a point as it is usually pressed at the end of a routine, and say whether it was new.

    Without a routine it goes into "My routine", which is made where there is none. The same key,
    or a point that is there with the same technique, returns the step that is there.

    Raises:
        PointRefusedError: the person may not press it.
        TooLongError: the routine has 40 steps.
    """
    one_after_the_other(person)
    known = Step.objects.filter(routine__owner=person, key=key).select_related("routine").first()
    if known:
        return known, False
    press = check_point(point, judge, technique)
    return _added(routine or _my_routine(person), press, key)


def _added(routine: Routine, press: Press, key: UUID) -> tuple[Step, bool]:
    routine = Routine.objects.held().get(pk=routine.pk)  # the builder may be saving it just now
    steps = list(routine.steps.select_related("point", "technique"))
    wanted = (press.point.code, press.technique)
    same = (step for step in steps if (step.point.code, step.technique.slug) == wanted)
    if there := next(same, None):
        return there, False
    if len(steps) >= MOST_STEPS:
        raise TooLongError
    step = Step.of(press, Technique.objects.get(slug=press.technique))
    step.routine, step.key = routine, key
    step.position = steps[-1].position + 1 if steps else 1
    step.full_clean(exclude=["routine", "point", "technique"])
    step.save()
    routine.version += 1
    routine.save(update_fields=["version"])
    return step, True


def _my_routine(person: User) -> Routine:
    """Return the routine that points are gathered in."""
    name = _("My routine")
    own = Routine.objects.kept_by(person).in_use().filter(programme__isnull=True, name=name)
    return own.order_by("pk").first() or Routine.objects.create(owner=person, name=name)


@transaction.atomic
def save_routine(
    *, routine: Routine, version: int, key: UUID, name: str, style: str, steps: Sequence[Step]
) -> Routine:
    """Keep a routine as it was edited; the same key as the last edit changes nothing again.

    Steps that are still there are changed, those with a key that is gone are made anew.

    Raises:
        OvertakenError: it was changed elsewhere since ``version``.
        TooLongError: there are more than 40 steps.
    """
    kept = Routine.objects.held().get(pk=routine.pk)
    if kept.edit_key == key:
        return kept
    if kept.version != version:
        raise OvertakenError
    if len(steps) > MOST_STEPS:
        raise TooLongError
    kept.name, kept.style, kept.edit_key = name, style, key
    kept.version += 1
    kept.full_clean(validate_unique=False, validate_constraints=False)
    kept.save()
    _replace_steps(kept, steps)
    return kept


def _replace_steps(routine: Routine, steps: Sequence[Step]) -> None:
    """Make a routine's steps equal to these, in this order."""
    there = dict(routine.steps.in_bulk())
    for position, step in enumerate(steps, start=1):
        step.routine, step.position = routine, position
        known = there.pop(step.pk, None) if step.pk else None
        step.pk, step.key = (known.pk, known.key) if known else (None, None)
        step.clean_fields(exclude=["routine", "point", "technique"])
    Step.objects.filter(pk__in=there).delete()
    Step.objects.bulk_update([step for step in steps if step.pk], EDITED)
    Step.objects.bulk_create([step for step in steps if not step.pk])


@transaction.atomic
def remember_reach(*, person: User, code: str, reachable: bool) -> None:
    """Remember that a person can, or cannot, reach a point; the rules look at it everywhere."""
    kept, _made = Preferences.objects.select_for_update().get_or_create(owner=person)
    codes = set(kept.out_of_reach) - {code}
    kept.out_of_reach = sorted(codes if reachable else codes | {code})
    kept.save(update_fields=["out_of_reach"])
