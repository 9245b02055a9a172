"""Lays an index out for one width of screen: a label for each point, or for each zone of the body.

Laying out takes a hundredth of a second and depends on nothing but its arguments, so it is kept.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from points.anatomy import Disc
from points.drawings import Box, Figure, Position, figure
from points.plates.bands import Band, bands
from points.plates.parts import Leaf, Spot, Tag, spot
from points.plates.sheets import Name, Paper, Sheet, between_columns
from points.zones import ZONES

LONGEST_CODE = 7  # longer ones are no numbers: the name says it
LONGEST_LINE = 9  # letters of a zone's name
FEW = 4  # discs of a point that has one place on each side, or two
LEAST_RADIUS = 1.2  # px


class Heading(NamedTuple):
    """What a label says of a zone of the body: its name, and how many points are there."""

    key: str
    name: str
    points: str


class Entry(NamedTuple):
    """A point of an index: its code, its name, its zone, and its discs in units of the view."""

    code: str
    name_pinyin: str
    zone: str
    discs: tuple[Disc, ...]

    @property
    def compact(self) -> tuple[Disc, ...]:
        """The discs, unless the point runs along the whole spine and has no one place."""
        return self.discs if len(self.discs) <= FEW else ()


@lru_cache(maxsize=256)
def leaf(
    paper: Paper,
    view: str,
    box: Box,
    clear: tuple[Entry, ...],
    pale: tuple[Entry, ...],
    zones: tuple[Heading, ...],
) -> Leaf:
    """Return an index on its sheet: its points labelled, or its zones where they do not fit.

    `zones` are the zones that may be named.
    """
    drawn = figure(view)
    faint = [(entry, True) for entry in pale]
    if len(clear) <= paper.most or not zones:
        sheet = between_columns(paper, box, [_name(entry, clear, drawn) for entry in clear])
        return Leaf(sheet=sheet, tags=_point_tags(sheet, clear), spots=_spots(sheet, faint))
    headings = {zone.key: zone for zone in zones}
    held = {key: [disc for e in clear if e.zone == key for disc in e.compact] for key in headings}
    places = {key: [Position(d.x, d.y) for d in discs] for key, discs in held.items() if discs}
    shown = [band for band in bands(places, drawn) if band.key in headings]
    sheet = between_columns(paper, box, [_zone_name(band, headings[band.key]) for band in shown])
    return Leaf(sheet=sheet, tags=_zone_tags(sheet, shown, clear), spots=_spots(sheet, faint))


def _name(entry: Entry, all_entries: Sequence[Entry], drawn: Figure) -> Name:
    """Return what stands beside a point, with the disc on each side that a line may run to."""
    others = [disc for one in all_entries if one.code != entry.code for disc in one.discs]
    axis = drawn.mirror_axis
    if axis is None:
        ends = (_clearest(entry.discs, others),) * 2
    else:
        left = [disc for disc in entry.discs if disc.x <= axis]
        right = [disc for disc in entry.discs if disc.x >= axis]
        ends = (_clearest(left, others), _clearest(right, others))
    named = (entry.name_pinyin, len(entry.code) > LONGEST_CODE)
    lines = (named,) if named[1] else ((entry.code, True), named)
    return Name(key=entry.code, lines=lines, ends=ends)


def _clearest(discs: Sequence[Disc], others: Sequence[Disc]) -> Position:
    """Return the place of the disc that is furthest from those of other points."""
    if len(discs) > 1 and others:
        best = max(discs, key=lambda one: min(_apart(one, other) for other in others))
    else:
        best = discs[0]
    return Position(best.x, best.y)


def _apart(one: Disc, other: Disc) -> float:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2


def _zone_name(band: Band, heading: Heading) -> Name:
    """Return what stands beside a zone: its name in lines of a word or two, and its count."""
    return Name(
        key=band.key,
        lines=(
            *((text, True) for text in wrap(heading.name, LONGEST_LINE)),
            (heading.points, False),
        ),
        ends=band.ends,
    )


def _point_tags(sheet: Sheet, entries: Iterable[Entry]) -> tuple[Tag, ...]:
    labels = {label.key: label for label in sheet.labels}
    return tuple(
        Tag(
            key=entry.code,
            title=f"{entry.code} {entry.name_pinyin}",
            label=labels[entry.code],
            spots=_spots(sheet, [(entry, False)]),
        )
        for entry in entries
    )


def _zone_tags(sheet: Sheet, shown: Iterable[Band], entries: Sequence[Entry]) -> tuple[Tag, ...]:
    labels = {label.key: label for label in sheet.labels}
    return tuple(
        Tag(
            key=band.key,
            title=ZONES[band.key].name,
            label=labels[band.key],
            spots=_spots(sheet, [(entry, False) for entry in entries if entry.zone == band.key]),
            band=sheet.area(band.left if labels[band.key].side == "left" else band.right),
        )
        for band in shown
    )


def _spots(sheet: Sheet, entries: Iterable[tuple[Entry, bool]]) -> tuple[Spot, ...]:
    """Return the discs of points in pixels of the sheet; some are faint."""
    return tuple(
        spot(entry, disc._replace(x=place.x, y=place.y, radius=radius), faint=faint)
        for entry, faint in entries
        for disc in entry.discs
        for place in [sheet.place(disc.x, disc.y)]
        for radius in [round(max(disc.radius * sheet.scale, LEAST_RADIUS), 1)]
    )
