"""Knows what a person can choose about the site, and how a deletion is confirmed."""

from typing import Any, cast

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from config.you.places import countries, zones_by_area
from routines.models import Preferences

type Choices = list[tuple[str, Any]]


def zone_choices() -> Choices:
    """Return all zones people live in, by continent, and UTC at the end."""
    by_area = [(area, [(zone, _plain(zone)) for zone in zones]) for area, zones in zones_by_area()]
    return [*by_area, ("UTC", "UTC")]


def _plain(zone: str) -> str:
    return zone.partition("/")[2].replace("_", " ").replace("/", ", ")


def country_choices() -> Choices:
    """Return all countries by name, and first the choice to say nothing."""
    return [("", _("Not said")), *((country.code, country.name) for country in countries())]


class PreferencesForm(forms.ModelForm[Preferences]):
    """Look, place, and the cues of a session."""

    zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        help_text=_("Decides which day it is for you. What you wrote before keeps its day."),
    )
    country = forms.ChoiceField(
        label=_("Country"),
        choices=country_choices,
        required=False,
        help_text=_("Decides which emergency number you are shown."),
    )

    class Meta:
        model = Preferences
        fields = (
            "theme",
            "zone",
            "country",
            "sound",
            "voice",
            "vibration",
            "breath_sound",
            "breath",
            "waits",
            "ready_seconds",
            "turn_seconds",
            "letter_keys",
            "thumb_mm",
        )
        widgets = {
            "theme": forms.RadioSelect(attrs={"class": "segment"}),
            "thumb_mm": forms.NumberInput(attrs={"min": 10, "max": 40, "inputmode": "numeric"}),
            "breath": forms.RadioSelect(attrs={"class": "segment"}),
        }
        help_texts = {
            "waits": _("Else each hold follows by itself."),
            "voice": _("Speaks with a voice of your device, where it has one for this language."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = self.instance.zone
        listed = {name for _area, zones in zones_by_area() for name in zones} | {"UTC"}
        if zone not in listed:  # an older name, from the browser
            field = cast("forms.ChoiceField", self.fields["zone"])
            field.choices = [(zone, zone), *zone_choices()]


class DeletionForm(forms.Form):
    """The password once more; a sample person has none, and just confirms."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password. Nothing is deleted without it.")},
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if not person.has_usable_password():
            del self.fields["password"]

    def clean_password(self) -> str:
        """Refuse any other password; many wrong ones in a row have to wait."""
        password: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.person, password):
            raise get_adapter().validation_error("incorrect_password")
        return password
