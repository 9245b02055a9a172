"""The whole catalogue as plain points, and presses made of them, for tests without a database."""

import functools
import tomllib
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from points.questions import CATALOGUE
from routines.press import Press

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@dataclass(frozen=True, slots=True)
class PlainPoint:
    """What the rules read of a point."""

    code: str = "BL23"
    name_pinyin: str = "Shenshu"
    place: str = "Low back, level with L2"
    body_region: str = "low_back"
    exclude_if: tuple[str, ...] = ()
    caution_if: tuple[str, ...] = ()
    routine_tags: tuple[str, ...] = ("low_back",)
    techniques_suitable: tuple[str, ...] = ("static_pressure",)
    tools: tuple[str, ...] = ("ball_wall", "massage_hook")
    pressure_max: str = "firm"
    seconds_max: int = 180
    suggested_seconds: int = 60
    sites_count: int = 2
    retired: bool = False
    reach: dict[str, Any] = field(
        default_factory=lambda: {"how": "Thumbs.", "alone_by_hand": "easy"}
    )
    sides: tuple[str, ...] = ("left", "right")

    @property
    def reachable_by_hand(self) -> bool:
        return self.reach["alone_by_hand"] != "no"


@functools.cache
def catalogue() -> dict[str, PlainPoint]:
    """Return every point of the catalogue's text, by code."""
    texts = [file.read_text() for file in sorted((CATALOGUE / "points").glob("*.toml"))]
    return {
        code: PlainPoint(
            code=code,
            name_pinyin=row["name_pinyin"],
            place=row["place"],
            body_region=row["body_region"],
            exclude_if=tuple(row["exclude_if"]),
            caution_if=tuple(row["caution_if"]),
            routine_tags=tuple(row["routine_tags"]),
            techniques_suitable=tuple(row["techniques_suitable"]),
            tools=tuple(row["reach"].get("tools", ())),
            pressure_max=row["pressure_max"],
            seconds_max=row["seconds_range"][1],
            suggested_seconds=row["suggested_seconds"],
            sites_count=row["sites_count"],
            reach=row["reach"],
            sides=("left", "right") if row["laterality"] == "bilateral" else ("midline",),
        )
        for text in texts
        for code, row in tomllib.loads(text).items()
    }


def press(code: str = "BL23", *, point: PlainPoint | None = None, **extra: Any) -> Press:
    """Return a press of a point: 60 seconds, medium, by hand, sitting, once on each side."""
    point = point or catalogue()[code]
    usual: dict[str, Any] = {
        "point": point,
        "technique": "static_pressure",
        "sides": point.sides,
        "spots": 1,
        "rounds": 1,
        "seconds": 60,
        "pressure": "medium",
        "posture": "sitting",
        "tool": "hand",
    }
    return Press(**(usual | extra))


@st.composite
def presses(draw: st.DrawFn) -> Press:
    """Any press that a routine's step can ask for, whether wise or not."""
    point = draw(st.sampled_from(list(catalogue().values())))
    return press(
        point=point,
        technique=draw(st.sampled_from([*point.techniques_suitable, "tapping", "deep_pressure"])),
        spots=draw(st.integers(1, 17)),
        rounds=draw(st.integers(1, 10)),
        seconds=draw(st.integers(5, 300)),
        pressure=draw(st.sampled_from(["light", "medium", "firm"])),
        tool=draw(st.sampled_from(["hand", "ball", "stick"])),
    )


def routines() -> st.SearchStrategy[list[Press]]:
    """Routines of up to eight steps at different points."""
    return st.lists(presses(), max_size=8, unique_by=lambda one: one.point.code)
