"""The places of the body map: where they are drawn, and that left mirrors right."""

import pytest

from journal.regions import BOXES, SIDES, known, places, regions
from journal.wording import place_names, region_names
from points.drawings import figure

EVERY = pytest.mark.parametrize("place", places(), ids=lambda place: place.key)


def place(key):
    return next(one for one in places() if one.key == key)


def test_every_place_has_two_sides_and_a_name():
    assert len(regions()) == 46
    assert list(place_names()) == [*(one.key for one in places()), "leg"]
    assert set(region_names()) == known()
    assert known() - regions() == {"leg_left", "leg_right"}


@EVERY
def test_left_mirrors_right(place):
    axis = figure(place.view).mirror_axis
    pairs = zip(place.corners("left"), place.corners("right"), strict=True)

    assert all(a.y == b.y and a.x + b.x == pytest.approx(2 * axis) for a, b in pairs)


@EVERY
def test_a_side_stays_on_its_side_of_the_midline(place):
    axis, acromion = figure(place.view).mirror_axis, figure(place.view).landmark("acromion")
    at_the_right = acromion.x > axis

    assert all((x > axis) is at_the_right for x, _y in place.corners("right"))


@EVERY
def test_the_number_of_a_place_is_seen_in_its_window(place):
    left, top, right, bottom = BOXES[place.view, place.part]

    for side in SIDES:
        x, y = place.middle(side)
        assert left < x < right
        assert top < y < bottom


def test_the_low_back_lies_between_the_last_rib_and_the_crest():
    drawn = figure("back")
    heights = [y for _x, y in place("low_back").corners("right")]

    assert drawn.landmark("T12").y < min(heights)
    assert max(heights) < drawn.landmark("psis").y
    assert place("mid_back").middle("left").y < place("low_back").middle("left").y


def test_front_and_back_know_which_side_is_right():
    assert place("chest").middle("right").x < 200 < place("upper_back").middle("right").x


def test_a_path_closes():
    assert place("neck").path("right").startswith("M201 122L")
    assert place("neck").path("right").endswith("Z")
