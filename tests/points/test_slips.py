"""One slip of the finger is forgiven, two are not, and short words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.slips import meant_by, one_slip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kidny", "kidney"),
        ("kiddney", "kidney"),
        ("kidnay", "kidney"),
        ("kindey", "kidney"),
        ("idney", "kidney"),
        ("kidneyy", "kidney"),
        ("ikdney", "kidney"),
        ("kidnye", "kidney"),
    ],
)
def test_added_dropped_wrong_and_swapped_letter_are_one_slip(typed, meant):
    assert one_slip(typed, meant)
    assert one_slip(meant, typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("kidney", "kidney"), ("kdny", "kidney"), ("yendik", "kidney"), ("", "ab")]
)
def test_none_and_two_are_not(typed, meant):
    assert not one_slip(typed, meant)


WORDS = st.text(alphabet="abcd", max_size=6)


def distance(one, other):
    """The restricted Damerau-Levenshtein distance by its definition, slow and plain."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        distance(one[1:], other) + 1,
        distance(one, other[1:]) + 1,
        distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        ways.append(distance(one[2:], other[2:]) + 1)
    return min(ways)


@given(st.text(alphabet="abc", max_size=4), st.text(alphabet="abc", max_size=4))
def test_slip_is_a_distance_of_one(one, other):
    assert one_slip(one, other) == (distance(one, other) == 1)


@given(WORDS, WORDS)
def test_slip_reads_the_same_both_ways(one, other):
    assert one_slip(one, other) == one_slip(other, one)


def test_short_words_and_codes_are_not_guessed():
    assert meant_by("hop", ["hip", "top"]) == []
    assert meant_by("bl24x", ["bl23x"]) == []


def test_all_that_may_be_meant_are_named_in_order():
    assert meant_by("wrost", ["wrest", "wrist", "waist"]) == ["wrest", "wrist"]
