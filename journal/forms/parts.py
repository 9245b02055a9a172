"""Knows the fields and the sentences that several forms of the journal share."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from journal.models import Entry

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LEVELS = tuple(range(11))
NUMBER_WORDS = {
    "required": _("Choose a number from 0 to 10."),
    "invalid": _("Choose a number from 0 to 10."),
    "min_value": _("Choose a number from 0 to 10."),
    "max_value": _("Choose a number from 0 to 10."),
}
KEY_WORDS = {
    "required": _("This page is incomplete. Reload it, then choose again."),
    "invalid": _("This page is incomplete. Reload it, then choose again."),
}
CHOICE_WORDS = {
    "invalid_choice": _("Choose from what is shown here."),
    "invalid_list": _("Choose from what is shown here."),
}


def pain_field() -> forms.IntegerField:
    """Return the field of a rating."""
    return forms.IntegerField(min_value=0, max_value=10, error_messages=NUMBER_WORDS)


def some_of(choices: type[Any], label: "StrOrPromise") -> forms.MultipleChoiceField:
    """Return the field of any number of answers, shown as chips."""
    return forms.MultipleChoiceField(
        choices=choices.choices,
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOICE_WORDS,
    )


def one_of(choices: type[Any], label: "StrOrPromise") -> forms.ChoiceField:
    """Return the field of one answer or none, shown as chips."""
    return forms.ChoiceField(
        choices=[("", _("Not noted")), *choices.choices],
        label=label,
        required=False,
        widget=forms.RadioSelect,
        error_messages=CHOICE_WORDS,
    )


class OvertakenMixin:
    """A form that may meet a row saved elsewhere in the meantime.

    Attributes:
        other: The row as it is now, if it stood in the way.
    """

    other: Entry | None = None
    errors: ErrorDict

    @property
    def status(self) -> HTTPStatus:
        """What the page that shows this form answers with."""
        if self.other:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.errors else HTTPStatus.OK
