"""Keeps a routine that somebody else has handed on."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from routines.actions.refusals import SameRoutineError
from routines.actions.turns import one_after_the_other
from routines.lines import content_of
from routines.models import Routine, Step


def same_routine(person: User, steps: Sequence[Step]) -> Routine | None:
    """Return a routine of a person that has the same steps already, or None."""
    own = Routine.objects.kept_by(person).in_use().for_reading()
    wanted = [content_of(step) for step in steps]
    return next(
        (row for row in own if [content_of(step) for step in row.steps.all()] == wanted), None
    )


@transaction.atomic
def import_routine(
    *, person: User, name: str, steps: Sequence[Step], key: UUID, again: bool
) -> Routine:
    """Keep a routine as it was handed on; the same key returns the same row.

    What of it suits the person is decided whenever it is shown or run, by their answers then.

    Raises:
        SameRoutineError: the person has these steps already, and did not ask for them ``again``.
    """
    one_after_the_other(person)
    known = Routine.objects.kept_by(person).filter(key=key).first()
    if known:
        return known
    same = None if again else same_routine(person, steps)
    if same:
        raise SameRoutineError(same)
    routine = Routine(owner=person, name=name, key=key)
    routine.full_clean()
    routine.save()
    for position, step in enumerate(steps, start=1):
        step.routine, step.position = routine, position
        step.full_clean()
    Step.objects.bulk_create(steps)
    return routine
