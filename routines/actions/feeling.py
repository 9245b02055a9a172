"""Heeds how a press felt: the step of the routine is pressed so next time."""

from django.db.models import F

from routines.holds import holds_of
from routines.models import Routine, Session, SessionEvent, Step
from routines.press import PRESSURES, pressure_after


def heed(session: Session, event: SessionEvent) -> None:
    """Set the pressure of the step that a feeling is about, in the routine that was run.

    What the rules allow is looked at again when a session starts, so a firmer word here never
    presses harder than a person may. The session itself keeps what it ran.
    """
    hold = holds_of(session.snapshot)[event.hold]
    routine = Routine.objects.held().among([session.routine_id or 0]).first()
    steps = Step.objects.filter(routine=routine).select_related("point")
    for step in steps.filter(point__code=hold.code, technique__slug=hold.technique):
        wanted = pressure_after(hold.pressure, event.feel, most=step.point.pressure_max)
        harder = PRESSURES.index(step.pressure) >= PRESSURES.index(wanted)
        if wanted == step.pressure or (event.feel == "too_light" and harder):
            continue
        step.pressure = wanted
        step.save(update_fields=["pressure"])
        Routine.objects.filter(pk=step.routine_id).update(version=F("version") + 1)
