"""Asks when something was, by the clock on the person's wall, on the nights clocks change too."""

import datetime as dt
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from journal.presets import EARLIEST, presets
from routines.local_time import Moment, happens_twice, instant_of

NOW, OWN = "now", "own"
FIRST, SECOND = "first", "second"
SHAPE = "%Y-%m-%dT%H:%M"
ONE_MINUTE = dt.timedelta(minutes=1)

WORDS = {
    "midday": _("Midday"),
    "this_morning": _("This morning"),
    "yesterday_evening": _("Yesterday evening"),
    "yesterday_morning": _("Yesterday morning"),
}


def wall_of(text: str) -> dt.datetime | None:
    """Return the wall-clock time that a field carries, to the minute, or None for anything else."""
    try:
        wall = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return None if wall.tzinfo else wall.replace(second=0, microsecond=0)


def parts_of(instant: dt.datetime, zone: ZoneInfo) -> list[str]:
    """Return what the three parts of the input carry for an aware instant in a zone."""
    local = instant.astimezone(zone)
    twice = happens_twice(local.replace(tzinfo=None, fold=0), zone)
    which = SECOND if local.fold else FIRST
    return [OWN, f"{local:{SHAPE}}", which if twice else ""]


class WhenInput(forms.MultiWidget):
    """Chips for the usual times, a field for any other, and first or second where it is needed.

    The chips carry the wall-clock time itself, so that a form opened before midnight and sent
    after it still means the same morning.
    """

    template_name = "journal/when.html"
    use_fieldset = True
    now: Moment

    def __init__(self) -> None:
        typed = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=SHAPE)
        super().__init__([forms.TextInput(), typed, forms.TextInput()])

    def decompress(self, value: dt.datetime | None) -> list[str]:
        """Return the three parts for an instant; without one, it is now."""
        if value is None:
            return [NOW, f"{self.now.wall:{SHAPE}}", ""]
        return parts_of(value, self.now.zone)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the chips, and whether the typed time happened twice."""
        context = super().get_context(name, value, attrs)
        parts = value if isinstance(value, list) else self.decompress(value)
        chosen, typed, which = [*(part or "" for part in parts), "", "", ""][:3]
        wall = wall_of(typed)
        chips = [(f"{preset.wall:{SHAPE}}", WORDS[preset.name]) for preset in self._presets()]
        context["widget"]["when"] = {
            "chips": [
                (word, label, word == chosen)
                for word, label in [(NOW, _("Now")), *chips, (OWN, _("Another time"))]
            ],
            "typed": typed,
            "twice": chosen == OWN and wall is not None and self._comes_twice(wall),
            "which": which,
        }
        return context

    def _comes_twice(self, wall: dt.datetime) -> bool:
        """Return False, too, for the far ends of the calendar: not every zone has UTC there."""
        return EARLIEST <= wall.year < dt.MAXYEAR and happens_twice(wall, self.now.zone)

    def _presets(self) -> list[Any]:
        return presets(self.now.wall)


class WhenField(forms.MultiValueField):
    """An instant in the past, chosen as now, by name, or by date and time on the wall.

    A time that clocks leave out is taken as the same wall clock before the change; one that comes
    twice is asked about in place.
    """

    widget = WhenInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("When was it? Choose a time, or write a date and a time."),
        "unreadable": _("Write a date and a time, like 2026-11-22 08:05."),
        "future": _("That is still to come. When was it?"),
        "too_early": _("Write a year from 1900 on."),
    }

    def __init__(self, **options: Any) -> None:
        words = {"null_characters_not_allowed": self.default_error_messages["unreadable"]}
        parts = [forms.CharField(required=False, error_messages=words) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, **options)

    def ask(self, now: Moment, zone: ZoneInfo) -> None:
        """Tell the field what time it is, and in which zone its times are meant."""
        self.now = self.widget.now = Moment(at=now.at, zone=zone)

    def compress(self, data_list: list[str]) -> dt.datetime:
        """Return the instant, aware, in UTC."""
        chosen, typed, which = [*data_list, "", "", ""][:3]
        if chosen == NOW:
            return self.now.at
        wall = wall_of(typed if chosen in {OWN, ""} else chosen)
        if wall is None:
            raise ValidationError(self.error_messages["unreadable"], "unreadable")
        self._refuse_other_ages(wall)
        return self._instant(wall, which)

    def _refuse_other_ages(self, wall: dt.datetime) -> None:
        if wall.year < EARLIEST:
            raise ValidationError(self.error_messages["too_early"], "too_early")
        if wall.date() > self.now.today + dt.timedelta(days=1):  # far off: not every date has UTC
            raise ValidationError(self.error_messages["future"], "future")

    def _instant(self, wall: dt.datetime, which: str) -> dt.datetime:
        zone = self.now.zone
        if which not in {FIRST, SECOND} and happens_twice(wall, zone):
            raise ValidationError(
                gettext("Clocks went back that night, so %(time)s came twice. Which one was it?")
                % {"time": f"{wall:%H:%M}"},
                "twice",
            )
        instant = instant_of(wall, zone, second=which == SECOND)
        if instant > self.now.at + ONE_MINUTE:
            raise ValidationError(self.error_messages["future"], "future")
        return instant
