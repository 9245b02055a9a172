"""A mistyped code finds its neighbours, and no typing breaks the page."""

import pytest

from points.nearness import canonical, nearest
from tests.points.text import points

NAMES = [(code, one.name_pinyin) for code, one in points().items()]


@pytest.mark.parametrize("code", points())
def test_code_is_its_own_canonical_form(code):
    assert canonical(code) == code
    assert canonical(code.lower()) == code


@pytest.mark.parametrize(
    ("typed", "code"), [("bl 23", "BL23"), (" Bl_23 ", "BL23"), ("ex-hn3", "EX-HN3")]
)
def test_spelling_is_forgiven(typed, code):
    assert canonical(typed) == code


@pytest.mark.parametrize(
    "typed", ["", "\0", "x" * 10_000, "BL23\0", "肾俞", "../../etc", "'; --", "🦴"]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert canonical(typed) == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [("BL32x", "BL32"), ("shensu", "BL23"), ("Baihuansu", "BL30"), ("GB93", "GB39")],
)
def test_nearest_codes_are_found_by_code_and_by_name(typed, code):
    assert code in nearest(typed, NAMES)


@pytest.mark.parametrize("typed", ["", "\0", "x" * 10_000, "%%%", "肾"])
def test_nothing_near_is_an_empty_list(typed):
    assert nearest(typed, NAMES) == []


def test_at_most_five_are_named_and_none_twice():
    found = nearest("BL2", NAMES)

    assert len(found) == len(set(found)) <= 5
