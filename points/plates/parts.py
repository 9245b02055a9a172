"""What a plate is made of when it reaches the template: lines, discs, landmarks with words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from math import floor
from typing import Protocol

from django.utils.functional import Promise

from points.anatomy import Disc, Placed
from points.anatomy.places import DISC_CUN
from points.drawings import Box, Figure
from points.plates.sheets import Label, Sheet


class Described(Placed, Protocol):
    """What a plate needs of a point: its place, and the picture in words."""

    name_pinyin: str
    alternative_text: str
    body_region: str


class Named(Protocol):
    """What a disc says of its point."""

    @property
    def code(self) -> str: ...

    @property
    def name_pinyin(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a plate, with the class names that draw it.

    `landmark` is the name that it shares with its mirror image; scripts find both by it.
    """

    path: str
    classes: str
    landmark: str
    lit: bool
    silhouette: bool = False  # the outline that holds most of the body


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
    faint: bool = False

    @property
    def halos(self) -> tuple[float, ...]:
        """The radii of the two rings around a chosen disc."""
        return (round(self.radius * 1.35, 1), round(self.radius * 1.7, 1)) if self.chosen else ()


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A landmark on the way to a point; its lines on the plate carry `data-landmark=key`."""

    key: str
    words: str | Promise


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A label on a sheet with all that belongs to it: the discs of a point, or a zone of the body.

    `key` is the code of the point, or the key of the zone or the landmark.
    """

    key: str
    title: str | Promise
    label: Label
    spots: tuple[Spot, ...] = ()
    band: Box | None = None  # the part of the body that opens the zone


@dataclass(frozen=True, kw_only=True)
class Inset:
    """A part of the same drawing at a larger scale: where it lies, in pixels, and what it shows."""

    frame: Box
    box: Box  # in units of the drawing
    window: Box  # in pixels, what it shows as the drawing itself has it

    @property
    def view_box(self) -> str:
        return view_box(self.box)


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A plate laid out for one width of screen; discs and labels in pixels."""

    sheet: Sheet
    tags: tuple[Tag, ...]
    spots: tuple[Spot, ...] = ()  # those that no label names
    inset: Inset | None = None

    @property
    def zoned(self) -> bool:
        return any(tag.band for tag in self.tags)


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A figure ready to be drawn; `mirror` is a transform for the lines, empty if there is none.

    `guides` are the landmarks that lead to the point, in the order in which a hand meets them.
    With `leaves` it is drawn once for each, and the page shows the one that fits the screen;
    without any it is drawn as it is, to fill its place.
    """

    view: str
    size: str
    title: str | Promise
    box: Box
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    description: str = ""
    side: str = ""
    fade: str = ""  # top, bottom, both: the edges where the body goes on; empty if it is whole
    mirror: str = ""
    guides: tuple[Guide, ...] = ()
    leaves: tuple[Leaf, ...] = ()

    def lighting(self, names: Collection[str]) -> "Plate":
        """Return the same plate with these landmarks lit, and no others."""
        lines = (replace(line, lit=line.landmark in names) for line in self.lines)
        return replace(self, lines=tuple(lines))

    @property
    def view_box(self) -> str:
        return view_box(self.box)

    @property
    def name(self) -> str:
        """The id of the drawing on its page; no page shows the same part of a view twice."""
        return f"drawn-{self.view}-{self.box.left:g}-{self.box.top:g}"


def view_box(box: Box) -> str:
    return f"{box.left:g} {box.top:g} {box.width:g} {box.height:g}"


def fade(box: Box, drawn: Figure) -> str:
    """Return the edges at which the body goes on: top, bottom, both, or none."""
    cut = box.top > drawn.skin.top, box.bottom < floor(drawn.skin.bottom)
    return {(True, True): "both", (True, False): "top", (False, True): "bottom"}.get(cut, "")


def shown(discs: Iterable[Disc], drawn: Figure, side: str) -> list[Disc]:
    """Return the discs that a drawing shows: both sides, or the one side that it draws."""
    one = side if side in ("left", "right") else "right"
    return [
        disc for disc in discs if drawn.mirror_axis is not None or disc.side in (one, "midline")
    ]


def cun_of(drawn: Figure) -> float:
    """Return the cun that sizes the discs of a view, in its units."""
    kind = next(kind for kind in DISC_CUN if kind in drawn.cun)
    return drawn.cun[kind] * DISC_CUN[kind]


def spot(point: Named, disc: Disc, *, chosen: bool = False, faint: bool = False) -> Spot:
    return Spot(
        code=point.code,
        name=point.name_pinyin,
        side=disc.side,
        x=disc.x,
        y=disc.y,
        radius=disc.radius,
        chosen=chosen,
        faint=faint,
    )
