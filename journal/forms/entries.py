"""What a person may send about a rating, and the sentence for everything else."""

import datetime as dt
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any, ClassVar, cast
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from journal import actions
from journal.forms.merging import read_seen, seen_of, taken_over
from journal.forms.parts import (
    CHOICE_WORDS,
    KEY_WORDS,
    LEVELS,
    OvertakenMixin,
    one_of,
    pain_field,
    some_of,
)
from journal.models import Entry
from journal.presets import EVENING
from journal.regions import known
from journal.when import WhenField
from routines.forms.late import LateForm
from routines.local_time import Moment, instant_of, stamp

SLEEP_WORDS = dict.fromkeys(
    ["invalid", "min_value", "max_value"], _("Sleep is a number from 0 to 10.")
)
STIFF_WORDS = dict.fromkeys(
    ["invalid", "min_value", "max_value"], _("Minutes are a number from 0 to 1440.")
)
LEVEL_TEXTS = frozenset(map(str, LEVELS))
SOME_OF = ("qualities", "legs", "activities")  # shown with those of late first
STIFF_LONG = 30  # minutes
ONE_OF = {"stiffness": Entry.Stiffness, "painkillers": Entry.Painkillers}
LONGEST_NOTE = 4000  # characters
NOTE_WORDS = {
    "max_length": _(
        "A note holds %(limit_value)d characters and this one has %(show_value)d. "
        "Make it shorter, then save again."
    ),
    "null_characters_not_allowed": _("The note holds a character that cannot be kept. Retype it."),
}


class RatingForm(OvertakenMixin, forms.Form):
    """One tap on the pain scale."""

    intensity = pain_field()
    key = forms.UUIDField(error_messages=KEY_WORDS)

    def save(self, person: User, now: Moment) -> bool:
        """Return whether this rating is saved under this key, now or before."""
        try:
            self.entry = actions.save_rating(
                person=person,
                key=self.cleaned_data["key"],
                intensity=self.cleaned_data["intensity"],
                stamp=self.moment_of(now).stamp(),
                today=now.today,
                is_dated=self.is_dated(now),
            )
        except actions.OtherRatingError as taken:
            self.other = taken.entry
        return self.other is None

    def moment_of(self, now: Moment) -> Moment:
        """Return when the rating was for."""
        return now

    def is_dated(self, now: Moment) -> bool | None:
        """Return whether another time than now was chosen; None where none is asked for."""
        return None


class PastRatingForm(RatingForm):
    """A rating for a time that is over."""

    when = WhenField(label=_("When was it?"))

    def __init__(self, sent: QueryDict | None, *, now: Moment, day: dt.date | None = None) -> None:
        evening = dt.datetime.combine(day, EVENING) if day and day < now.today else None
        super().__init__(sent, initial={"when": instant_of(evening, now.zone) if evening else None})
        cast("WhenField", self.fields["when"]).ask(now, now.zone)

    def moment_of(self, now: Moment) -> Moment:
        """Return the time that was chosen."""
        return Moment(at=self.cleaned_data["when"], zone=now.zone)

    def is_dated(self, now: Moment) -> bool:
        """Return whether another time than now was chosen."""
        return bool(self.cleaned_data["when"] != now.at)


class LateRatingForm(LateForm, RatingForm):
    """A tap that a device kept until there was a network."""

    def moment_of(self, now: Moment) -> Moment:
        """Return when it was tapped."""
        return Moment(at=self.lived_at(now.at), zone=now.zone)


