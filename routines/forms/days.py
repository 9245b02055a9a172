"""Knows which days of the week and which single days are accepted from outside."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from routines.models import Plan, Routine

WEEKDAYS = [
    (1, _("Mon")),
    (2, _("Tue")),
    (3, _("Wed")),
    (4, _("Thu")),
    (5, _("Fri")),
    (6, _("Sat")),
    (7, _("Sun")),
]


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

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_ends_on(self) -> dt.date | None:
        """Refuse a last day that is over: days that are behind stay as they were planned."""
        ends_on: dt.date | None = self.cleaned_data["ends_on"]
        if ends_on and ends_on < self.today:
            raise forms.ValidationError(_("Choose a last day from today on."))
        return ends_on


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
