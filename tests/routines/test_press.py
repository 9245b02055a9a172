"""One line of a routine."""

import pytest

from routines.press import PRESSURES, catalogue_tools, pressure_after
from tests.routines.presses import PlainPoint, press


def test_holds_and_seconds_count_sides_spots_and_rounds():
    two_sides = press(spots=2, rounds=3, seconds=10)

    assert two_sides.holds == 12
    assert two_sides.total_seconds == 120


@pytest.mark.parametrize(("limit", "longest"), [(None, 180), (45, 45), (300, 180)])
def test_longest_is_the_least_of_point_and_limit(limit, longest):
    assert press(limit=limit).longest == longest


def test_at_another_point_it_is_by_hand_with_that_point_s_sides_and_limits():
    midline = PlainPoint(code="GV20", sides=("midline",), seconds_max=40, pressure_max="light")

    moved = press(technique="tapping", spots=3, rounds=2, tool="ball", pressure="firm").at(midline)

    assert (moved.point, moved.sides, moved.spots, moved.rounds) == (midline, ("midline",), 1, 2)
    assert (moved.seconds, moved.pressure, moved.tool) == (40, "light", "hand")
    assert moved.technique == "static_pressure"


def test_within_point_changes_nothing_that_is_within():
    inside = press(seconds=30, pressure="light")

    assert inside.within_point() == inside


@pytest.mark.parametrize(
    ("tool", "names"),
    [
        ("hand", ()),
        ("ball", ("ball_wall", "ball_lying")),
        ("stick", ("massage_hook", "eraser", "massage_stick")),
    ],
)
def test_tools_are_known_to_the_catalogue_by_other_names(tool, names):
    assert catalogue_tools(tool) == names


@pytest.mark.parametrize(
    ("tool", "cue"),
    [("hand", "Thumbs, with hands on hips."), ("ball", "Thumbs with hands on hips, or a ball.")],
)
def test_cue_is_the_one_for_the_tool(tool, cue):
    how = "Thumbs with hands on hips, or a ball."
    point = PlainPoint(reach={"how": how, "by_hand": "Thumbs, with hands on hips."})

    assert press(point=point, tool=tool).cue == cue


def test_cue_by_hand_is_the_only_one_where_there_is_no_other():
    assert press(point=PlainPoint(reach={"how": "Both thumbs."}), tool="hand").cue == "Both thumbs."


@pytest.mark.parametrize("pressed", PRESSURES)
@pytest.mark.parametrize("most", PRESSURES)
@pytest.mark.parametrize("feel", ["too_light", "good", "too_hard"])
def test_next_time_is_never_harder_than_the_point_bears(pressed, most, feel):
    word = pressure_after(pressed, feel, most=most)

    assert PRESSURES.index(word) <= PRESSURES.index(most)
    assert abs(PRESSURES.index(word) - PRESSURES.index(pressed)) <= 1 or word == most
