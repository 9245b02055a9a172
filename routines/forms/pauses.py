"""Knows which days off are accepted from outside."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from routines.forms.days import AHEAD, DAY_WORDS, date_input
from routines.models import Pause
from routines.plan import Span

LOOKS_BACK = 28  # days: being ill is often told afterwards


class PauseForm(forms.ModelForm[Pause]):
    """From when, until when, and what for."""

    class Meta:
        model = Pause
        fields: ClassVar[list[str]] = ["first_day", "last_day", "reason"]
        widgets: ClassVar[dict[str, Any]] = {
            "first_day": date_input(),
            "last_day": date_input(),
            "reason": forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
        }
        labels: ClassVar[dict[str, Any]] = {
            "first_day": _("First day off"),
            "last_day": _("Last day off, if you know it"),
            "reason": _("What for, if you like"),
        }
        error_messages: ClassVar[dict[str, Any]] = {
            "first_day": DAY_WORDS,
            "last_day": DAY_WORDS,
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "last_day": _("Left empty, the pause goes on until you end it."),
            "reason": _("It names the days on your own chart, and is shown to nobody else."),
        }

    def __init__(
        self, *args: Any, today: dt.date, others: Sequence[Pause] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.others = today, others

    def clean_first_day(self) -> dt.date:
        """Refuse days that are long over, or far away."""
        first: dt.date = self.cleaned_data["first_day"]
        untouched = first == self.instance.first_day and self.instance.pk
        if not untouched and not -LOOKS_BACK <= (first - self.today).days <= AHEAD:
            raise forms.ValidationError(
                _("Choose a first day within the last 4 weeks or the coming year.")
            )
        return first

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order, and days that are off already."""
        told = super().clean() or self.cleaned_data
        first, last = told.get("first_day"), told.get("last_day")
        if not first or "last_day" in self.errors:
            return told
        if last and last < first:
            self.add_error("last_day", _("The last day comes before the first one."))
        elif last and (last - first).days > AHEAD:
            self.add_error("last_day", _("Choose a last day within a year of the first."))
        elif any(_span(other).meets(Span(first, last)) for other in self.others):
            self.add_error(
                "first_day", _("Some of these days are in a pause you have. Change that one.")
            )
        return told


def _span(pause: Pause) -> Span:
    return Span(pause.first_day, pause.last_day)
