"""Knows which answers, choices and events are accepted from outside."""

from routines.forms.answers import AgreedForm, ScreenForm
from routines.forms.builder import CopyForm, NewRoutineForm, PointForm
from routines.forms.days import DayForm, PlanForm
from routines.forms.kept import KeptAfterForm, KeptChecksForm, KeptStartForm
from routines.forms.pauses import PauseForm
from routines.forms.sessions import AfterForm, EventForm, MorningForm, NoticedForm, StartForm
from routines.forms.sharing import KeepForm, SharedForm

__all__ = [
    "AfterForm",
    "AgreedForm",
    "CopyForm",
    "DayForm",
    "EventForm",
    "KeepForm",
    "KeptAfterForm",
    "KeptChecksForm",
    "KeptStartForm",
    "MorningForm",
    "NewRoutineForm",
    "NoticedForm",
    "PauseForm",
    "PlanForm",
    "PointForm",
    "ScreenForm",
    "SharedForm",
    "StartForm",
]
