"""Knows what the page of one entry shows around its form."""

from copy import copy
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.clock import wall_clock
from journal.forms import LEVELS, EntryForm
from journal.ledger import Row
from journal.models import Entry
from journal.wording import Wording, place_names, region_names

if TYPE_CHECKING:
    import datetime as dt


def words(form: EntryForm, today: "dt.date") -> dict[str, Any]:
    """Return the title, the places to tick, the numbers, and the other version if there is one."""
    ticked = set(form["regions"].value() or [])
    number = str(form["intensity"].value())
    return {
        "title": title(form.before, today),
        "regions": [_region(place, name, ticked) for place, name in place_names().items()],
        "levels": [{"number": level, "chosen": str(level) == number} for level in LEVELS],
        "theirs": _without_note(form.other) if form.other else None,
    }


def _without_note(entry: Entry) -> Row:
    bare = copy(entry)  # the note is shown in full beside it
    bare.note = ""
    return Wording().entry_row(bare)


def title(entry: Entry, today: "dt.date") -> str:
    """Return "Sunday, 08:05" for the last days, with the date for days longer ago."""
    wall = wall_clock(entry)
    near = 0 <= (today - entry.local_date).days < 7
    return f"{date_format(wall, 'l' if near else 'j F Y')}, {wall:%H:%M}"


def _region(place: str, name: str, ticked: set[str]) -> dict[str, Any]:
    sides, names = [("left", _("L")), ("right", _("R"))], region_names()
    return {
        "name": name,
        "sides": [
            {
                "value": f"{place}_{side}",
                "name": names[f"{place}_{side}"],
                "letter": letter,
                "chosen": f"{place}_{side}" in ticked,
            }
            for side, letter in sides
        ],
    }
