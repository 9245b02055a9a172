"""Knows what the page of events and care offers: kinds of care of late first, what is open."""

from collections.abc import Iterable, Sequence
from typing import Any

from journal.forms import HappeningForm
from journal.models import Happening

RECENT_DAYS = 90


def care_choices(recent: Sequence[str]) -> list[tuple[str, str]]:
    """Return every kind of care with its word, the recent ones first, newest before older."""
    words = {str(kind): str(word) for kind, word in Happening.Care.choices}
    first = [kind for kind in recent if kind in words]
    return [(kind, words[kind]) for kind in [*first, *(k for k in words if k not in first)]]


def event_choices(form: HappeningForm) -> list[tuple[str, str, bool]]:
    """Return every kind of event with its word, and whether it is the chosen one."""
    chosen = form["kind"].value()
    return [(str(kind), str(word), kind == chosen) for kind, word in Happening.Event.choices]


def opened(rows: Iterable[Happening]) -> dict[str, Any]:
    """Return what goes on, and whether a bad spell is among it."""
    kept = list(rows)
    return {"open": kept, "has_flare": any(row.sort == "flare" for row in kept)}
