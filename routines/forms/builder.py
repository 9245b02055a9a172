"""Knows which points and names are accepted for a routine, and what is said otherwise."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from points.models import Point
from points.nearness import canonical
from points.words import Pressing
from routines.actions import MOST_STEPS


class PointForm(forms.Form):
    """A point by its code, under a key that makes a second tap harmless."""

    code = forms.CharField(max_length=40)
    key = forms.UUIDField(required=False)
    technique = forms.ChoiceField(required=False, choices=[("", ""), *Pressing.choices])

    point: Point | None = None

    def clean_code(self) -> str:
        """Refuse a code that no point has, or has any more."""
        code = canonical(self.cleaned_data["code"])
        self.point = Point.objects.current().for_reading().filter(code=code).first()
        if self.point is None:
            raise forms.ValidationError(
                _("There is no point %(code)s here, or not any more. Look it up in the list."),
                params={"code": self.cleaned_data["code"]},
            )
        return code

    def clean_key(self) -> UUID:
        """Make a key where none was sent."""
        key: Any = self.cleaned_data.get("key")
        return key if isinstance(key, UUID) else uuid4()


class CopyForm(forms.Form):
    """The key that makes a second tap harmless."""

    key = forms.UUIDField(required=False)


class NewRoutineForm(forms.Form):
    """A routine of some points, with a name."""

    name = forms.CharField(
        max_length=80, error_messages={"required": _("Give the routine a name.")}
    )
    codes = forms.MultipleChoiceField(
        error_messages={
            "required": _("Choose at least one point."),
            "invalid_choice": _("There is no point %(value)s here, or not any more."),
        }
    )
    key = forms.UUIDField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = {point.code: point for point in Point.objects.current().for_reading()}
        codes = self.fields["codes"]
        if isinstance(codes, forms.MultipleChoiceField):
            codes.choices = [(code, code) for code in self.points]

    def clean_codes(self) -> list[str]:
        """Refuse more points than a routine holds."""
        codes: list[str] = list(dict.fromkeys(self.cleaned_data["codes"]))
        if len(codes) > MOST_STEPS:
            said = _("A routine holds %(most)d steps. Choose fewer points.")
            raise forms.ValidationError(said, params={"most": MOST_STEPS})
        return codes

    def told(self) -> dict[str, Any]:
        """Return what was asked for: the points in their order, the name and the key."""
        told = self.cleaned_data
        points = [self.points[code] for code in told["codes"]]
        return {"points": points, "name": told["name"], "key": told.get("key") or uuid4()}
