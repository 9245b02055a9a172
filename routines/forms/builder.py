"""Knows which points are accepted for a routine, and what is said otherwise."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from points.models import Point
from points.nearness import canonical


class PointForm(forms.Form):
    """A point by its code, under a key that makes a second tap harmless."""

    code = forms.CharField(max_length=40)
    key = forms.UUIDField(required=False)

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
