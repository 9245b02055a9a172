"""Knows how an entry and a session are told in a line or two."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.clock import wall_clock
from journal.keyset import ENTRY, SESSION
from journal.ledger import Row
from journal.models import Entry
from routines.models import Session

SEPARATOR = " · "
PLACES_SHOWN = 2
NOTE_SHOWN = 60  # characters


def place_names() -> dict[str, str]:
    """Return the names of the places of the body map; each has a left and a right side."""
    return {
        "head_back": _("Back of the head"),
        "neck": _("Neck"),
        "shoulder_back": _("Shoulder"),
        "shoulder_blade": _("Shoulder blade"),
        "upper_back": _("Upper back"),
        "mid_back": _("Mid back"),
        "low_back": _("Low back"),
        "sacrum": _("Base of the spine"),
        "buttock": _("Buttock"),
        "hip": _("Outer hip"),
        "arm": _("Arm and hand"),
        "thigh_back": _("Back of the thigh"),
        "knee_back": _("Back of the knee"),
        "calf": _("Calf"),
        "heel": _("Heel"),
        "shoulder_front": _("Front of the shoulder"),
        "chest": _("Chest"),
        "belly": _("Belly"),
        "groin": _("Groin"),
        "thigh_front": _("Front of the thigh"),
        "knee_front": _("Knee"),
        "shin": _("Shin"),
        "foot": _("Foot"),
        "leg": _("Leg"),  # from before the leg was parted
    }


def region_names() -> dict[str, str]:
    """Return the name of every region: "Low back, left"."""
    sides = {"left": _("left"), "right": _("right")}
    return {
        f"{place}_{side}": f"{name}, {word}"
        for place, name in place_names().items()
        for side, word in sides.items()
    }


class Wording:
    """The words of a page of rows, looked up once for all of them."""

    def __init__(self) -> None:
        self.entries = reverse("journal:entries")  # the address of one is below it
        self.places_by_name = place_names()
        self.sides = {"left": _("left"), "right": _("right")}
        self.both = _("both sides")
        self.no_place = _("No place noted")
        self.feelings = {
            name: str(word)
            for name, word in [*Entry.Quality.choices, *Entry.Legs.choices]
            if name != Entry.Legs.NOTHING
        }
        self.stiff = {"under_30": _("stiff under 30 min"), "over_30": _("stiff over 30 min")}
        self.slept, self.painkillers = _("slept %(sleep)d"), _("painkillers")
        self.seconds, self.minutes = _("%(seconds)d s"), _("%(minutes)d min")
        self.sore, self.bruise = _("sore after"), _("a bruise after")
        self.before = _("before %(before)d")
        self.after = _("after %(after)d")
        self.before_after = _("before %(before)d, after %(after)d")

    def entry_row(self, entry: Entry) -> Row:
        """Return the line of an entry."""
        return Row(
            day=entry.local_date,
            time=wall_clock(entry).strftime("%H:%M"),
            kind=ENTRY,
            level=str(entry.intensity),
            what=self.places(entry.regions) or self.no_place,
            more=SEPARATOR.join(self.details(entry)),
            url=f"{self.entries}{entry.key}/",
        )

    def session_row(self, session: Session) -> Row:
        """Return the line of a session."""
        return Row(
            day=session.local_date,
            time=wall_clock(session).strftime("%H:%M"),
            kind=SESSION,
            level="",
            what=session.name,
            more=SEPARATOR.join(self.practice(session)),
            url="",
        )

    def places(self, regions: list[str]) -> str:
        """Return where it hurt, the first two places in full: "Low back, left"."""
        where: dict[str, list[str]] = {}
        for region in regions:
            place, _line, side = region.rpartition("_")
            where.setdefault(place, []).append(side)
        words = [self._place(place, sides) for place, sides in where.items()]
        if len(words) > PLACES_SHOWN:
            rest = len(words) - PLACES_SHOWN
            more = ngettext("%(number)d more place", "%(number)d more places", rest)
            words = [*words[:PLACES_SHOWN], more % {"number": rest}]
        return SEPARATOR.join(words)

    def _place(self, place: str, sides: list[str]) -> str:
        side = self.both if len(sides) > 1 else self.sides[sides[0]]
        return f"{self.places_by_name[place]}, {side}"

    def details(self, entry: Entry) -> Iterator[str]:
        """Yield what else was noted, in the order of the form."""
        felt = [*entry.qualities, *entry.legs]
        yield from (self.feelings[name] for name in felt if name in self.feelings)
        if entry.stiffness in self.stiff:
            yield self.stiff[entry.stiffness]
        if entry.sleep is not None:
            yield self.slept % {"sleep": entry.sleep}
        if entry.painkillers in {"some", "more"}:
            yield self.painkillers
        if entry.note:
            yield _beginning(entry.note)

    def practice(self, session: Session) -> Iterator[str]:
        """Yield how long was pressed, and the pain before and after where it was given."""
        seconds = session.pressed_seconds
        if seconds < 60:
            yield self.seconds % {"seconds": seconds}
        else:
            yield self.minutes % {"minutes": round(seconds / 60)}
        before, after = session.pain_before, session.pain_after
        if before is not None and after is not None:
            yield self.before_after % {"before": before, "after": after}
        elif before is not None:
            yield self.before % {"before": before}
        elif after is not None:
            yield self.after % {"after": after}
        yield from self.noticed(session)

    def noticed(self, session: Session) -> Iterator[str]:
        """Yield what was noticed on the body afterwards."""
        if session.sore_after:
            yield self.sore
        if session.bruised_after:
            yield self.bruise
        if session.after_note:
            yield _beginning(session.after_note)


def _beginning(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= NOTE_SHOWN else f"{line[: NOTE_SHOWN - 1].rstrip()}…"
