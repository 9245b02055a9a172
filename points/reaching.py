"""The ways of reaching a point, easiest first, each with its icon, its words and how it is done."""

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
    """One way: an icon of the sprite, what it is, a remark or nothing, and how it is done."""

    icon: str
    name: Words
    remark: Words
    how: Words


ICONS = {Tool.BALL_WALL: "ball", Tool.BALL_LYING: "ball", Tool.KNUCKLES: "knuckle"}
EASIEST = _("easiest")
BY_HAND = {"easy": _("easy"), "possible": _("possible, with some reaching")}
HOW: dict[str, Words] = {
    Tool.BALL_WALL: _("Stand with the ball at the wall and lean in. To ease off, step away."),
    Tool.BALL_LYING: _(
        "Lie on it with bent knees, letting your weight down slowly. Roll off to stop."
    ),
    Tool.KNUCKLES: _("Put fists or thumbs there, hands on hips, and lean back gently."),
    Tool.MASSAGE_HOOK: _("Lay the hook over your shoulder and pull slowly with both hands."),
    Tool.ERASER: _("Hold the pencil upright and press straight down with the soft end."),
    Tool.MASSAGE_STICK: _(
        "Rest the round end on the patch and lean in straight, with a soft grip."
    ),
}
HELPER = _("Ask for slow, straight pressure with a thumb, and say more, less or stop as it goes.")


def ways(point: Reached) -> tuple[Way, ...]:
    """Return every way of reaching a point; the first is the one to try first."""
    return tuple(sorted(_ways(point), key=lambda way: way.remark is not EASIEST))


def first_way(point: Reached) -> Way:
    """Return the way that stands for a point in a list."""
    found = ways(point)
    return found[0] if found else Way("helper", _("A helper"), "", HELPER)


def _ways(point: Reached) -> Iterator[Way]:
    reach = point.reach
    tool_first = reach["with_tool"] == "recommended"
    if reach["alone_by_hand"] in BY_HAND:
        how = reach.get("by_hand") or reach["how"]
        yield Way("hand", _("By hand"), BY_HAND[reach["alone_by_hand"]], how)
    for number, tool in enumerate(point.tools):
        remark = EASIEST if tool_first and number == 0 else ""
        yield Way(ICONS.get(Tool(tool), "points"), Tool(tool).label, remark, HOW[tool])
    if reach["partner"] != "not_needed":
        yield Way("helper", _("A helper"), _("if you like"), _by_helper(point))


def _by_helper(point: Reached) -> Words:
    """Return how a helper presses; where nothing else reaches, the record itself says it."""
    alone = point.tools or point.reach["alone_by_hand"] in BY_HAND
    how: Words = HELPER if alone else point.reach["how"]
    return how
