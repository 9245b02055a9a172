"""Rows of what a person does, and the rules that the database keeps about them."""

from routines.models.person import Preferences, Screening
from routines.models.plan import DayChoice, Pause, Plan
from routines.models.routine import Programme, Routine, Step
from routines.models.session import Session, SessionEvent
from routines.models.stamped import Stamped

__all__ = [
    "DayChoice",
    "Pause",
    "Plan",
    "Preferences",
    "Programme",
    "Routine",
    "Screening",
    "Session",
    "SessionEvent",
    "Stamped",
    "Step",
]
