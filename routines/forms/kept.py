"""Knows what a device may send of what it kept offline: a start, a marked check, how it was."""

from typing import Any

from django import forms
from django.core.signing import BadSignature
from django.utils.translation import gettext_lazy as _

from points.questions import session_checks
from routines.actions.after import LONGEST_NOTE, After
from routines.forms.late import LateForm
from routines.forms.sessions import NOTE_WORDS, pain_or_none, questions_of
from routines.kept import KeptRun

STRANGE = _("This device kept a session that does not fit here. Open Today to keep it anew.")
NO_CHECK = {
    "required": _("Nothing was marked."),
    "invalid_choice": _("This is not one of the questions that are asked today."),
}


class CodesField(forms.MultipleChoiceField):
    """Codes of points; one that is not pressed anyway means nothing."""

    def valid_value(self, value: str) -> bool:
        """Take any code."""
        return True


class KeptStartForm(LateForm):
    """The start of a session from what was signed for this device."""

    token = forms.CharField(error_messages={"required": STRANGE})
    pain_before = pain_or_none()
    sore = CodesField(required=False)

    def clean_token(self) -> KeptRun:
        """Return what was signed."""
        try:
            return KeptRun.read(self.cleaned_data["token"])
        except BadSignature as error:
            raise forms.ValidationError(STRANGE) from error


class KeptChecksForm(LateForm):
    """Checks before a session that were marked, so that it did not begin."""

    marked = forms.MultipleChoiceField(error_messages=NO_CHECK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["marked"].choices = [  # type: ignore[attr-defined]
            (check.key, check.statement) for check in session_checks()
        ]

    def questions(self) -> list[str]:
        """Return the keys of the safety questions behind them."""
        return questions_of(self.cleaned_data["marked"])


class KeptAfterForm(LateForm):
    """How it was after a session; a tick that was not touched is not told."""

    pain_after = pain_or_none()
    sore_after = forms.NullBooleanField(required=False)
    bruised_after = forms.NullBooleanField(required=False)
    after_note = forms.CharField(required=False, max_length=LONGEST_NOTE, error_messages=NOTE_WORDS)

    def after(self) -> After:
        """Return what was told."""
        return After(**{name: self.cleaned_data[name] for name in After._fields})
