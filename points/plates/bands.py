"""Which part of a whole body opens each zone: a band across the points that it holds."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from points.drawings import Box, Figure, Position
from points.zones import ZONES

HEAD = 2  # times that to the sides, around a mark on the midline
PAD = 0.022  # of the height of the drawing, around the points at the rim of a band


class Band(NamedTuple):
    """The part of a drawing that opens a zone, on the left of the page and on the right.

    Both are the same but for the hands, which lie apart.
    """

    key: str
    left: Box
    right: Box
    ends: tuple[Position, Position]  # where a line from the left ends, and one from the right


def bands(places: Mapping[str, Iterable[Position]], drawn: Figure) -> list[Band]:
    """Return a band for each zone with places on a drawing, or with a mark of its own there.

    Bands do not overlap: two neighbours meet half way between the points of both.
    """
    held = {key: list(found) for key, found in places.items()}
    boxes = {key: _around(found, drawn) for key, found in held.items()}
    apart = [_at_marks(key, drawn) for key in ZONES if key not in boxes]
    marked = [band for band in apart if band]
    boxes |= {band.key: band.left for band in marked if band.left == band.right}
    ordered = sorted(boxes.items(), key=lambda item: item[1].top + item[1].bottom)
    edges = [(upper[1].bottom + lower[1].top) / 2 for upper, lower in pairwise(ordered)]
    tops, feet = [0.0, *edges], [*edges, drawn.height]
    found = [
        _cut(key, box._replace(top=max(box.top, top), bottom=min(box.bottom, foot)), held)
        for (key, box), top, foot in zip(ordered, tops, feet, strict=True)
    ]
    return found + [band for band in marked if band.left != band.right]


def _cut(key: str, box: Box, held: Mapping[str, Iterable[Position]]) -> Band:
    """Return a band with lines to the outermost places in it, or to its rim if it has none."""
    inside = [place for place in held.get(key, ()) if box.holds(place)]
    rims = (_rim(box, box.left), _rim(box, box.right))
    return Band(key, box, box, (min(inside), max(inside)) if inside else rims)


def _around(places: Iterable[Position], drawn: Figure, *, wider: float = 1) -> Box:
    pad = PAD * drawn.height
    aside = pad * wider
    across, down = zip(*places, strict=True)
    return Box(min(across) - aside, min(down) - pad, max(across) + aside, max(down) + pad)


def _at_marks(key: str, drawn: Figure) -> Band | None:
    """Return the band around the landmarks that stand for a zone, if the drawing has them."""
    names = ZONES[key].marks
    if single := [drawn.landmarks[name] for name in names if name in drawn.landmarks]:
        box = _around(single, drawn, wider=HEAD)
        return Band(key, box, box, (_rim(box, box.left), _rim(box, box.right)))
    for name in names:
        if f"{name}_L" in drawn.landmarks:
            pair = (drawn.landmarks[f"{name}_L"], drawn.landmarks[f"{name}_R"])
            left, right = (_around([place], drawn) for place in sorted(pair))
            return Band(key, left, right, (_rim(left, left.left), _rim(right, right.right)))
    return None


def _rim(box: Box, x: float) -> Position:
    return Position(x, (box.top + box.bottom) / 2)
