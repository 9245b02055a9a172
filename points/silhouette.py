"""Whether a place lies inside the drawn skin: curves are sampled, then crossings are counted."""

import re
from collections.abc import Sequence
from functools import cache

from points.anatomy import Disc
from points.drawings import Position, figure

SAMPLES = 10


def inside(view: str, x: float, y: float) -> bool:
    """Whether a place lies within any filled outline of a view."""
    return any(_within(outline, x, y) for outline in _outlines(view))


def disc_inside(disc: Disc) -> bool:
    """Whether a disc lies within the skin, its rim included."""
    rim = [(1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)]
    places = [
        (disc.x, disc.y),
        *((disc.x + disc.radius * a, disc.y + disc.radius * b) for a, b in rim),
    ]
    return all(inside(disc.view, *as_drawn(disc, x, y)) for x, y in places)


def as_drawn(disc: Disc, x: float, y: float) -> Position:
    """Return where a place of a disc is drawn: the left of a one-sided view is a mirror image."""
    drawn = figure(disc.view)
    mirrored = drawn.mirror_axis is None and disc.side == "left"
    return Position(drawn.width - x if mirrored else x, y)


@cache
def _outlines(view: str) -> list[list[Position]]:
    return [_sampled(one.path) for one in figure(view).contours if one.fill and one.role == "body"]


def _sampled(path: str) -> list[Position]:
    """Return places along a path of M, absolute C and Z."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    places = [Position(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
    here, found = places[0], [places[0]]
    for first, second, end in zip(places[1::3], places[2::3], places[3::3], strict=True):
        found += [
            _on_curve(here, first, second, end, step / SAMPLES) for step in range(1, SAMPLES + 1)
        ]
        here = end
    return found


def _on_curve(
    start: Position, first: Position, second: Position, end: Position, t: float
) -> Position:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    corners = (start, first, second, end)
    return Position(
        sum(weight * place.x for weight, place in zip(weights, corners, strict=True)),
        sum(weight * place.y for weight, place in zip(weights, corners, strict=True)),
    )


def _within(outline: Sequence[Position], x: float, y: float) -> bool:
    crossings = 0
    for here, there in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (here.y > y) != (there.y > y):
            crossings += x < here.x + (y - here.y) / (there.y - here.y) * (there.x - here.x)
    return crossings % 2 == 1
