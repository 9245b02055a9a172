"""Where a point lies on the drawn body: computed from its record and the landmarks, never kept.

Views with a mirror axis show both sides; the person's right is on the right of the page in back
views. The other views show the right side; the left is their mirror image.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from points.anatomy.places import DISC_CUN, ON_MIDLINE, SMALLER, recipes
from points.anatomy.recipes import Location, Recipe, level_height, vertebral_position
from points.drawings import Figure, Position, figure

__all__ = ["Disc", "Placed", "discs", "discs_on", "level_height", "vertebral_position", "views"]


class Placed(Protocol):
    """What must be known of a point to place it."""

    code: str
    location: Any


class Disc(NamedTuple):
    """A patch about one cun wide, in the units of its view."""

    view: str
    side: str  # left, right or midline, of the person
    x: float
    y: float
    radius: float


def discs(point: Placed) -> tuple[Disc, ...]:
    """Return the discs of a point on every view that shows it, the best close-up first."""
    return tuple(disc for view in views(point) for disc in discs_on(point, view))


def views(point: Placed) -> tuple[str, ...]:
    """Return the views that show a point, the best close-up first."""
    return tuple(view for view, _ in recipes(point.code, point.location))


def discs_on(point: Placed, view: str) -> tuple[Disc, ...]:
    """Return the discs of a point on one view, those of the left side first."""
    drawn = figure(view)
    recipe = dict(recipes(point.code, point.location))[view]
    midline = point.location.get("lateral_offset_cun") == 0 or point.code in ON_MIDLINE
    sides = ("midline",) if midline else ("left", "right")
    return tuple(
        Disc(view, side, *place, _radius(point.code, drawn))
        for side in sides
        for location in _spots(point.location)
        for place in [_on_side(recipe, location, drawn, side)]
    )


def _on_side(recipe: Recipe, location: Location, drawn: Figure, side: str) -> Position:
    """Return the place on that side; a one-sided view is mirrored for the left."""
    place = recipe(location, drawn, side)
    if side == "left" and drawn.mirror_axis is None:
        place = Position(drawn.width - place.x, place.y)
    return Position(round(place.x, 1), round(place.y, 1))


def _spots(location: Location) -> Iterator[Location]:
    """Yield one location for each spot of a side: all but two points have one."""
    computed = location["computed"]
    for level in computed.get("levels", []):
        yield {**location, "vertebral_level": level}
    for spot in computed.get("spots", []):
        yield {**location, "computed": spot}
    if not {"levels", "spots"} & computed.keys():
        yield location


def _radius(code: str, drawn: Figure) -> float:
    kind = next(kind for kind in DISC_CUN if kind in drawn.cun)
    return round(drawn.cun[kind] / 2 * DISC_CUN[kind] * SMALLER.get(code, 1.0), 1)
