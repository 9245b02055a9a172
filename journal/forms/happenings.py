"""What a person may send about an event, other care or a bad spell."""

import datetime as dt
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib.auth.models import User
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from journal import actions
from journal.forms.parts import KEY_WORDS
from journal.models import Happening
from journal.presets import EARLIEST
from routines.forms import days
from routines.local_time import Moment, instant_of, stamp

MIDDAY = dt.time(12)
KINDS_OF = {
    Happening.Sort.EVENT: Happening.Event.choices,
    Happening.Sort.CARE: Happening.Care.choices,
    Happening.Sort.FLARE: [(Happening.FLARE, Happening.Sort.FLARE.label)],
}
SORT_OF = {kind: sort for sort, kinds in KINDS_OF.items() for kind, _word in kinds}
KIND_WORDS = {
    "required": _("Choose what it was."),
    "invalid_choice": _("Choose from what is shown here."),
}
DAY_WORDS = days.DAY_WORDS | {"required": _("Which day was it?")}
MINUTES_WORDS = dict.fromkeys(
    ["invalid", "min_value", "max_value"], _("Minutes are a number from 1 to 1440.")
)
NAME_WORDS = {
    "max_length": _("Use at most 80 characters; these are %(show_value)d."),
    "null_characters_not_allowed": _("This holds a character that cannot be kept. Retype it."),
}


def day_field(label: Any, *, required: bool) -> forms.DateField:
    """Return the field of a calendar day."""
    return forms.DateField(
        label=label,
        required=required,
        widget=days.date_input(),
        input_formats=["%Y-%m-%d"],
        error_messages=DAY_WORDS,
    )


class HappeningForm(forms.Form):
    """One tap, or everything: what, when, until when, how long, in whose words.

    Attributes:
        other: The row that stands in the way, if the key or the version was overtaken.
    """

    other: Happening | None = None
    errors: ErrorDict

    key = forms.UUIDField(error_messages=KEY_WORDS, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What was it?"), widget=forms.RadioSelect, error_messages=KIND_WORDS
    )
    name = forms.CharField(
        label=_("In your words, if you like"),
        max_length=80,
        required=False,
        error_messages=NAME_WORDS,
    )
    first_day = day_field(_("First day"), required=False)
    last_day = day_field(_("Last day, if it took more than one"), required=False)
    goes_on = forms.BooleanField(label=_("It goes on"), required=False)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=1440,
        required=False,
        error_messages=MINUTES_WORDS,
    )

    def __init__(
        self, sent: QueryDict | None, *, now: Moment, before: Happening | None = None
    ) -> None:
        self.now, self.before = now, before
        super().__init__(sent, initial=_initial(before, now))
        kinds = KINDS_OF[Happening.Sort(before.sort)] if before else None
        everything = [choice for choices in KINDS_OF.values() for choice in choices]
        self.fields["kind"].choices = kinds or everything  # type: ignore[attr-defined]
        self.fields["name"].widget.attrs.pop("maxlength", None)  # it cuts what is pasted, silently

    @property
    def status(self) -> HTTPStatus:
        """What the page that shows this form answers with."""
        if self.other:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.errors else HTTPStatus.OK

    def clean_first_day(self) -> dt.date:
        """Return today where no day was given; refuse what is still to come."""
        return self._past(self.cleaned_data["first_day"] or self.now.today)

    def clean_last_day(self) -> dt.date | None:
        """Refuse a day that is still to come."""
        day: dt.date | None = self.cleaned_data["last_day"]
        return day and self._past(day)

    def _past(self, day: dt.date) -> dt.date:
        if day > self.now.today:
            raise forms.ValidationError(_("That is still to come. Which day was it?"))
        if day.year < EARLIEST:
            raise forms.ValidationError(_("Write a year from 1900 on."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning, and an end of what goes on."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if last and cleaned.get("goes_on"):
            self.add_error("last_day", _("Write a last day, or say that it goes on, not both."))
        elif first and last and last < first:
            self.add_error("last_day", _("The last day comes before the first one."))
        return cleaned

    def save(self, person: User) -> bool:
        """Return whether it is saved, now or before; if not, ``other`` is what stands there."""
        happening = self._filled()
        if self.before is None:
            try:
                self.saved = actions.save_happening(
                    person=person, happening=happening, is_dated=self._is_dated()
                )
            except actions.OtherHappeningError as taken:
                self.other = taken.row
        else:
            version = self.cleaned_data["version"] or 0
            self.saved = happening
            if not actions.change_happening(person=person, happening=happening, version=version):
                rows = Happening.objects.kept_or_binned_by(person).known_as(self.before.key)
                self.other = rows.first() or self.before
        return self.other is None

    def _is_dated(self) -> bool:
        return bool(self.data.get("first_day") or self.cleaned_data["last_day"])

    def _filled(self) -> Happening:
        given = self.cleaned_data
        kind, first, last = given["kind"], given["first_day"], given["last_day"]
        goes_on = given["goes_on"] or (kind == Happening.FLARE and not self.before and not last)
        return Happening(
            key=self.before.key if self.before else given["key"],
            sort=SORT_OF[kind],
            kind=kind,
            name=given["name"],
            minutes=given["minutes"],
            last_day=None if goes_on else last or first,
            **self._stamp(first),
        )

    def _stamp(self, first: dt.date) -> Any:
        """Return when it was: as before, now, or midday of another day."""
        if self.before and first == self.before.local_date:
            names = ("occurred_at", "zone", "utc_offset_minutes", "local_date")
            return {name: getattr(self.before, name) for name in names}
        if first == self.now.today:
            return self.now.stamp()
        return stamp(instant_of(dt.datetime.combine(first, MIDDAY), self.now.zone), self.now.zone)


def _initial(before: Happening | None, now: Moment) -> dict[str, Any]:
    if before is None:
        return {"key": uuid4(), "first_day": now.today}
    one_day = before.last_day == before.local_date
    return {
        "key": before.key,
        "version": before.version,
        "kind": before.kind,
        "name": before.name,
        "minutes": before.minutes,
        "first_day": before.local_date,
        "last_day": None if one_day else before.last_day,
        "goes_on": before.is_open,
    }
