"""What a person must mind at a point, said by all the rules and not only by the point's lists."""

import pytest

from points.care import care_at
from points.questions import conditions, rules
from tests.points.text import point, points


def ways(code):
    return {one.way: set(one.conditions) for one in care_at(point(code)).without}


def test_care_names_conditions_in_short_words():
    care = care_at(point("BL23"))

    assert care.leave_out == ("sore skin",)
    assert "kidney disease" in care.lighter
    assert care.cautions == tuple(point("BL23").cautions)


def test_no_known_caution_is_an_empty_list():
    assert care_at(point("BL18")).cautions == ()


@pytest.mark.parametrize("code", ["BL57", "ST36", "GB34", "GB39", "BL40", "KI1"])
def test_a_region_that_is_left_out_in_pregnancy_is_said_at_each_of_its_points(code):
    care = care_at(point(code))

    assert "pregnancy" in care.leave_out
    assert "pregnancy" not in care.lighter
    assert not any("pregnancy" in one.conditions for one in care.without)


def test_a_back_point_is_asked_about_first_and_then_pressed_lightly():
    care = care_at(point("BL23"))

    assert care.ask == ("cancer", "a spine condition")
    assert not set(care.ask) & set(care.lighter)


def test_the_ball_and_the_ways_of_pressing_are_ruled_out_by_name():
    assert ways("BL23") == {
        "ball": {"pregnancy"},
        "tapping": {"blood thinners or easy bruising", "kidney disease"},
    }


def test_what_is_pressed_lightly_and_by_hand_is_not_told_off_the_ball_as_well():
    kidney = conditions()["kidney"].short
    assert kidney in care_at(point("BL23")).lighter
    assert kidney not in ways("BL23")["ball"]
    assert "deep pressure" not in ways("BL23")


def test_what_does_not_suit_the_point_anyway_is_not_ruled_out_again():
    assert "ball" not in ways("PC6")


def test_no_point_is_pressed_as_usual_on_blood_thinners():
    thin = conditions()["blood_thinner"].short
    for one in points().values():
        care = care_at(one)
        assert thin in (*care.lighter, *care.leave_out)


def test_every_lighter_rule_means_what_the_page_says():
    lighter = [rule for rule in rules() if rule.effect == "lighter"]

    assert {(rule.max_seconds, rule.max_pressure, rule.no_tools) for rule in lighter} == {
        (45, "light", True)
    }


def test_a_point_that_needs_a_ball_is_left_out_where_no_ball_may_be_used():
    care = care_at(point("BL13"))

    assert {"pregnancy", "blood thinners or easy bruising", "thin bones"} <= set(care.leave_out)
    assert not set(care.leave_out) & set(care.lighter)
