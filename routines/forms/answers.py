"""Knows which safety answers are accepted from outside, and what is said otherwise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from points.questions import Question, Screen
from routines.models import Screening
from routines.screening import UNSURE, YES


class ScreenForm(forms.Form):
    """One screen of safety questions: a box for each, and under it Yes or Not sure."""

    checked = forms.ChoiceField(
        choices=Screening.AfterStop,
        widget=forms.RadioSelect,
        label=_("Last time an answer here stopped you. What is different now?"),
        error_messages={"required": _("Choose one of the two, so that we know what has changed.")},
    )

    def __init__(self, *args: Any, screen: Screen, after_stop: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screen = screen
        if not after_stop:
            del self.fields["checked"]
        for asked in screen.questions:
            self.fields[asked.key] = forms.BooleanField(required=False, label=asked.statement)
            self.fields[f"{asked.key}-sure"] = forms.ChoiceField(
                required=False, choices=[(YES, _("Yes")), (UNSURE, _("Not sure"))]
            )

    def rows(self) -> list[tuple[Question, bool, bool]]:
        """Return each question with whether it is marked, and whether as not sure."""
        return [
            (asked, bool(self[asked.key].value()), self[f"{asked.key}-sure"].value() == UNSURE)
            for asked in self.screen.questions
        ]

    def answers(self) -> dict[str, str]:
        """Return the marked questions of this screen, as ``yes`` or ``unsure``."""
        return {
            asked.key: self.cleaned_data[f"{asked.key}-sure"] or YES
            for asked in self.screen.questions
            if self.cleaned_data[asked.key]
        }

    @staticmethod
    def initial_of(answers: dict[str, str]) -> dict[str, object]:
        """Return the form's initial values for answers given before."""
        marked: dict[str, object] = dict.fromkeys(answers, True)
        return marked | {f"{key}-sure": value for key, value in answers.items()}


class AgreedForm(forms.Form):
    """The word that a clinician has agreed, and about which answers it was said."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=_("A clinician has agreed that I may press points"),
        error_messages={"required": _("Tick this once a clinician has agreed.")},
    )
