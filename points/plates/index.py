"""The plate that is an index: every point of a view, or of one part of the body close up."""

from collections.abc import Iterable
from math import ceil, floor

from django.utils.translation import ngettext

from points.anatomy import Disc, discs_on, views
from points.drawings import Box, Figure, figure
from points.plates.leaves import Entry, Heading, leaf
from points.plates.lines import lines_in
from points.plates.parts import Described, Plate, Spot, cun_of, fade, shown, spot
from points.plates.sheets import Paper
from points.zones import ZONES, Frame, zone_of

WHOLE_BODY = {"back", "front", "side"}
BODY = (
    Paper(kind="narrow", width=280, column=66, tallest=500, most=12),
    Paper(kind="wide", width=368, column=88, tallest=616, most=16),
)
PART = (
    Paper(kind="narrow", width=280, column=66, tallest=400, most=16),
    Paper(kind="wide", width=368, column=88, tallest=440, most=20),
)
NEIGHBOURLY = 0.66  # of its size: a disc of which neighbours on an index can be told apart
MARGIN = 1.0  # cun beside the landmark that ends a frame
DOT = 0.8  # of that radius, where seventeen pairs would hide the rest


def index_plate(
    points: Iterable[Described],
    *,
    view: str = "back",
    region: str = "",
    faint: Iterable[Described] = (),
) -> Plate:
    """Return a drawing with the points that it shows, each labelled, and faintly those of `faint`.

    `region` is the key of a zone (`points.zones.ZONES`): only its points, close up. Where a whole
    body has more points than labels find room, its labels name zones instead.

    Raises:
        FileNotFoundError: if there is no such view.
        KeyError: if there is no such zone.
    """
    drawn, found = figure(view), list(points)
    box = _window(drawn, ZONES[region].frame(view) if region else Frame(view))
    clear, pale = (_entries(some, drawn, region, box) for some in (found, faint))
    papers, zones = (BODY, _zones(found)) if view in WHOLE_BODY else (PART, ())
    return Plate(
        view=view,
        size="index",
        title=drawn.title,
        box=box,
        fade=fade(box, drawn),
        lines=tuple(lines_in(drawn, box)),
        spots=(*_spots(pale, faint=True), *_spots(clear)),
        leaves=tuple(leaf(paper, view, box, clear, pale, zones) for paper in papers),
    )


def bare_plate(view: str) -> Plate:
    """Return a whole drawing without points; its box begins at 0, 0, as its units do.

    Raises:
        FileNotFoundError: if there is no such view.
    """
    drawn = figure(view)
    box = Box(0, 0, drawn.width, drawn.height)
    return Plate(
        view=view,
        size="bare",
        title=drawn.title,
        box=box,
        lines=tuple(lines_in(drawn, box)),
        spots=(),
    )


def _zones(points: Iterable[Described]) -> tuple[Heading, ...]:
    """Return the zones that hold any of the points, with how many, from head to hand."""
    counts = dict.fromkeys(ZONES, 0)
    for point in points:
        counts[zone_of(point.body_region)] += 1
    return tuple(
        Heading(key, str(ZONES[key].name), ngettext("%d point", "%d points", count) % count)
        for key, count in counts.items()
        if count
    )


def _window(drawn: Figure, frame: Frame) -> Box:
    """Return the part of a view that a frame names, in its units."""
    margin = MARGIN * cun_of(drawn)
    left, top, right, foot = drawn.skin
    if frame.above:
        top, foot = drawn.landmark(frame.above).y, drawn.landmark(frame.below).y
        top, foot = max(0, top - margin), min(drawn.height, foot + margin)
    if frame.beside:
        half = abs(drawn.landmark(frame.beside).x - drawn.width / 2) + margin
        left, right = drawn.width / 2 - half, drawn.width / 2 + half
    return Box(floor(left), floor(top), ceil(right), ceil(foot))


def _entries(
    points: Iterable[Described], drawn: Figure, region: str, box: Box
) -> tuple[Entry, ...]:
    return tuple(
        Entry(point.code, point.name_pinyin, zone_of(point.body_region), discs)
        for point in points
        if drawn.view in views(point)
        and (not region or point.body_region in ZONES[region].regions)
        and (discs := _discs(point, drawn, box))
    )


def _discs(point: Described, drawn: Figure, box: Box) -> tuple[Disc, ...]:
    """Return the discs inside the box; where a point has many spots, they are drawn as dots."""
    share = NEIGHBOURLY * (DOT if point.location["computed"].get("levels") else 1)
    return tuple(
        disc._replace(radius=round(disc.radius * share, 1))
        for disc in shown(discs_on(point, drawn.view), drawn, "")
        if box.left <= disc.x <= box.right and box.top <= disc.y <= box.bottom
    )


def _spots(entries: Iterable[Entry], *, faint: bool = False) -> list[Spot]:
    return [spot(entry, disc, faint=faint) for entry in entries for disc in entry.discs]
