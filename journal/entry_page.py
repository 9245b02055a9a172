"""Knows what the page of one entry shows around its form."""

from copy import copy
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format

from journal.body_map import Chosen, body_map, opened
from journal.clock import wall_clock
from journal.forms import LEVELS, EntryForm
from journal.ledger import Row
from journal.models import Entry
from journal.wording import Wording, place_names, region_names

if TYPE_CHECKING:
    import datetime as dt


def words(form: EntryForm, today: "dt.date") -> dict[str, Any]:
    """Return the title, the body map, the numbers, and the other version if there is one."""
    number = str(form["intensity"].value())
    return {
        "title": title(form.before, today),
        "map": _map(form),
        "levels": [{"number": level, "chosen": str(level) == number} for level in LEVELS],
        "theirs": _without_note(form.other) if form.other else None,
        "their_time": title(form.other, today) if form.other else "",
    }


def _map(form: EntryForm) -> dict[str, Any]:
    chosen = Chosen(
        regions=frozenset(form["regions"].value() or []),
        typed=form.typed_levels(),
        whole=str(form.before.intensity),
    )
    recent = form.recent.get("places", [])
    parts = body_map(chosen, place_names(), region_names(), recent)
    return {"parts": parts, "shown": opened(parts, recent)}


def _without_note(entry: Entry) -> Row:
    bare = copy(entry)  # the note is shown in full beside it
    bare.note = ""
    return Wording().entry_row(bare)


def title(entry: Entry, today: "dt.date") -> str:
    """Return "Sunday, 08:05" for the last days, with the date for days longer ago."""
    wall = wall_clock(entry)
    near = 0 <= (today - entry.local_date).days < 7
    return f"{date_format(wall, 'l' if near else 'j F Y')}, {wall:%H:%M}"
