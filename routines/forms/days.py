"""Knows which days of the week and which single days are accepted from outside."""

import datetime as dt
from typing import Any, ClassVar, cast

from django import forms
from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from routines.models import DayChoice, Plan, Routine
from routines.plan import Calendar, days_to_move_to
from routines.recurrence import EVERY_DAY, every, on_weekdays, spread

WEEKDAYS = [
    (1, _("Mon")),
    (2, _("Tue")),
    (3, _("Wed")),
    (4, _("Thu")),
    (5, _("Fri")),
    (6, _("Sat")),
    (7, _("Sun")),
]
AHEAD = 366  # days that can be chosen
MOVE_AHEAD = 14  # days a session can be moved
QUICK_MOVES = 3  # days that one tap moves it to
MOST_TIMES = 4  # times of day that can be named
DAY_WORDS = {"required": _("Which day?"), "invalid": _("Write a day, like 2026-11-22.")}


def count_field(label: Any, *, most: int, initial: int) -> forms.IntegerField:
    """Return the field of a number from 1 that may be left empty."""
    said = format_lazy(_("Write a number from {least} to {most}."), least=1, most=most)
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        required=False,
        initial=initial,
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], said),
    )


def date_input() -> forms.DateInput:
    """Return the browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TimesField(forms.Field):
    """Some times of day, each from a field of the same name; empty ones do not count."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[dt.time]:
        """Return the times in order, each once."""
        try:
            times = {forms.TimeField().clean(text) for text in value or [] if text}
        except forms.ValidationError as error:
            raise forms.ValidationError(_("Write a time like 08:30.")) from error
        if len(times) > MOST_TIMES:
            raise forms.ValidationError(_("Name at most 4 times."))
        return sorted(times)


class PlanForm(forms.ModelForm[Plan]):
    """On which days, how often and when on each, from when and until when."""

    class Repeat:
        """How a plan comes back."""

        EVERY_DAY, OTHER, WEEKLY, NAMED = "daily", "other", "weekly", "weekdays"
        CHOICES: ClassVar[list[tuple[str, Any]]] = [
            (EVERY_DAY, _("Every day")),
            (OTHER, _("Every other day")),
            (WEEKLY, _("A number of times a week")),
            (NAMED, _("On certain days")),
        ]

    repeat = forms.ChoiceField(
        label=_("How often"), choices=Repeat.CHOICES, required=False, widget=forms.RadioSelect
    )
    times_a_week = count_field(_("Sessions a week"), most=7, initial=3)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days of the week"), choices=WEEKDAYS, coerce=int, required=False
    )
    times_a_day = count_field(_("Sessions a day"), most=6, initial=1)
    times = TimesField(label=_("At what times, if you like"), required=False)

    class Meta:
        model = Plan
        fields: ClassVar[list[str]] = ["starts_on", "ends_on", "times_a_day", "times"]
        widgets: ClassVar[dict[str, Any]] = {"starts_on": date_input(), "ends_on": date_input()}
        labels: ClassVar[dict[str, Any]] = {
            "starts_on": _("First day"),
            "ends_on": _("Last day, if there is one"),
        }
        error_messages: ClassVar[dict[str, Any]] = {"starts_on": DAY_WORDS, "ends_on": DAY_WORDS}

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["starts_on"].required = False
        starts_on = max(today, self.instance.starts_on)
        self.initial = {**self.initial, **self._of_rule(), "starts_on": starts_on}

    def _of_rule(self) -> dict[str, Any]:
        rule, weekdays = self.instance.recurrence, self.instance.weekdays
        named = weekdays if rule != EVERY_DAY else []
        kind = self.Repeat.NAMED if named else self.Repeat.OTHER
        return {
            "repeat": self.Repeat.EVERY_DAY if rule == EVERY_DAY else kind,
            "weekdays": named,
            "times_a_week": len(named) or 3,
        }

    def time_fields(self) -> list[str]:
        """Return what stands in each of the fields for a time."""
        told = self["times"].value() or []
        texts = [t.strftime("%H:%M") if isinstance(t, dt.time) else str(t) for t in told]
        return (texts + [""] * MOST_TIMES)[: max(MOST_TIMES, len(texts))]

    def clean_starts_on(self) -> dt.date:
        """Refuse a first day that is over: days that are behind stay as they were planned."""
        starts_on: dt.date = self.cleaned_data["starts_on"] or self.today
        if not 0 <= (starts_on - self.today).days <= AHEAD:
            raise forms.ValidationError(_("Choose a first day from today on, within a year."))
        return starts_on

    def clean_ends_on(self) -> dt.date | None:
        """Refuse a last day that is over."""
        ends_on: dt.date | None = self.cleaned_data["ends_on"]
        if ends_on and ends_on < self.today:
            raise forms.ValidationError(_("Choose a last day from today on."))
        return ends_on

    def clean(self) -> dict[str, Any]:
        """Make the rule of what was chosen, and as many sessions a day as there are times."""
        told = super().clean() or self.cleaned_data
        first, last = told.get("starts_on"), told.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day comes before the first one."))
        told["times_a_day"] = max(told.get("times_a_day") or 1, len(told.get("times") or []))
        self.instance.recurrence = self._rule(told)
        return told

    def _rule(self, told: dict[str, Any]) -> str:
        kind = told.get("repeat") or self.Repeat.NAMED
        if kind == self.Repeat.OTHER:
            return every(2)
        if kind == self.Repeat.EVERY_DAY or "repeat" in self.errors:
            return EVERY_DAY
        if kind == self.Repeat.WEEKLY:
            return on_weekdays(spread(told.get("times_a_week") or 3))
        if not told.get("weekdays"):
            if "weekdays" not in self.errors:
                self.add_error("weekdays", _("Choose at least one day of the week."))
            return EVERY_DAY
        return on_weekdays(told["weekdays"])


