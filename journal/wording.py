"""Knows how an entry and a session are told in a line or two."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.clock import wall_clock
from journal.keyset import ENTRY, SESSION
from journal.ledger import Row
from routines.models import Session

if TYPE_CHECKING:
    from journal.models import Entry

SEPARATOR = " · "
PLACES_SHOWN = 2
NOTE_SHOWN = 60  # characters


def entry_row(entry: "Entry") -> Row:
    """Return the line of an entry."""
    return Row(
        day=entry.local_date,
        time=f"{wall_clock(entry):%H:%M}",
        kind=ENTRY,
        level=entry.intensity,
        what=places(entry.regions) or _("No place noted"),
        more=SEPARATOR.join(details(entry)),
        url=reverse("journal:entry", args=[entry.key]),
    )


def session_row(session: Session) -> Row:
    """Return the line of a session."""
    return Row(
        day=session.local_date,
        time=f"{wall_clock(session):%H:%M}",
        kind=SESSION,
        level=None,
        what=session.name,
        more=SEPARATOR.join(practice(session)),
        url="",
    )


def places(regions: list[str]) -> str:
    """Return where it hurt, the first two places in full: "Low back, left"."""
    sides: dict[str, list[str]] = {}
    for region in regions:
        place, _line, side = region.rpartition("_")
        sides.setdefault(place, []).append(side)
    words = [_place(place, where) for place, where in sides.items()]
    if len(words) > PLACES_SHOWN:
        rest = len(words) - PLACES_SHOWN
        more = ngettext("%(number)d more place", "%(number)d more places", rest)
        words = [*words[:PLACES_SHOWN], more % {"number": rest}]
    return SEPARATOR.join(words)


def place_names() -> dict[str, str]:
    """Return the places of the back from the top down, each with a left and a right side."""
    return {
        "neck": _("Neck"),
        "upper_back": _("Upper back"),
        "mid_back": _("Mid back"),
        "low_back": _("Low back"),
        "buttock": _("Buttock"),
        "leg": _("Leg"),
    }


def _place(place: str, where: list[str]) -> str:
    sides = {"left": _("left"), "right": _("right")}
    side = _("both sides") if len(where) > 1 else sides[where[0]]
    return f"{place_names()[place]}, {side}"


def details(entry: "Entry") -> Iterator[str]:
    """Yield what else was noted, in the order of the form."""
    yield from (str(word) for word in _qualities(entry))
    if entry.stiffness == "under_30":
        yield _("stiff under 30 min")
    elif entry.stiffness == "over_30":
        yield _("stiff over 30 min")
    if entry.sleep is not None:
        yield _("slept %(sleep)d") % {"sleep": entry.sleep}
    if entry.painkillers in {"some", "more"}:
        yield _("painkillers")
    if entry.note:
        yield _beginning(entry.note)


def _qualities(entry: "Entry") -> Iterator[str]:
    words = {
        **dict(entry.Quality.choices),
        **dict(entry.Legs.choices),
    }
    for name in [*entry.qualities, *entry.legs]:
        if name != "nothing":
            yield str(words[name])


def _beginning(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= NOTE_SHOWN else f"{line[: NOTE_SHOWN - 1].rstrip()}…"


def practice(session: Session) -> Iterator[str]:
    """Yield how long was pressed, and the pain before and after where it was given."""
    minutes = max(1, round(session.pressed_seconds / 60))
    yield _("%(minutes)d min") % {"minutes": minutes}
    before, after = session.pain_before, session.pain_after
    if before is not None and after is not None:
        yield _("before %(before)d, after %(after)d") % {"before": before, "after": after}
    elif before is not None:
        yield _("before %(before)d") % {"before": before}
