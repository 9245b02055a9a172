"""Prepares what the page after a session shows."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse

from routines.bars import bars_of_run, twin_of
from routines.holds import holds_of, minutes
from routines.models import Session
from routines.progress import Run, run
from routines.reach import out_of_reach

MINUTE = 60


def after_context(person: User, session: Session) -> dict[str, Any]:
    """Return how much was pressed, whether it hurts more, and what could not be reached."""
    progress = run(holds_of(session.snapshot), session.events.all())
    pressed, planned = progress.pressed_seconds, session.planned_seconds or 1
    return {
        "session": session,
        "run": progress,
        "bars": bars_of_run(progress, over=True),
        "twin": twin_of([state.hold for state in progress.holds]),
        "percent": max(1, round(100 * pressed / planned)) if pressed else 0,
        "seconds": pressed if pressed < MINUTE else 0,
        "minutes": minutes(pressed) if pressed >= MINUTE else 0,
        "planned_minutes": minutes(session.planned_seconds),
        "hurts_more": _hurts_more(session),
        "unreached": _unreached(progress, out_of_reach(person)),
    }


def answered_url(session: Session, *, is_noticed: bool) -> str:
    """Return the page at what was just saved, so that the focus is there."""
    place = "noted" if is_noticed and session.is_noted else "saved"
    return f"{reverse('routines:after', args=[session.key])}#{place}"


def _hurts_more(session: Session) -> bool:
    before, now = session.pain_before, session.pain_after
    return before is not None and now is not None and now > before


def _unreached(progress: Run, known: Collection[str]) -> list[str]:
    """Return the codes that were skipped as out of reach and are not known to be, in order."""
    skipped = (state.hold.code for state in progress.holds if state.reason == "cant_reach")
    return [code for code in dict.fromkeys(skipped) if code not in known]
