"""Every spelling of a code is read, and the older numbering is asked about, never guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.codes import in_doubt, read_code, spellings_of, standard_of
from tests.points.text import points


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("bl23", "bl23"),
        ("b23", "bl23"),
        ("ub23", "bl23"),
        ("bl023", "bl23"),
        ("p6", "pc6"),
        ("tw5", "te5"),
        ("sj5", "te5"),
        ("du4", "gv4"),
        ("ren6", "cv6"),
        ("liv3", "lr3"),
        ("exhn3", "exhn3"),
        ("exhnanmian", "exhnanmian"),
    ],
)
def test_code_is_read_in_every_spelling(typed, code):
    assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "l2", "t9", "s4", "c7", "23", "bl", "bl0", "bl100", "xx4"])
def test_vertebra_number_and_half_a_code_are_no_code(typed):
    assert read_code(typed) == ""


@pytest.mark.parametrize("code", points())
def test_every_code_of_the_catalogue_is_read_as_itself(code):
    squeezed = code.lower().replace("-", "")

    assert read_code(squeezed) == squeezed
    assert squeezed in spellings_of(code)


def test_all_spellings_of_a_code_are_known():
    assert spellings_of("BL23") == {"bl23", "ub23", "b23"}
    assert spellings_of("EX-HN3") == {"exhn3"}


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    assert re.fullmatch(r"|[a-z]+[0-9]*", read_code(text))


@pytest.mark.parametrize(
    ("old", "standard"), [(36, 41), (45, 50), (47, 52), (49, 54), (50, 36), (54, 40)]
)
def test_older_number_has_its_standard_one(old, standard):
    assert standard_of(old) == standard


def test_older_numbers_name_the_same_nineteen_points():
    assert {standard_of(number) for number in range(36, 55)} == set(range(36, 55))


def test_code_between_36_and_54_is_in_doubt():
    assert in_doubt("bl47") == ("BL47", "Hunmen", "BL52", "Zhishi")
    assert in_doubt("bl54") == ("BL54", "Zhibian", "BL40", "Weizhong")


@pytest.mark.parametrize("code", ["", "bl23", "bl35", "bl55", "gb40", "exb2"])
def test_other_codes_are_clear(code):
    assert in_doubt(code) is None


def test_doubt_agrees_with_the_catalogue():
    named = {point.code: point.name_pinyin for point in points().values()}
    for number in range(36, 55):
        doubt = in_doubt(f"bl{number}")
        assert named.get(doubt.code, doubt.name) == doubt.name
        assert named.get(doubt.old_code, doubt.old_name) == doubt.old_name


def test_old_code_of_the_catalogue_leads_to_its_point():
    for point in points().values():
        if point.legacy_code:
            assert in_doubt(point.legacy_code.lower()).old_code == point.code
