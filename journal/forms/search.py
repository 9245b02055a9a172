"""What a person may look for in the diary."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from journal.forms.parts import CHOICE_WORDS, NUMBER_WORDS
from journal.regions import places
from journal.wording import place_names

if TYPE_CHECKING:
    from journal.querysets import EntryQuerySet, HappeningQuerySet


class SearchForm(forms.Form):
    """Words of a note, a place, and a range of numbers; each may be left out, not all."""

    words = forms.CharField(
        label=_("Words"),
        max_length=200,
        required=False,
        error_messages={
            "max_length": _("Look for at most 200 characters; these are %(show_value)d."),
            "null_characters_not_allowed": _("This holds a character that no note can hold."),
        },
    )
    place = forms.ChoiceField(label=_("Place"), required=False, error_messages=CHOICE_WORDS)
    least = forms.IntegerField(
        label=_("Pain from"),
        min_value=0,
        max_value=10,
        required=False,
        error_messages=NUMBER_WORDS,
    )
    most = forms.IntegerField(
        label=_("Pain to"),
        min_value=0,
        max_value=10,
        required=False,
        error_messages=NUMBER_WORDS,
    )

    def __init__(self, sent: QueryDict | None) -> None:
        super().__init__(sent)
        names = place_names()
        every = [("", _("Anywhere")), *((place.key, names[place.key]) for place in places())]
        self.fields["place"].choices = every  # type: ignore[attr-defined]
        self.fields["words"].widget.attrs.pop("maxlength", None)  # it cuts what is pasted, silently

    def clean(self) -> dict[str, Any]:
        """Refuse nothing at all, and a range that ends before it begins."""
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned[name] or cleaned[name] == 0 for name in cleaned):
            raise forms.ValidationError(_("Write a word, or choose a place or a number."))
        least, most = cleaned.get("least"), cleaned.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("most", _("This is below the number before it."))
        return cleaned

    def of_entries(self, rows: "EntryQuerySet") -> "EntryQuerySet":
        """Return the entries that are looked for."""
        wanted = self.cleaned_data
        rows = rows.saying(wanted["words"]).at_place(wanted["place"])
        return rows.from_to(wanted["least"], wanted["most"])

    def of_happenings(self, rows: "HappeningQuerySet") -> "HappeningQuerySet":
        """Return the events that are looked for: by their words alone."""
        wanted = self.cleaned_data
        by_number = wanted["least"] is not None or wanted["most"] is not None
        if by_number or wanted["place"] or not wanted["words"]:
            return rows.none()
        return rows.saying(wanted["words"])
