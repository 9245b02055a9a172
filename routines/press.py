"""Knows what one line of a routine asks for, whoever does it: a point and how to press it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from points.questions import HasSite

PRESSURES = ("light", "medium", "firm")  # from little to much
TOOL_NAMES = {  # the catalogue's tools, by the one a step names
    "ball": ("ball_wall", "ball_lying"),
    "stick": ("massage_hook", "eraser", "massage_stick"),
}


def pressure_after(pressed: str, feel: str, *, most: str) -> str:
    """Return the pressure word for next time.

    Args:
        pressed: How hard it was pressed, one of ``PRESSURES``.
        feel: ``too_light``, ``good`` or ``too_hard``.
        most: The hardest that the point may be pressed.
    """
    step = {"too_light": 1, "too_hard": -1}.get(feel, 0)
    place = min(PRESSURES.index(pressed) + step, PRESSURES.index(most))
    return PRESSURES[max(0, place)]


class PressPoint(HasSite, Protocol):
    """What is read of a point; ``points.models.Point`` has it all."""

    @property
    def name_pinyin(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def routine_tags(self) -> Sequence[str]: ...
    @property
    def techniques_suitable(self) -> Sequence[str]: ...
    @property
    def tools(self) -> Sequence[str]: ...
    @property
    def pressure_max(self) -> str: ...
    @property
    def seconds_max(self) -> int: ...
    @property
    def reach(self) -> Mapping[str, Any]: ...
    @property
    def retired(self) -> bool: ...
    @property
    def reachable_by_hand(self) -> bool: ...
    @property
    def sides(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Press:
    """A point with technique, sides, seconds and pressure: a step without its row.

    Attributes:
        point: What to press.
        technique: A slug of the catalogue, such as ``static_pressure``.
        sides: In the order they are pressed.
        spots: Places on each side.
        rounds: How often the sides are gone through.
        seconds: Held at each spot.
        pressure: One of ``PRESSURES``.
        posture: ``sitting``, ``standing`` or ``lying``.
        tool: ``hand``, ``ball`` or ``stick``.
        limit: The longest hold that the person's conditions allow, where they set one.
    """

    point: PressPoint
    technique: str
    sides: tuple[str, ...]
    spots: int
    rounds: int
    seconds: int
    pressure: str
    posture: str
    tool: str
    limit: int | None = None

    @property
    def longest(self) -> int:
        """The longest hold in seconds that the point and the person's conditions allow."""
        return min(self.point.seconds_max, self.limit or self.point.seconds_max)

    @property
    def cue(self) -> str:
        """How it is reached; by hand, no tool is named that may not be used."""
        how: str = self.point.reach.get("how", "")
        return self.point.reach.get("by_hand", how) if self.tool == "hand" else how

    @property
    def holds(self) -> int:
        """How many holds it makes."""
        return len(self.sides) * self.spots * self.rounds

    @property
    def total_seconds(self) -> int:
        """Seconds pressed in all."""
        return self.holds * self.seconds

    @property
    def tool_suits(self) -> bool:
        """Whether the point may be pressed with this tool; a hand always may."""
        return self.tool == "hand" or bool(set(catalogue_tools(self.tool)) & set(self.point.tools))

    @property
    def is_within_point(self) -> bool:
        """Whether it is no more than its point bears, seen without making another press."""
        point = self.point
        return (
            self.seconds <= point.seconds_max
            and self.technique in point.techniques_suitable
            and PRESSURES.index(self.pressure) <= PRESSURES.index(point.pressure_max)
            and all(side in point.sides for side in self.sides)
            and self.tool_suits
        )

    def within_point(self) -> "Press":
        """Return the press within what its point bears: sides, technique, seconds, pressure."""
        if self.is_within_point:
            return self
        point = self.point
        suits = self.technique in point.techniques_suitable
        return replace(
            self,
            technique=self.technique if suits else "static_pressure",
            sides=tuple(side for side in self.sides if side in point.sides) or tuple(point.sides),
            seconds=min(self.seconds, point.seconds_max),
            pressure=min(self.pressure, point.pressure_max, key=PRESSURES.index),
            tool=self.tool if self.tool_suits or not point.reachable_by_hand else "hand",
        )

    def at(self, point: PressPoint) -> "Press":
        """Return the same press done at another point, by hand and within that point's limits."""
        moved = replace(
            self,
            point=point,
            sides=tuple(point.sides),
            spots=1,
            tool="hand",
        )
        return moved.within_point()


def catalogue_tools(tool: str) -> tuple[str, ...]:
    """Return the catalogue's names for a step's tool; none for the hand."""
    return TOOL_NAMES.get(tool, ())
