"""Knows which routines of other people are accepted, and what is said of the others."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from points.models import Point, Technique
from routines.lines import LineError, step_of
from routines.models import Step
from routines.sharing import LARGEST, MOST_STEPS, Shared, SharedError, read_code, read_document

SENTENCES = {
    "large": _("This is far too large for a routine. Choose the file that was given to you."),
    "no_json": _("This file cannot be read. Perhaps it was changed or cut on its way."),
    "other_file": _("This is no routine of Backbeat. Its name usually ends in .routine.json."),
    "other_version": _("It was written by another version (%(about)s), which we cannot read."),
    "no_version": _("It does not say which version it was written by, so we cannot read it."),
    "no_name": _("The routine in it has no name that can be read."),
    "no_steps": _("There are no steps in it."),
    "long": _("It has %(about)s steps. A routine has at most %(most)s."),
    "line": _("Step %(about)s cannot be read. Nothing was kept."),
    "no_code": _("This is no code of a routine. It is printed under the square on the card."),
    "slip": _("One of the letters is not right. Compare it with the card once more."),
}


class SharedForm(forms.Form):
    """A routine as a file, or as a code with a name."""

    file = forms.FileField(label=_("A file"), required=False, allow_empty_file=True)
    code = forms.CharField(
        label=_("Or the code from a card"),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 3, "autocapitalize": "characters"}),
    )
    name = forms.CharField(label=_("What to call it"), required=False, max_length=80)

    shared: Shared
    steps: list[Step]

    def clean(self) -> dict[str, Any]:
        """Read the routine, and make its steps, none of them kept."""
        told = super().clean() or self.cleaned_data
        file, code = told.get("file"), told.get("code")
        field = "file" if file else "code"
        if self.errors:
            return told
        if not file and not code:
            raise forms.ValidationError(_("Choose a file, or type the code from a card."))
        try:
            self.shared = self._of_file(file) if file else self._of_code(code or "")
            self.steps = _steps(self.shared)
        except SharedError as error:
            words = {"about": error.about, "most": MOST_STEPS}
            self.add_error(field, SENTENCES[error.kind] % words)
        except LineError as error:
            self.add_error(field, str(error))
        return told

    def _of_file(self, file: Any) -> Shared:
        if file.size > LARGEST:
            raise SharedError("large")
        return read_document(file.read())

    def _of_code(self, code: str) -> Shared:
        name = " ".join(self.cleaned_data.get("name", "").split())
        return Shared(name or str(_("A routine from a card")), read_code(code))


class KeepForm(forms.Form):
    """A routine that was looked at, to be kept."""

    text = forms.CharField(max_length=LARGEST, widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    shared: Shared
    steps: list[Step]

    def clean(self) -> dict[str, Any]:
        """Read the routine once more: what a page sends back may have been changed."""
        told = super().clean() or self.cleaned_data
        if self.errors:
            return told
        try:
            self.shared = read_document(told["text"])
            self.steps = _steps(self.shared)
        except (SharedError, LineError) as error:
            raise forms.ValidationError(_("This routine cannot be read any more.")) from error
        return told


def _steps(shared: Shared) -> list[Step]:
    points = {point.code: point for point in Point.objects.current()}
    techniques = {technique.slug: technique for technique in Technique.objects.all()}
    return [step_of(line, points, techniques) for line in shared.lines]
