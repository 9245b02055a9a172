"""Prepares a figure for a template: what of it is seen, which lines, which discs, which are lit.

A plate is drawn inline by `points/plate.html`; nothing here knows colours or pixels.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from points.anatomy import Disc, Placed, discs_on, views
from points.anatomy.lit import landmarks_lit
from points.anatomy.places import DISC_CUN
from points.drawings import Box, Contour, Figure, figure


class Described(Placed, Protocol):
    """What a plate needs of a point: its place, and the picture in words."""

    name_pinyin: str
    alternative_text: str


@dataclass(frozen=True, kw_only=True)
class Window:
    """How much of a view a size shows: so many cun across and down, or its whole width."""

    across: float | None = None
    down: float | None = None


SIZES = {
    "page": Window(),
    "player": Window(across=11, down=13.5),
    "thumb": Window(across=7, down=7),
}
TALLEST = {True: 1.4, False: 1.8}  # height for a width of 1, of two-sided views and of limbs
WHOLE = {  # taller views that lose their landmarks when cropped
    "foot-sole",
    "foot-top",
    "forearm-palm",
    "forearm-back",
    "hand-ulnar-edge",
    "hip-side",
}
HIDDEN = "ghost"
NEIGHBOURLY = 0.33  # of a cun: the radius at which neighbours on an index can be told apart


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a plate, with the class names that draw it."""

    path: str
    classes: str
    lit: bool


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A disc of a plate."""

    code: str
    name: str
    side: str
    x: float
    y: float
    radius: float
    chosen: bool

    @property
    def halos(self) -> tuple[float, ...]:
        """The radii of the two rings around a chosen disc."""
        return (round(self.radius * 1.35, 1), round(self.radius * 1.7, 1)) if self.chosen else ()


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A figure ready to be drawn; `mirror` is a transform for the lines, empty if there is none."""

    view: str
    size: str
    side: str
    title: str
    description: str
    box: Box
    fade: str  # top, bottom, both: the edges where the body goes on; empty if it is whole
    mirror: str
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]

    @property
    def view_box(self) -> str:
        left, top, right, bottom = self.box
        return f"{left:g} {top:g} {right - left:g} {bottom - top:g}"

    @property
    def width(self) -> float:
        return self.box.right - self.box.left

    @property
    def height(self) -> float:
        return self.box.bottom - self.box.top


def plate_for(point: Described, *, side: str = "", size: str = "page", view: str = "") -> Plate:
    """Return the plate of a point; the discs of `side` are chosen, or all on the midline.

    Without a view it is the best close-up. A one-sided view shows the right side of the person,
    and its mirror image if the left is pressed.

    Raises:
        KeyError: if the point is not drawn on that view, or the size is unknown.
    """
    drawn = figure(view or views(point)[0])
    shown = list(_shown(discs_on(point, drawn.view), drawn, side))
    focus = [disc for disc in shown if disc.side == side] or shown
    box = _window(SIZES[size], drawn, focus)
    mirrored = drawn.mirror_axis is None and side == "left"
    seen = _flipped(box, drawn) if mirrored else box
    lit = landmarks_lit(point.code, point.location)
    return Plate(
        view=drawn.view,
        size=size,
        side=side,
        title=f"{point.code} {point.name_pinyin}",
        description=point.alternative_text,
        box=box,
        fade=_fade(box, drawn),
        mirror=f"matrix(-1 0 0 1 {drawn.width:g} 0)" if mirrored else "",
        lines=tuple(_lines(drawn, seen, lit)),
        spots=tuple(_spot(point, disc, chosen=disc in focus and bool(side)) for disc in shown),
    )


def index_plate(points: Iterable[Described], *, view: str = "back") -> Plate:
    """Return a whole view with the discs of every point that it shows.

    The discs are smaller than a cun, so that neighbours can be told apart.
    """
    drawn = figure(view)
    here = [point for point in points if view in views(point)]
    spots = [
        _spot(point, disc._replace(radius=round(_cun(drawn) * NEIGHBOURLY, 1)), chosen=False)
        for point in here
        for disc in _shown(discs_on(point, view), drawn, "")
        if not point.location["computed"].get("levels")  # seventeen pairs would hide the rest
    ]
    return Plate(
        view=view,
        size="index",
        side="",
        title=drawn.title,
        description=drawn.title,
        box=Box(0, 0, drawn.width, drawn.height),
        fade="",
        mirror="",
        lines=tuple(_lines(drawn, Box(0, 0, drawn.width, drawn.height), frozenset())),
        spots=tuple(spots),
    )


def _shown(discs: Iterable[Disc], drawn: Figure, side: str) -> Iterator[Disc]:
    """Yield the discs of a drawing: both sides, or the one side that it shows."""
    one = side if side in ("left", "right") else "right"
    for disc in discs:
        if drawn.mirror_axis is not None or disc.side in (one, "midline"):
            yield disc


def _spot(point: Described, disc: Disc, *, chosen: bool) -> Spot:
    return Spot(
        code=point.code,
        name=point.name_pinyin,
        side=disc.side,
        x=disc.x,
        y=disc.y,
        radius=disc.radius,
        chosen=chosen,
    )


def _window(size: Window, drawn: Figure, focus: list[Disc]) -> Box:
    """Return the part of the view that is seen, around the discs in focus, inside the frame."""
    across, down = _extent(size, drawn)
    x = (min(disc.x for disc in focus) + max(disc.x for disc in focus)) / 2
    y = (min(disc.y for disc in focus) + max(disc.y for disc in focus)) / 2
    left = round(min(max(x - across / 2, 0), drawn.width - across))
    top = round(min(max(y - down / 2, 0), drawn.height - down))
    return Box(left, top, left + round(across), top + round(down))


def _extent(size: Window, drawn: Figure) -> tuple[float, float]:
    if size.across and size.down:
        cun = _cun(drawn)
        return min(size.across * cun, drawn.width), min(size.down * cun, drawn.height)
    if drawn.view in WHOLE:
        return drawn.width, drawn.height
    tallest = TALLEST[drawn.mirror_axis is not None]
    return drawn.width, min(drawn.height, tallest * drawn.width)


def _fade(box: Box, drawn: Figure) -> str:
    cut = box.top > 0, box.bottom < round(drawn.height)
    return {(True, True): "both", (True, False): "top", (False, True): "bottom"}.get(cut, "")


def _cun(drawn: Figure) -> float:
    kind = next(kind for kind in DISC_CUN if kind in drawn.cun)
    return drawn.cun[kind] * DISC_CUN[kind]


def _flipped(box: Box, drawn: Figure) -> Box:
    return Box(drawn.width - box.right, box.top, drawn.width - box.left, box.bottom)


def _lines(drawn: Figure, box: Box, lit: frozenset[str]) -> Iterator[Line]:
    for contour, extent in _with_boxes(drawn.view):
        if contour.style != HIDDEN and extent.meets(box):
            name = contour.id.removesuffix("_R").removesuffix("_L")
            yield Line(path=contour.path, classes=_classes(contour), lit=name in lit)


@cache
def _with_boxes(view: str) -> tuple[tuple[Contour, Box], ...]:
    return tuple((contour, contour.box) for contour in figure(view).contours)


def _classes(contour: Contour) -> str:
    if contour.role == "body":
        names = ("plate__skin", contour.fill), ("plate__contour", contour.stroke)
        return " ".join(name for name, given in names if given)
    if contour.id.endswith("_cut") or "_cut_" in contour.id:
        return "plate__cut"
    if contour.id.startswith(("spine_", "foramen_", "dimple_")):
        return "plate__bump"
    return "plate__landmark"
