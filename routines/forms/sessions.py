"""Knows what is accepted from outside about a session: its start, its events, its end."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from points.questions import question, session_checks
from routines.actions.after import SAID_AT
from routines.forms.late import LateForm
from routines.models import Session, SessionEvent
from routines.progress import ABOUT_THE_SESSION

LONGEST_HOLD = 600  # seconds
NOTE_WORDS = {
    "max_length": _(
        "A note here holds %(limit_value)d characters and this one has %(show_value)d. "
        "Make it shorter, then save again."
    ),
    "null_characters_not_allowed": _("The note holds a character that cannot be kept. Retype it."),
}
SURE_ABOVE = 9  # pain from which a session is only started on a second word


def pain_or_none() -> forms.TypedChoiceField:
    """Return the field of a number that may be left out."""
    return forms.TypedChoiceField(
        required=False,
        choices=[("", "")] + [(n, n) for n in range(11)],
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": _("Choose a number from 0 to 10, or none.")},
    )


def questions_of(checks: Iterable[str]) -> list[str]:
    """Return the keys of the safety questions that some checks of today stand for."""
    keys = {check.key: check.question for check in session_checks()}
    return [question(keys[key]).key for key in checks]


class StartForm(forms.Form):
    """The ten-second check before a session, and the pain it starts with."""

    routine = forms.IntegerField(required=False, widget=forms.HiddenInput)
    point = forms.CharField(required=False, widget=forms.HiddenInput)  # to be tried
    short = forms.CharField(required=False, widget=forms.HiddenInput)  # a ready-made run
    length = forms.ChoiceField(choices=Session.Length, widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    checks = forms.MultipleChoiceField(required=False)
    sore = forms.MultipleChoiceField(required=False)
    pain_before = pain_or_none()
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, codes: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        checks = self.fields["checks"]
        sore = self.fields["sore"]
        if isinstance(checks, forms.MultipleChoiceField):
            checks.choices = [(check.key, check.statement) for check in session_checks()]
        if isinstance(sore, forms.MultipleChoiceField):
            sore.choices = [(code, code) for code in codes or []]

    def under_new_key(self) -> "StartForm":
        """Return what was told, for a session of its own."""
        pain = self["pain_before"].value()
        return StartForm(initial={**self.cleaned_data, "pain_before": pain, "key": uuid4()})

    def marked(self) -> list[str]:
        """Return the keys of the safety questions that the marked checks stand for."""
        return questions_of(self.cleaned_data["checks"])

    def wants_a_second_word(self) -> bool:
        """Return True where pain is so high that starting should be said twice."""
        pain = self.cleaned_data["pain_before"]
        return pain is not None and pain >= SURE_ABOVE and not self.cleaned_data["sure"]


class EventForm(LateForm, forms.ModelForm[SessionEvent]):
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
        """Refuse a hold that the session does not have; a session may end behind the last one."""
        hold: int = self.cleaned_data["hold"]
        ends = self.cleaned_data.get("kind") == SessionEvent.Kind.FINISH
        if hold >= self.holds + ends:
            raise forms.ValidationError(
                _("This session has %(n)d holds."), params={"n": self.holds}
            )
        return hold

    def clean_pressed_seconds(self) -> int:
        """Read no time as none; a pause or an end never has any."""
        if self.cleaned_data.get("kind") in ABOUT_THE_SESSION:
            return 0
        pressed: int = self.cleaned_data["pressed_seconds"] or 0
        if pressed > LONGEST_HOLD:
            raise forms.ValidationError(_("A hold is at most 600 seconds."))
        return pressed

    def clean(self) -> dict[str, Any]:
        """Leave out what says nothing about a pause or an end."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") in ABOUT_THE_SESSION:
            cleaned |= {"reason": "", "feel": ""}
        return cleaned

    def validate_constraints(self) -> None:
        """Ask the database nothing: the fields say the same, and it keeps its rules by itself.

        Each rule asked beforehand costs three more trips there than the write.
        """


class AfterForm(forms.ModelForm[Session]):
    """Pain after a session."""

    class Meta:
        model = Session
        fields: ClassVar[list[str]] = ["pain_after"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pain_after"].required = True

    def save_at(self, at: dt.datetime) -> None:
        """Write this answer alone: what a device sends meanwhile stays."""
        save_answers(self, at)


class NoticedForm(forms.ModelForm[Session]):
    """What was noticed on the body after a session."""

    class Meta:
        model = Session
        fields: ClassVar[list[str]] = ["sore_after", "bruised_after", "after_note"]
        error_messages: ClassVar[dict[str, Any]] = {"after_note": NOTE_WORDS}
        widgets: ClassVar[dict[str, Any]] = {"after_note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after_note"].widget.attrs.pop("maxlength", None)  # it cuts what is pasted

    def save_at(self, at: dt.datetime) -> None:
        """Write these answers alone."""
        save_answers(self, at)


def save_answers(form: forms.ModelForm[Session], at: dt.datetime) -> None:
    """Write the columns of a form, and when it was told; of ticks, those that changed."""
    told_at = ["after_at", *(SAID_AT[name] for name in form.changed_data if name in SAID_AT)]
    for column in told_at:
        setattr(form.instance, column, at)
    form.instance.save(update_fields=[*form.fields, *told_at])


class MorningForm(forms.ModelForm[Session]):
    """How the back is on the morning after."""

    class Meta:
        model = Session
        fields: ClassVar[list[str]] = ["next_morning"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_morning"].required = True

    def save(self, commit: bool = True) -> Session:
        """Write this answer alone: what a device sends meanwhile stays."""
        self.instance.save(update_fields=["next_morning"])
        return self.instance
