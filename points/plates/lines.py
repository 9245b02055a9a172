"""Which lines of a drawing a plate shows, and by which class names they are drawn."""

from collections.abc import Iterator
from functools import cache

from points.drawings import Box, Contour, Figure, figure
from points.plates.parts import Line

HIDDEN = "ghost"


def lines_in(drawn: Figure, box: Box, lit: frozenset[str] = frozenset()) -> Iterator[Line]:
    """Yield the lines that are seen within a box, those of the named landmarks lit."""
    for contour, extent in _with_boxes(drawn.view):
        if contour.style != HIDDEN and extent.meets(box):
            name = contour.name
            yield Line(
                path=contour.path,
                classes=_classes(contour),
                landmark=name if contour.stroke else "",
                lit=name in lit,
                silhouette=contour.id == _silhouette(drawn.view),
            )


@cache
def _with_boxes(view: str) -> tuple[tuple[Contour, Box], ...]:
    return tuple((contour, contour.box) for contour in figure(view).contours)


@cache
def _silhouette(view: str) -> str:
    """Return the id of the largest outline."""
    outlines = [(one, box) for one, box in _with_boxes(view) if one.role == "body" and one.fill]
    return max(outlines, key=lambda pair: pair[1].width * pair[1].height)[0].id


def _classes(contour: Contour) -> str:
    if contour.role == "body":
        names = ("plate__skin", contour.fill), ("plate__contour", contour.stroke)
        return " ".join(name for name, given in names if given)
    if contour.id.endswith("_cut") or "_cut_" in contour.id:
        return "plate__cut"
    if contour.id.startswith(("spine_", "foramen_", "dimple_")):
        return "plate__bump"
    return "plate__landmark"
