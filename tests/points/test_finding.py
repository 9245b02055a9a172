"""The steps to a point: each has words, and lights what the figure shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points import plates
from points.finding import steps_to, walk_to
from tests.points.text import point, points


def lit_on(one, step):
    """What is drawn lit on the figure of the page."""
    plate = plates.plate_for(one, side=one.sides[-1]).lighting(step.lights)
    return {line.landmark for line in plate.lines if line.lit}


@pytest.mark.parametrize("code", points())
def test_every_step_lights_what_its_figure_shows(code):
    one = point(code)
    for step in steps_to(one):
        assert lit_on(one, step) == set(step.lights) - {"point"}


@pytest.mark.parametrize("code", points())
def test_way_begins_at_a_landmark_and_ends_at_the_point(code):
    steps = steps_to(point(code))

    assert "point" not in steps[0].lights
    assert "point" in steps[-1].lights
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


@pytest.mark.parametrize("code", points())
def test_every_step_is_one_short_sentence_or_two(code):
    for step in steps_to(point(code)):
        assert step.words.endswith(".")
        assert len(step.words) <= 165
        assert step.seen


def test_steps_to_bl23():
    first, second, third, last = steps_to(point("BL23"))

    assert first.seen == "hip-crest line"
    assert (second.words, second.lights) == (
        "Go up two bumps, to about waist height.",
        ("spine_L2",),
    )
    assert "two of your own finger widths" in third.words
    assert last.lights == ("point",)


def test_each_thing_is_said_once():
    assert steps_to(point("BL57"))[0].seen == "calf muscle"


def test_step_of_the_address_is_in_focus():
    walk = walk_to(point("BL23"), "2")

    assert walk.here.number == 2
    assert (walk.back, walk.next) == (1, 3)
    assert (walk.towards, walk.here.lights) == ("landmark", ("spine_L2",))


def test_ends_of_the_way():
    first, last = walk_to(point("BL23"), "1"), walk_to(point("BL23"), "4")

    assert (first.back, first.next) == (0, 2)
    assert (last.back, last.next) == (3, 0)
    assert last.towards == "point"


def test_without_a_step_the_way_begins_at_the_first():
    walk = walk_to(point("BL23"), "")

    assert (walk.here, walk.towards) == (None, "")
    assert (walk.back, walk.next) == (0, 1)


@given(st.text(max_size=40))
def test_nonsense_is_no_step(asked):
    walk = walk_to(point("BL23"), asked)

    assert walk.here is None or asked in {"1", "2", "3", "4", "01", "02", "03", "04"}
