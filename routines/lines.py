"""Knows how a written line of a routine becomes a step, and says why one cannot."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from points.models import Point, Technique
from routines.models import Step


class LineError(Exception):
    """A line is no step that anybody could press; the message names its point and says why."""


def step_of(
    line: Mapping[str, Any], points: Mapping[str, Point], techniques: Mapping[str, Technique]
) -> Step:
    """Return the step that a line asks for, in no routine yet.

    Args:
        line: point, and where it is not as usual: technique, side, spots, rounds, seconds,
            pressure, posture, tool.
        points: The points of the catalogue by their codes.
        techniques: Its techniques by their slugs.

    Raises:
        LineError: there is no such point, or it is not pressed like that.
    """
    code, technique = line["point"], line.get("technique", "static_pressure")
    if code not in points:
        raise LineError(_("there is no point %(code)r.") % {"code": code})
    point = points[code]
    if technique not in point.techniques_suitable or technique not in techniques:
        told = {"code": code, "technique": technique}
        raise LineError(_("%(code)s: %(technique)s does not suit this point.") % told)
    step = _built(line, point, techniques[technique])
    problem = _problem(step)
    if problem:
        raise LineError(f"{code}: {problem}")
    return step


def _built(line: Mapping[str, Any], point: Point, technique: Technique) -> Step:
    return Step(
        point=point,
        technique=technique,
        side=line.get("side", Step.Side.BOTH),
        spots=line.get("spots", 1),
        rounds=line.get("rounds", 1),
        hold_seconds=line.get("seconds", point.suggested_seconds),
        pressure=line.get("pressure", point.pressure_max),
        posture=line.get("posture", Step.Posture.SITTING),
        tool=line.get("tool", Step.Tool.HAND),
    )


def _problem(step: Step) -> str:
    """Return what makes a step unreadable, or nothing."""
    try:
        step.clean_fields(exclude=["routine", "position"])
    except ValidationError as error:
        return " ".join(error.messages)
    if not set(step.press().sides) <= set(step.point.sides):
        return _("there is no side %(side)r.") % {"side": step.side}
    return ""


def beyond_point(step: Step) -> str:
    """Return what of a step is more or other than its point bears, or nothing.

    A person's own routine may say it all the same: it is eased whenever it is shown or run.
    """
    point, press = step.point, step.press()
    if not point.seconds_min <= press.seconds <= point.seconds_max:
        return f"{press.seconds} seconds are outside {point.seconds_min} to {point.seconds_max}."
    if not set(press.sides) <= set(point.sides):
        return f"there is no side {step.side!r}."
    if not press.tool_suits:
        return f"a {press.tool} does not suit this point."
    if press.within_point() != press:
        return f"{press.pressure} is more than {point.pressure_max}."
    if press.tool == "hand" and not point.reachable_by_hand:
        return "it cannot be reached by hand."
    return ""


def content_of(step: Step) -> tuple[object, ...]:
    """Return all of a step that its text decides."""
    return (
        step.point_id,
        step.technique_id,
        step.side,
        step.spots,
        step.rounds,
        step.hold_seconds,
        step.pressure,
        step.posture,
        step.tool,
    )
