"""Which rows: each chain starts with the person who keeps them."""

from routines.querysets.days import DayChoiceQuerySet, PauseQuerySet, PlanQuerySet
from routines.querysets.kept import KeptQuerySet, ScreeningQuerySet
from routines.querysets.routines import RoutineQuerySet, StepQuerySet
from routines.querysets.sessions import SessionQuerySet

__all__ = [
    "DayChoiceQuerySet",
    "KeptQuerySet",
    "PauseQuerySet",
    "PlanQuerySet",
    "RoutineQuerySet",
    "ScreeningQuerySet",
    "SessionQuerySet",
    "StepQuerySet",
]
