"""Knows which answers, choices and events are accepted from outside, and what is said otherwise."""

import datetime as dt
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from points.questions import Question, Screen, question, session_checks
from routines.models import Plan, Routine, Session, SessionEvent
from routines.screening import UNSURE, YES

WEEKDAYS = [
    (1, _("Mon")),
    (2, _("Tue")),
    (3, _("Wed")),
    (4, _("Thu")),
    (5, _("Fri")),
    (6, _("Sat")),
    (7, _("Sun")),
]
SURE_ABOVE = 9  # pain from which a session is only started on a second word


class ScreenForm(forms.Form):
    """One screen of safety questions: a box for each, and under it Yes or Not sure."""

    checked = forms.ChoiceField(
        choices=[
            ("checked", _("A clinician has checked me since")),
            ("mistake", _("I marked it by mistake")),
        ],
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
    """The word that a clinician has agreed."""

    agreed = forms.BooleanField(
        label=_("A clinician has agreed that I may press points"),
        error_messages={"required": _("Tick this once a clinician has agreed.")},
    )


class StartForm(forms.Form):
    """The ten-second check before a session, and the pain it starts with."""

    routine = forms.IntegerField(widget=forms.HiddenInput)
    length = forms.ChoiceField(choices=Session.Length, widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    checks = forms.MultipleChoiceField(required=False)
    sore = forms.MultipleChoiceField(required=False)
    pain_before = forms.TypedChoiceField(
        required=False,
        choices=[("", "")] + [(n, n) for n in range(11)],
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("Choose a number from 0 to 10, or none.")},
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, codes: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        checks = self.fields["checks"]
        sore = self.fields["sore"]
        if isinstance(checks, forms.MultipleChoiceField):
            checks.choices = [(check.key, check.statement) for check in session_checks()]
        if isinstance(sore, forms.MultipleChoiceField):
            sore.choices = [(code, code) for code in codes or []]

    def marked(self) -> list[str]:
        """Return the keys of the safety questions that the marked checks stand for."""
        keys = {check.key: check.question for check in session_checks()}
        return [question(keys[key]).key for key in self.cleaned_data["checks"]]

    def wants_a_second_word(self) -> bool:
        """Return True where pain is so high that starting should be said twice."""
        pain = self.cleaned_data["pain_before"]
        return pain is not None and pain >= SURE_ABOVE and not self.cleaned_data["sure"]


class EventForm(forms.ModelForm[SessionEvent]):
    """One event of a session as a device tells it."""

    class Meta:
        model = SessionEvent
        fields: ClassVar[list[str]] = [
            "key",
            "kind",
            "hold",
            "pressed_seconds",
            "reason",
            "feel",
            "happened_at",
        ]

    def __init__(self, *args: Any, holds: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holds = holds
        for optional in ("pressed_seconds", "reason", "feel"):
            self.fields[optional].required = False

    def clean_hold(self) -> int:
        """Refuse a hold that the session does not have."""
        hold: int = self.cleaned_data["hold"]
        if hold >= self.holds:
            raise forms.ValidationError(
                _("This session has %(n)d holds."), params={"n": self.holds}
            )
        return hold

    def clean_pressed_seconds(self) -> int:
        """Read no time as none."""
        return self.cleaned_data.get("pressed_seconds") or 0


class AfterForm(forms.ModelForm[Session]):
    """Pain after a session."""

    class Meta:
        model = Session
        fields: ClassVar[list[str]] = ["pain_after"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pain_after"].required = True


class MorningForm(forms.ModelForm[Session]):
    """How the back is on the morning after."""

    class Meta:
        model = Session
        fields: ClassVar[list[str]] = ["next_morning"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_morning"].required = True


class PlanForm(forms.ModelForm[Plan]):
    """On which days of the week, and until when."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days of the week"),
        choices=WEEKDAYS,
        coerce=int,
        error_messages={"required": _("Choose at least one day of the week.")},
    )

    class Meta:
        model = Plan
        fields: ClassVar[list[str]] = ["weekdays", "ends_on"]
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }
        labels: ClassVar[dict[str, Any]] = {"ends_on": _("Last day, if there is one")}


class DayForm(forms.Form):
    """What a single date is for: the week's plan, rest, or one of the person's routines."""

    choice = forms.ChoiceField()

    def __init__(
        self, *args: Any, person: User, day: dt.date | None, today: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.day, self.today = day, today
        self.own = {str(r.pk): r for r in Routine.objects.kept_by(person).in_use()}
        choice = self.fields["choice"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("week", ""), ("rest", ""), *((pk, "") for pk in self.own)]

    def clean(self) -> dict[str, Any]:
        """Refuse days that are over or far away."""
        if self.day is None or not 0 <= (self.day - self.today).days <= 366:
            raise forms.ValidationError(_("Choose a day from today on."))
        return super().clean() or self.cleaned_data

    def routine(self) -> Routine | None:
        """Return the chosen routine, or None for rest."""
        return self.own.get(self.cleaned_data["choice"])
