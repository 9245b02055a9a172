"""Knows how a point is pressed when nobody has said how, and the run of one point to try it."""

from dataclasses import dataclass, replace
from typing import Protocol

from django.utils.translation import gettext as _

from routines.press import PRESSURES, TOOL_NAMES, Press, PressPoint

TRY_SECONDS = 60  # on each side
MOST_SPOTS = 4  # a line of 17 places along the spine is one a person chooses from


class SuggestedPoint(PressPoint, Protocol):
    """What the catalogue suggests for a point, beside what is read of it."""

    @property
    def suggested_seconds(self) -> int: ...
    @property
    def sites_count(self) -> int: ...


def usual_press(point: SuggestedPoint) -> Press:
    """Return a point pressed as the catalogue suggests: held, medium at most, easiest way first."""
    tool = usual_tool(point)
    return Press(
        point=point,
        technique="static_pressure",
        sides=tuple(point.sides),
        spots=usual_spots(point),
        rounds=1,
        seconds=point.suggested_seconds,
        pressure=min("medium", point.pressure_max, key=PRESSURES.index),
        posture=usual_posture(point, tool),
        tool=tool,
    )


def usual_spots(point: SuggestedPoint) -> int:
    """Return the places on each side, or 1 where there are too many to press in a row."""
    spots = point.sites_count // len(point.sides)
    return spots if spots <= MOST_SPOTS else 1


def usual_tool(point: PressPoint) -> str:
    """Return the hand wherever it reaches, else a tool that suits the point."""
    if point.reachable_by_hand:
        return "hand"
    fitting = (name for name, tools in TOOL_NAMES.items() if set(tools) & set(point.tools))
    return next(fitting, "hand")


def usual_posture(point: PressPoint, tool: str) -> str:
    """Return the posture a point is pressed in: a ball at the wall standing, the belly lying."""
    if tool == "ball":
        return "standing"
    return "lying" if point.body_region == "abdomen" else "sitting"


@dataclass(frozen=True, slots=True)
class Trial:
    """One point on its own, a minute on each side: run like a routine, kept as none."""

    point: SuggestedPoint
    pk: None = None

    @property
    def code(self) -> str:
        return self.point.code

    @property
    def name(self) -> str:
        return _("Try %(code)s %(name)s") % {
            "code": self.point.code,
            "name": self.point.name_pinyin,
        }

    def presses(self) -> list[Press]:
        """Return the one press; its point may bear less than a minute."""
        return [replace(usual_press(self.point), seconds=TRY_SECONDS).within_point()]
