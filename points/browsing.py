"""What the page of all points shows for one address: matches, choices, figure, what to drop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from points import filters, grouping, plates
from points.anatomy import views as drawings_of
from points.choosing import Group, Words
from points.filters import Wanted
from points.grouping import VIEWS, BodyView, RegionGroup
from points.models import Point
from points.personal import Fit, Personal
from points.plates import Plate
from points.search import Found
from points.words import Verdict
from points.zones import ZONES

QUICK = ("mine", "aim")  # groups whose choices are always in sight


class Row(NamedTuple):
    """A point in the list, with what it means for whoever is signed in."""

    point: Point
    fit: Fit | None

    @property
    def shows(self) -> str:
        """Everything that a row shows, as the name under which it is kept once it was drawn."""
        point = self.point
        way = f"{point.first_way.icon} {point.first_way.name} {bool(point.cautions)}"
        names = f"{point.code} {point.name_pinyin} {point.name_hanzi} {point.place}"
        return f"{names} {way} {self.fit.verdict if self.fit else ''}"


class Part(NamedTuple):
    """A heading of the list with its rows; the key is also the anchor on the page."""

    key: str
    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Drop:
    """Something that was chosen: its word, the address without it, how many points that shows."""

    word: Words
    address: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Library:
    """All points and all that can be chosen among them, for whoever asks."""

    points: Sequence[Point]
    groups: Sequence[Group]
    fits: Mapping[str, Fit]

    def rows(self, points: Sequence[Point]) -> list[Row]:
        """Return points with what each means for whoever asks."""
        return [Row(point, self.fits.get(point.code)) for point in points]

    @property
    def halt(self) -> str:
        """The one reason for which nothing at all may be pressed, if there is one."""
        reasons = {fit.reasons for fit in self.fits.values()}
        stopped = not any(fit.may_press for fit in self.fits.values())
        return reasons.pop()[0] if stopped and len(reasons) == 1 else ""

    @property
    def verdicts(self) -> list[tuple[Verdict, int]]:
        """How many points got each verdict, from go to stop, without those that none got."""
        given = [fit.verdict for fit in self.fits.values()]
        return [(verdict, given.count(verdict)) for verdict in Verdict if verdict in given]


def fits_of(personal: Personal | None, points: Sequence[Point]) -> dict[str, Fit]:
    """Return what each point means for whoever asks, by code; empty where no answers hold."""
    fits = ((point.code, personal.fit(point)) for point in points) if personal else ()
    return {code: fit for code, fit in fits if fit}


def shown(library: Library, wanted: Wanted, found: Found | None) -> dict[str, object]:
    """Return all that the page shows.

    Args:
        library: The points and the choices.
        wanted: What the address asks for.
        found: What its words found; None where there are none.
    """
    named = {point.code: point for point in library.points}
    searched = [named[code] for code in found.codes] if found else library.points
    matches = filters.left_of(searched, library.groups, wanted)
    view, drawn = _figure(library.points, matches, wanted)
    return {
        "rows": library.rows(matches),
        "parts": _parts(library, matches) if found is None else [],
        **_choices(library, searched, wanted),
        "picked": _picked(library, searched, wanted),
        "alone": _alone(library, wanted),
        "text": _text(library, wanted),
        "view": view,
        "views": [(one, wanted.seen_from(one.key).address) for one in VIEWS.values()],
        "plates": drawn,
    }


def _choices(library: Library, searched: Sequence[Point], wanted: Wanted) -> dict[str, object]:
    """Return the choices that stand in one line, and the groups of those that fold."""
    counted = filters.choices(searched, library.groups, wanted)
    return {
        "quick": [choice for key in QUICK for choice in counted[key]],
        "folded": [(g.legend, counted[g.key]) for g in library.groups if g.key not in QUICK],
    }


def _parts(library: Library, matches: Sequence[Point]) -> list[Part]:
    regions: list[RegionGroup] = grouping.by_region(matches)
    return [Part(region.key, region.name, library.rows(region.points)) for region in regions]


def _picked(library: Library, searched: Sequence[Point], wanted: Wanted) -> list[Drop]:
    """Return everything that was chosen, each with what the page would show without it."""
    return [
        _drop(library, _named(group, value), wanted.without(group.key, value), searched)
        for group, value in _chosen(library, wanted)
    ]


def _alone(library: Library, wanted: Wanted) -> list[Drop]:
    """Return everything that was chosen, each with what the page would show of it alone."""
    return [
        _drop(library, _named(group, value), wanted.only(group.key, value), library.points)
        for group, value in _chosen(library, wanted)
    ]


def _chosen(library: Library, wanted: Wanted) -> list[tuple[Group, str]]:
    return [(g, value) for g in library.groups for value in wanted.chosen.get(g.key, ())]


def _named(group: Group, value: str) -> Words:
    """Return the word of a value; an aim says that it is one, parts of the body share its words."""
    word = group.words[value]
    return f"{group.legend}: {word}" if group.key == "aim" else word


def _text(library: Library, wanted: Wanted) -> Drop | None:
    """Return what the page would show without the words that are searched for."""
    less = replace(wanted, text="")
    return _drop(library, wanted.text, less, library.points) if wanted.text else None


def _drop(library: Library, word: Words, less: Wanted, among: Sequence[Point]) -> Drop:
    return Drop(word, less.address, len(filters.left_of(among, library.groups, less)))


def _figure(
    points: Sequence[Point], matches: Sequence[Point], wanted: Wanted
) -> tuple[BodyView | None, list[Plate]]:
    """Return the side of the body that is shown, if it is one, and its drawings.

    One part of the body is shown close up; otherwise the side that shows most of the matches.
    """
    here = {point.code for point in matches}
    others = [point for point in points if point.code not in here]
    region, *more = wanted.chosen.get("region", ("",))
    if region and not more:
        frames = [d for d in ZONES[region].drawings if any(d in drawings_of(p) for p in matches)]
        if frames:
            drawn = (
                plates.index_plate(matches, view=d, region=region, faint=others) for d in frames
            )
            return None, list(drawn)
    view = VIEWS[wanted.view or _fullest(matches)]
    return view, [plates.index_plate(matches, view=d, faint=others) for d in view.drawings]


def _fullest(matches: Sequence[Point]) -> str:
    """Return the back where it shows any of some points, else the side that shows most of them."""
    seen = [set(drawings_of(point)) for point in matches]
    counts = {
        key: sum(not drawings.isdisjoint(view.drawings) for drawings in seen)
        for key, view in VIEWS.items()
    }
    return "back" if counts["back"] else max(counts, key=lambda key: counts[key])
