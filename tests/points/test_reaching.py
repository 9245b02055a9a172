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
