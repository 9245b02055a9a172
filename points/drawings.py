"""The drawn views of the body: contours and named landmarks, read once from points/figures."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

FIGURES = Path(__file__).parent / "figures"
RIM = 0.01  # of the width of a drawing: half its outline, drawn at any size
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Position(NamedTuple):
    """A place in figure units, downward and to the right."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle in figure units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def height(self) -> float:
        return round(self.bottom - self.top, 1)

    def holds(self, place: Position) -> bool:
        return self.left <= place.x <= self.right and self.top <= place.y <= self.bottom

    def meets(self, other: "Box") -> bool:
        apart = self.right < other.left or other.right < self.left
        return not (apart or self.bottom < other.top or other.bottom < self.top)


@dataclass(frozen=True, kw_only=True)
class Contour:
    """One line; `role` is body, crease or landmark. Filled and not stroked, it is flat skin."""

    id: str
    role: str
    fill: bool
    stroke: bool
    path: str
    style: str = ""

    @property
    def name(self) -> str:
        """What the line shows, without the side: a landmark shares it with its mirror image."""
        return self.id.removesuffix("_R").removesuffix("_L")

    @property
    def knots(self) -> list[Position]:
        """The places that the line runs through, in order."""
        return self._places[::3]

    @property
    def box(self) -> Box:
        """A rectangle that holds the line: its knots and its handles."""
        across, down = zip(*self._places, strict=True)
        return Box(min(across), min(down), max(across), max(down))

    @property
    def _places(self) -> list[Position]:
        numbers = [float(found) for found in NUMBER.findall(self.path)]
        return [Position(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One view. With a mirror axis it shows both sides, without one the person's right side."""

    view: str
    title: str
    width: float
    height: float
    scale: float  # figure units for a thousandth of the stature
    mirror_axis: float | None
    cun: Mapping[str, float]  # a cun is local: one length for each segment
    contours: tuple[Contour, ...]
    landmarks: Mapping[str, Position]

    @property
    def sides(self) -> tuple[str, ...]:
        return ("right",) if self.mirror_axis is None else ("left", "right")

    @cached_property
    def skin(self) -> Box:
        """The rectangle that the body fills, with a little room for its outline."""
        boxes = [one.box for one in self.contours if one.role == "body" and one.style != "ghost"]
        left, top = min(box.left for box in boxes), min(box.top for box in boxes)
        right, foot = max(box.right for box in boxes), max(box.bottom for box in boxes)
        rim = RIM * self.width
        return Box(
            max(0, left - rim),
            max(0, top - rim),
            min(self.width, right + rim),
            min(self.height, foot + rim),
        )

    def landmark(self, name: str, side: str = "right") -> Position:
        """Return a landmark by its name; of a pair, the one of that side of the person.

        Raises:
            KeyError: if the view does not show it.
        """
        if name in self.landmarks:
            return self.landmarks[name]
        return self.landmarks[f"{name}_{side[0].upper()}"]


@cache
def figure(view: str) -> Figure:
    """Return a drawn view.

    Raises:
        FileNotFoundError: if there is no such view.
    """
    drawn: dict[str, Any] = json.loads((FIGURES / f"{view}.json").read_text(encoding="utf-8"))
    drawn["contours"] = tuple(Contour(**one) for one in drawn["contours"])
    drawn["landmarks"] = {name: Position(*place) for name, place in drawn["landmarks"].items()}
    return Figure(**drawn)


@cache
def views() -> tuple[str, ...]:
    """Return the names of all drawn views."""
    return tuple(sorted(file.stem for file in FIGURES.glob("*.json")))
