"""The ways of reaching a point, easiest first, each with its icon and its words."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from points.words import Tool

type Words = str | Promise


class Reached(Protocol):
    """What must be known of a point to say how it is reached."""

    reach: Any
    tools: list[str]


class Way(NamedTuple):
    """One way: an icon of the sprite, what it is, and a remark or nothing."""

    icon: str
    name: Words
    remark: Words


ICONS = {Tool.BALL_WALL: "ball", Tool.BALL_LYING: "ball", Tool.KNUCKLES: "knuckle"}
EASIEST = _("easiest")
BY_HAND = {"easy": _("easy"), "possible": _("possible, with some reaching")}


def ways(point: Reached) -> tuple[Way, ...]:
    """Return every way of reaching a point; the first is the one to try first."""
    return tuple(sorted(_ways(point), key=lambda way: way.remark is not EASIEST))


def first_way(point: Reached) -> Way:
    """Return the way that stands for a point in a list."""
    found = ways(point)
    return found[0] if found else Way("helper", _("A helper"), "")


def _ways(point: Reached) -> Iterator[Way]:
    reach = point.reach
    tool_first = reach["with_tool"] == "recommended"
    if reach["alone_by_hand"] in BY_HAND:
        yield Way("hand", _("By hand"), BY_HAND[reach["alone_by_hand"]])
    for number, tool in enumerate(point.tools):
        remark = EASIEST if tool_first and number == 0 else ""
        yield Way(ICONS.get(Tool(tool), "points"), Tool(tool).label, remark)
    if reach["partner"] != "not_needed":
        yield Way("helper", _("A helper"), _("if you like"))