class EntryForm(OvertakenMixin, forms.ModelForm):  # type: ignore[type-arg]
    """Everything about one rating. Its ``version`` is the row that the page was made from."""

    intensity = pain_field()
    when = WhenField(label=_("When was it?"))
    regions = forms.MultipleChoiceField(
        choices=[(name, name) for name in sorted(known())],
        label=_("Where"),
        required=False,
        error_messages=CHOICE_WORDS,
    )
    qualities = some_of(Entry.Quality, _("What is it like"))
    stiffness = one_of(Entry.Stiffness, _("Morning stiffness"))
    legs = some_of(Entry.Legs, _("Legs"))
    stiffness_minutes = forms.IntegerField(
        label=_("Stiff for so many minutes, if you know"),
        min_value=0,
        max_value=1440,
        required=False,
        error_messages=STIFF_WORDS,
    )
    sleep = forms.IntegerField(
        label=_("Sleep last night, 0 bad to 10 good"),
        min_value=0,
        max_value=10,
        required=False,
        error_messages=SLEEP_WORDS,
    )
    painkillers = one_of(Entry.Painkillers, _("Painkillers"))
    activities = some_of(Entry.Activity, _("What you did"))
    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=NOTE_WORDS,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages=KEY_WORDS)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # what the page was made from

    class Meta:
        model = Entry
        fields: ClassVar[list[str]] = [
            "intensity", "regions", "qualities", "stiffness", "stiffness_minutes", "legs",
            "sleep", "painkillers", "activities", "note",
        ]  # fmt: skip

    def __init__(
        self,
        sent: QueryDict | None,
        *,
        now: Moment,
        instance: Entry,
        recent: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.recent = recent = recent or {}
        self.before = copy(instance)  # validation writes what was typed into the instance
        initial = {
            "when": instance.occurred_at,
            "version": instance.version,
            "seen": seen_of(instance),
        }
        super().__init__(sent, instance=instance, initial=initial)
        cast("WhenField", self.fields["when"]).ask(now, ZoneInfo(instance.zone))
        self.fields["note"].widget.attrs.pop("maxlength", None)  # it cuts what is pasted, silently
        for name in SOME_OF:
            _recent_first(cast("forms.ChoiceField", self.fields[name]), recent.get(name, []))
        for name, choices in ONE_OF.items():
            if not getattr(instance, name):  # nothing that could be taken back
                cast("forms.ChoiceField", self.fields[name]).choices = choices.choices

    def typed_levels(self) -> dict[str, str]:
        """Return the strength of each region as it was typed, or as it is kept."""
        if not self.is_bound:
            return {region: str(level) for region, level in self.before.levels.items()}
        typed = {region: self.data.get(f"level_{region}", "") for region in known()}
        return {region: text.strip() for region, text in typed.items() if text.strip()}

    def clean_regions(self) -> list[str]:
        """Keep the strength of the chosen regions; refuse one that is no number from 0 to 10."""
        regions: list[str] = self.cleaned_data["regions"]
        typed = self.typed_levels()
        levels = {region: typed[region] for region in regions if region in typed}
        if not all(text in LEVEL_TEXTS for text in levels.values()):
            raise forms.ValidationError(_("How strong it is, is a number from 0 to 10."))
        self.instance.levels = {region: int(text) for region, text in levels.items()}
        return regions

    def clean(self) -> dict[str, Any]:
        """Let the minutes decide how long stiffness was."""
        cleaned = super().clean() or {}
        minutes = cleaned.get("stiffness_minutes")
        if minutes is not None:
            longer = "under_30" if minutes < STIFF_LONG else "over_30"
            cleaned["stiffness"] = longer if minutes else "none"
        return cleaned

    def clean_legs(self) -> list[str]:
        """Refuse nothing together with something."""
        legs: list[str] = self.cleaned_data["legs"]
        if Entry.Legs.NOTHING in legs and len(legs) > 1:
            raise forms.ValidationError(_("Choose Nothing, or what you feel, not both."))
        return legs

    def save_unless_overtaken(self, person: User) -> bool:
        """Return whether the entry was written; if not, ``other`` is what stands there now."""
        if "when" in self.changed_data:
            for name, value in stamp(self.cleaned_data["when"], ZoneInfo(self.before.zone)).items():
                setattr(self.instance, name, value)
        version = self.cleaned_data["version"]
        if not actions.save_details(person=person, entry=self.instance, version=version):
            rows = Entry.objects.kept_or_binned_by(person)
            self.other = rows.known_as(self.before.key).first() or self.before
            self.data = taken_over(
                cast("QueryDict", self.data),
                typed=self.instance,
                seen=read_seen(self.cleaned_data["seen"]),
                other=self.other,
            )
        return self.other is None


def _recent_first(field: forms.ChoiceField, recent: Sequence[str]) -> None:
    """Put the choices of late before the others, the most frequent first."""
    order = {name: place for place, name in enumerate(recent)}
    field.choices = sorted(
        cast("list[tuple[str, str]]", field.choices),
        key=lambda choice: order.get(choice[0], len(order)),
    )
