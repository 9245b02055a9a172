"""Knows how a point is pressed when nobody has said how, and the runs that belong to no routine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

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


class ReadyMade(NamedTuple):
    """A few points for a moment when choosing is too much; the choice of points is our own."""

    name: str
    codes: tuple[str, ...]
    seconds: int  # on each side


READY_MADE: Mapping[str, ReadyMade] = {
    # a bad day: away from the back, both hands in the lap
    "gentle": ReadyMade(gettext_noop("Three gentle minutes"), ("PC6", "HT7", "SI3"), 30),
    # no time: two points on the midline of the head, with getting ready nearer to two minutes
    "micro": ReadyMade(gettext_noop("Two minutes"), ("EX-HN3", "GV20"), 45),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready-made run: light, by hand, in the posture one is in; kept as no routine.

    Attributes:
        short: Its key in ``READY_MADE``.
        points: Its points, those that the catalogue still has.
    """

    short: str
    points: Sequence[SuggestedPoint]
    pk: None = None

    @property
    def name(self) -> str:
        return _(READY_MADE[self.short].name)

    def presses(self) -> list[Press]:
        """Return the presses in the order they are named."""
        made = READY_MADE[self.short]
        by_code = {point.code: point for point in self.points}
        return [
            replace(usual_press(by_code[code]), seconds=made.seconds, pressure="light")
            for code in made.codes
            if code in by_code
        ]


type Passing = Trial | Ready
