"""How a point is pressed, in words."""

import pytest

from points.pressing import press_of
from tests.points.text import point, points, text


def test_time_says_sides_and_range():
    assert press_of(point("BL23")).time == "60 seconds each side is usual; 30 to 180 is fine."
    assert press_of(point("GV4")).time == "45 seconds is usual; 30 to 180 is fine."


def test_reference_point_has_no_time():
    assert press_of(point("SP14")).time == ""


def test_hardest_pressure_is_a_feeling():
    assert str(press_of(point("BL10")).hardest).startswith("Light at most")


@pytest.mark.parametrize("code", points())
def test_every_technique_is_named_and_leads_to_its_page(code):
    pages = {entry.key for entry in text()["technique"]}
    press = press_of(point(code))

    assert press.suits
    assert all(one.slug in pages for one in press.suits)
    assert all(str(one.name) and (one.slug in pages or not one.slug) for one in press.avoid)


def test_pounding_has_a_name_and_no_page():
    assert [(one.slug, str(one.name)) for one in press_of(point("BL52")).avoid] == [
        ("", "pounding")
    ]
