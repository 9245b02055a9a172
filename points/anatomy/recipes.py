"""The ways of placing a point: by level, along a line, by a measured distance, at a landmark."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from points.drawings import Figure, Position

type Location = Mapping[str, Any]
type Recipe = Callable[[Location, Figure, str], Position]

INDEX = {
    name: number
    for number, name in enumerate(
        ["C7", *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6))]
        + [f"S{n}" for n in range(1, 5)]
    )
}
LOWER_BORDER = 0.35  # of the next interval, L1 to L5 only; a drawing choice
NAMED = {  # how the records name the ends of a line, and how the drawings do
    "S2 spinous process": "S2",
    "posterior superior iliac spine": "psis",
    "midpoint of the scapular spine": "scapular_spine_mid",
    "inferior angle of the scapula": "scapula_tip",
    "SI13 (inner end of the scapular spine, upper side)": "SI13",
    "C7 spinous process": "C7",
    "lateral end of the acromion": "acromion",
    "TE17 (behind the ear lobe, in front of the lower mastoid)": "TE17",
    "anterior superior iliac spine": "asis",
    "greater trochanter prominence": "trochanter",
    "sacral hiatus": "sacral_hiatus",
    "web between 2nd and 3rd toes": "toe_web_2_3",
    "heel": "heel_back",
}


def vertebral_position(location: Location, drawn: Figure, side: str) -> Position:
    """Return the place of a point beside the spine, or on it.

    The level is interpolated between the drawn landmarks; sideways, the midline to the edge of
    the shoulder blade is 3 cun.

    Source:
        WHO 2008, proportional bone measurement.
    """
    middle = drawn.landmark("C7").x
    edge = drawn.landmark("scapular_edge", side if side != "midline" else "right").x
    offset = location["lateral_offset_cun"] or 0
    return Position(middle + offset * (edge - middle) / 3, level_height(location, drawn))


def level_height(location: Location, drawn: Figure) -> float:
    """Return how far down a level lies: at the lower border of its bump.

    Source:
        WHO 2008 for the landmarks; T12 is half way from the tip of the blade to the crest.
    """
    name = location["vertebral_level"]
    index = INDEX[name]
    height = _interpolated(index, drawn)
    if name.startswith("L"):
        height += LOWER_BORDER * (_interpolated(index + 1, drawn) - height)
    return height


def _interpolated(index: int, drawn: Figure) -> float:
    heights = _anchors(drawn)
    above = max(anchor for anchor in heights if anchor <= index)
    below = min((anchor for anchor in heights if anchor > index), default=above)
    if below == above:
        return heights[above]
    share = (index - above) / (below - above)
    return heights[above] + share * (heights[below] - heights[above])


def _anchors(drawn: Figure) -> dict[int, float]:
    """Return the drawn heights by level; a view that ends early has fewer."""
    names = ("C7", "T3", "T7", "L4", "S2", "S4")
    heights = {INDEX[name]: drawn.landmarks[name].y for name in names if name in drawn.landmarks}
    if INDEX["L4"] in heights:
        heights[INDEX["T12"]] = (heights[INDEX["T7"]] + heights[INDEX["L4"]]) / 2
    return heights


def line_position(location: Location, drawn: Figure, side: str) -> Position:
    """Return the place a fraction of the way along the line that the record names."""
    computed = location["computed"]
    start, end = (_named(computed[end], drawn, side) for end in ("line_from", "line_to"))
    return _part_way(start, end, computed["fraction"])


def _named(name: str, drawn: Figure, side: str) -> Position:
    if name == "GB21":
        return _part_way(drawn.landmark("C7"), drawn.landmark("acromion", side), 0.5)
    return drawn.landmark(NAMED.get(name, name), side)


def _part_way(start: Position, end: Position, fraction: float) -> Position:
    return Position(start.x + fraction * (end.x - start.x), start.y + fraction * (end.y - start.y))


def at(name: str, *, right: float = 0, down: float = 0) -> Recipe:
    """Place at a landmark, or some cun to the right of it and below."""

    def recipe(_location: Location, drawn: Figure, side: str) -> Position:
        place, cun = drawn.landmark(name, side), drawn.cun.get("local", 0)
        return Position(place.x + right * cun, place.y + down * cun)

    return recipe


def along(start: str, end: str, fraction: float | None = None) -> Recipe:
    """Place between two landmarks, by default at the fraction of the record's segment."""

    def recipe(location: Location, drawn: Figure, side: str) -> Position:
        share = location["fraction_of_segment"] if fraction is None else fraction
        return _part_way(drawn.landmark(start, side), drawn.landmark(end, side), share)

    return recipe


def measured(origin: str, *across: str, towards: int = -1, right: float = 0) -> Recipe:
    """Place the record's cun above a landmark (towards=1: below), between others sideways."""

    def recipe(location: Location, drawn: Figure, side: str) -> Position:
        cun = drawn.cun["local"]
        x = sum(drawn.landmark(name, side).x for name in across) / len(across)
        y = drawn.landmark(origin, side).y + towards * cun * location["distance_cun"]
        return Position(x + right * cun, y)

    return recipe


def from_midline(edge: str, level: str, share: float) -> Recipe:
    """Place at the height of one landmark, part of the way from the midline to another."""

    def recipe(_location: Location, drawn: Figure, side: str) -> Position:
        place = drawn.landmark(level)
        return Position(place.x + share * (drawn.landmark(edge, side).x - place.x), place.y)

    return recipe


def down_from(start: str, end: str, across: str) -> Recipe:
    """Place the record's share of the way down between two landmarks, at the x of a third."""

    def recipe(location: Location, drawn: Figure, side: str) -> Position:
        place = _part_way(drawn.landmark(start, side), drawn.landmark(end, side), _share(location))
        return Position(drawn.landmark(across, side).x, place.y)

    return recipe


def _share(location: Location) -> float:
    """Return the share of the segment; without one, the distance in cun says it."""
    given = location.get("fraction_of_segment")
    return float(given or location["distance_cun"] / location["segment"]["cun"])


def beside_spot(location: Location, drawn: Figure, side: str) -> Position:
    """Return the groove between two hand bones, half way from the wrist crease to the knuckles."""
    spot = location["computed"]
    first, second = re.findall(r"\d", spot["between"])
    base, head = (
        _part_way(
            drawn.landmark(f"metacarpal{first}_{end}", side),
            drawn.landmark(f"metacarpal{second}_{end}", side),
            0.5,
        )
        for end in ("base", "head")
    )
    crease = drawn.landmark("wrist_crease_mid", side)
    y = crease.y + spot["fraction_wrist_to_mcp"] * (head.y - crease.y)
    return _part_way(base, head, (y - base.y) / (head.y - base.y))
