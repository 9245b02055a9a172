"""How a point is reached, in the order a person should try."""

import pytest

from points import reaching, words
from tests.points.text import point, points


def names(code):
    return [str(way.name) for way in reaching.ways(point(code))]


def test_ball_comes_first_where_it_is_recommended():
    assert names("BL23") == [
        "Ball on a wall",
        "By hand",
        "Knuckles or thumbs, hands on hips",
        "A helper",
    ]
    assert reaching.first_way(point("BL23")).icon == "ball"


def test_hand_comes_first_where_it_is_easy():
    assert names("PC6")[0] == "By hand"
    assert reaching.first_way(point("PC6")).icon == "hand"


def test_helper_stands_for_a_point_that_nothing_else_reaches():
    assert names("GV9") == ["A helper"]
    assert reaching.first_way(point("GV9")).icon == "helper"


@pytest.mark.parametrize("code", points())
def test_every_point_is_reached_somehow_with_an_icon_of_the_sprite(code):
    ways = reaching.ways(point(code))

    assert ways
    assert {way.icon for way in ways} <= {"hand", "ball", "knuckle", "helper", "points"}
    assert set(point(code).tools) <= set(words.Tool.values)


@pytest.mark.parametrize("code", points())
def test_every_way_says_how(code):
    assert all(str(way.how).endswith(".") for way in reaching.ways(point(code)))


def test_hand_is_told_apart_from_the_ball():
    told = {str(way.name): str(way.how) for way in reaching.ways(point("BL23"))}

    assert told["By hand"] == "Hands on hips, thumbs pointing in, lean back gently."
    assert told["Ball on a wall"].startswith("Stand with the ball at the wall")


def test_helper_alone_does_what_the_record_says():
    (way,) = reaching.ways(point("GV9"))

    assert way.how == "Partner with a light fingertip."


def test_a_place_for_light_pressure_is_pressed_with_the_hand_where_it_reaches():
    light = [p for p in points().values() if p.pressure_max == "light" and p.reachable_by_hand]

    assert {"BL40", "GB20", "HT7", "CV6"} <= {point.code for point in light}
    assert [p.code for p in light if set(p.tools) - {words.Tool.KNUCKLES}] == []


def test_deep_pressure_suits_thick_muscle_alone():
    deep = [p for p in points().values() if "deep_pressure" in p.techniques_suitable]

    thick = {"low_back", "shoulder", "hip", "buttock", "thigh", "lower_leg"}
    assert {point.body_region for point in deep} == thick
    assert [p.code for p in deep if p.body_region == "lower_leg"] == ["ST36"]  # beside the shin
