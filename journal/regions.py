"""Knows the places of the body map: their outlines on the figures, one side mirroring the other."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from points.drawings import Box, Figure, Position, figure

FILE = Path(__file__).parent / "regions.toml"
SIDES = ("left", "right")
EARLIER = ("leg",)  # a place that entries were kept under before the leg was parted
BOXES = {  # what of a figure is seen: left, top, right, bottom in figure units
    ("back", "upper"): Box(36, 12, 364, 566),
    ("back", "lower"): Box(96, 500, 304, 1030),
    ("front", "upper"): Box(36, 132, 364, 566),
    ("front", "lower"): Box(96, 500, 304, 1030),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the body, with a left and a right side.

    Attributes:
        key: Its name; a region is ``key_left`` or ``key_right``.
        view: The figure it is drawn on.
        part: Which part of that figure, ``upper`` or ``lower``.
        outline: Corners of the right side, each a landmark with two distances.
    """

    key: str
    view: str
    part: str
    outline: tuple[str, ...]

    def corners(self, side: str) -> tuple[Position, ...]:
        """Return the corners of one side in figure units; the left mirrors the right."""
        drawn, axis = figure(self.view), midline(self.view)
        right = tuple(_corner(drawn, axis, text) for text in self.outline)
        if side == "right":
            return right
        return tuple(Position(round(2 * axis - x, 1), y) for x, y in right)

    def path(self, side: str) -> str:
        """Return the outline as the path of an SVG."""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in self.corners(side)) + "Z"

    def middle(self, side: str) -> Position:
        """Return where the number of a side stands: the centre of its area."""
        return _centroid(self.corners(side))


def midline(view: str) -> float:
    """Return where the middle of a figure stands, in figure units."""
    drawn = figure(view)
    return drawn.mirror_axis or drawn.width / 2


@cache
def places() -> tuple[Place, ...]:
    """Return all places, from the head down, the back before the front."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["place"]
    return tuple(Place(**row | {"outline": tuple(row["outline"])}) for row in rows)


@cache
def regions() -> frozenset[str]:
    """Return the names of all regions that may be chosen."""
    return frozenset(f"{place.key}_{side}" for place in places() for side in SIDES)


@cache
def known() -> frozenset[str]:
    """Return the names of all regions that an entry may hold, also those from before."""
    return regions() | {f"{key}_{side}" for key in EARLIER for side in SIDES}


def _corner(drawn: Figure, axis: float, text: str) -> Position:
    """Return a corner: a landmark of the right side, so far outward and so far down."""
    name, outward, down = text.split()
    x, y = drawn.landmark(name, "right")
    return Position(round(x + _outward(drawn, axis) * float(outward), 1), round(y + float(down), 1))


def _outward(drawn: Figure, axis: float) -> int:
    """Return 1 where the person's right is at the right of the picture, else -1."""
    return 1 if drawn.landmark("acromion", "right").x > axis else -1


def _centroid(corners: tuple[Position, ...]) -> Position:
    pairs = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    crosses = [a.x * b.y - b.x * a.y for a, b in pairs]
    area = sum(crosses) * 3
    x = sum((a.x + b.x) * c for (a, b), c in zip(pairs, crosses, strict=True)) / area
    y = sum((a.y + b.y) * c for (a, b), c in zip(pairs, crosses, strict=True)) / area
    return Position(round(x, 1), round(y, 1))