class DayForm(forms.Form):
    """What a single date is for: the week's plan, rest, a later day, or one of the routines.

    ``calendar`` decides about that date and the days it can be moved to. Whether a later day is
    chosen for something else by now is told where the choice is kept.
    """

    choice = forms.ChoiceField(
        error_messages={
            "required": _("Choose what this day is for."),
            "invalid_choice": _("Choose what this day is for."),
        }
    )
    to = forms.DateField(
        label=_("To which day"), required=False, widget=date_input(), error_messages=DAY_WORDS
    )
    reason = forms.CharField(
        label=_("Why, if you like"),
        required=False,
        max_length=80,
        help_text=_("Only you see it. A day of rest never counts against you."),
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
    )

    def __init__(
        self,
        *args: Any,
        person: User,
        day: dt.date | None,
        today: dt.date,
        calendar: Calendar | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.day, self.today, self.calendar = day, today, calendar or Calendar()
        later = days_to_move_to(day, self.calendar, within=MOVE_AHEAD) if day else []
        self.later = later[:QUICK_MOVES]
        self.initial = {"to": self.later[0] if self.later else None, **self.initial}
        self.own = {str(r.pk): r for r in Routine.objects.kept_by(person).in_use()}
        words = [("week", ""), ("rest", ""), ("move", ""), *((pk, "") for pk in self.own)]
        cast("forms.ChoiceField", self.fields["choice"]).choices = words

    def clean(self) -> dict[str, Any]:
        """Refuse days that are over or far away."""
        told = super().clean() or self.cleaned_data
        if self.day is None or not 0 <= (self.day - self.today).days <= AHEAD:
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        if told.get("choice") == "move" and "to" not in self.errors:
            self._check_move(told.get("to"), self.day)
        if told.get("choice") in self.own and self.calendar.is_off(self.day):
            self.add_error("choice", _("This is one of your days off. Change or end them first."))
        return told

    def _check_move(self, to: dt.date | None, day: dt.date) -> None:
        if to is None:
            self.add_error("to", _("Which day should it move to?"))
        elif not 1 <= (to - day).days <= MOVE_AHEAD:
            self.add_error("to", _("Choose a later day, at most two weeks on."))
        elif self.calendar.is_off(to):
            told = {"day": date_format(to, "l j F")}
            self.add_error("to", _("%(day)s is one of your days off. Choose another day.") % told)

    def chosen(self) -> DayChoice | None:
        """Return the choice for the day, not yet kept; None to go back to the week."""
        told = self.cleaned_data
        if told["choice"] == "week" or self.day is None:
            return None
        moves, rests = told["choice"] == "move", told["choice"] == "rest"
        return DayChoice(
            day=self.day,
            routine=self.own.get(told["choice"]),
            moved_to=told["to"] if moves else None,
            reason=told["reason"] if moves or rests else "",
        )
