"""Prepares the finder of the builder: points to add, with what holds for whoever looks."""

from typing import Any

from points.models import Point
from points.search import known_of, search, taken_apart
from points.words import Pressing
from routines.models import Routine
from routines.safety import Judge, Ruling
from routines.usual import usual_press

FEW = 8  # beside the routine; the finder's own page shows all


def finder_of(
    routine: Routine, judge: Judge, points: list[Point], *, typed: str, technique: str, few: bool
) -> dict[str, Any]:
    """Return the points that fit what was typed, those that may be pressed first.

    Before anything is typed: points with an aim of the routine that are not in it.
    """
    own = {step.point.code for step in routine.steps.all()}
    aims = {aim for step in routine.steps.all() for aim in step.point.routine_tags}
    found = _found(points, typed) if typed.strip() else _near(points, own, aims)
    if technique in Pressing.values:
        found = [point for point in found if technique in point.techniques_suitable]
    rows = [_row(point, judge, own) for point in found]
    rows.sort(key=lambda row: row["ruling"].press is None)
    return {
        "finder": rows[:FEW] if few else rows,
        "found": len(rows),
        "typed": typed,
        "technique": technique,
        "techniques": Pressing.choices,
    }


def _found(points: list[Point], typed: str) -> list[Point]:
    by_code = {point.code: point for point in points}
    codes = search(taken_apart(typed), [known_of(point) for point in points]).codes
    return [by_code[code] for code in codes if code in by_code]


def _near(points: list[Point], own: set[str], aims: set[str]) -> list[Point]:
    fresh = [point for point in points if point.code not in own]
    return sorted(fresh, key=lambda point: -len(aims & set(point.routine_tags)))


def _row(point: Point, judge: Judge, own: set[str]) -> dict[str, Any]:
    ruling: Ruling = judge.ruling(usual_press(point))
    return {"point": point, "ruling": ruling, "is_in": point.code in own}
