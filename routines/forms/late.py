"""Knows what every late message of a device carries: its key, and when it says it happened."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

EARLIEST_YEAR, LATEST_YEAR = 1970, 9000  # the database keeps more than Python can read
MINUTE = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(days=36_500)


class LateForm(forms.Form):
    """The part of a message that says which one it is, and when it happened.

    Two readings of the device's own clock say how long ago something happened, however wrong
    that clock is: when it happened, and when the device tried to send it.
    """

    key = forms.UUIDField()
    happened_at = forms.DateTimeField()
    sent_at = forms.DateTimeField(required=False)  # it may differ from one try to the next

    def clean_happened_at(self) -> dt.datetime:
        """Refuse a time that no clock shows, but no clock that is merely wrong."""
        happened_at: dt.datetime = self.cleaned_data["happened_at"]
        return _kept(happened_at)

    def clean_sent_at(self) -> dt.datetime | None:
        """Refuse the same; a device need not say it."""
        sent_at: dt.datetime | None = self.cleaned_data["sent_at"]
        return _kept(sent_at) if sent_at else None

    def lived_at(self, now: dt.datetime) -> dt.datetime:
        """Return when it happened by the clock of the server: never later than now."""
        happened_at: dt.datetime = self.cleaned_data["happened_at"]
        sent_at: dt.datetime | None = self.cleaned_data["sent_at"]
        if sent_at is None:
            return min(happened_at, now)
        return now - min(max(dt.timedelta(), sent_at - happened_at), LONGEST_WAIT)

    def told_at(self, now: dt.datetime) -> dt.datetime:
        """Return the same for messages whose order counts: how long each travelled does not.

        A clock that is wrong is taken to be wrong by whole minutes, so that of two messages of one
        device the one that happened later is later here as well, however slow the other one was.
        """
        happened_at: dt.datetime = self.cleaned_data["happened_at"]
        behind = (self.lived_at(now) - happened_at) / MINUTE
        return min(happened_at + round(behind) * MINUTE, now)


def _kept(claimed: dt.datetime) -> dt.datetime:
    if not EARLIEST_YEAR <= claimed.year <= LATEST_YEAR:
        raise forms.ValidationError(_("This is no time that could be kept."))
    return claimed


def sentences(form: forms.BaseForm) -> str:
    """Return all that is wrong with a form."""
    errors: list[Any] = [error for found in form.errors.values() for error in found]
    return " ".join(map(str, errors))
