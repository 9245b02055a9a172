"""What a plate is made of when it reaches the template: lines, discs, landmarks with words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from django.utils.functional import Promise

from points.anatomy import Disc, Placed
from points.anatomy.places import DISC_CUN
from points.drawings import Box, Figure


class Described(Placed, Protocol):
    """What a plate needs of a point: its place, and the picture in words."""

    name_pinyin: str
    alternative_text: str
    body_region: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a plate, with the class names that draw it.

    `landmark` is the name that it shares with its mirror image; scripts find both by it.
    """

    path: str
    classes: str
    landmark: str
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
class Plate:
    """A figure ready to be drawn; `mirror` is a transform for the lines, empty if there is none.

    `guides` are the landmarks that lead to the point, in the order in which a hand meets them.
    """

    view: str
    size: str
    title: str | Promise
    description: str
    box: Box
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    side: str = ""
    fade: str = ""  # top, bottom, both: the edges where the body goes on; empty if it is whole
    mirror: str = ""
    guides: tuple[Guide, ...] = ()

    def lighting(self, names: Collection[str]) -> "Plate":
        """Return the same plate with these landmarks lit, and no others."""
        lines = (replace(line, lit=line.landmark in names) for line in self.lines)
        return replace(self, lines=tuple(lines))

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


def spot(point: Described, disc: Disc, *, chosen: bool = False, faint: bool = False) -> Spot:
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
