"""Finger widths as lengths: by hand, at the edges, and never longer than a phone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.ruler import LONGEST_MM, Ruler, ruler_for
from tests.points.text import point, points


def test_four_fingers_are_three_thumbs():
    assert ruler_for(Decimal("4.0"), 20) == Ruler("4 fingers", 20, 60, 60)


def test_two_fingers_are_a_thumb_and_a_half():
    assert ruler_for(Decimal(2), 21).length_mm == 32  # 31.5


def test_what_is_longer_than_a_phone_is_shown_by_one_thumb():
    ruler = ruler_for(Decimal("4.5"), 30)

    assert (ruler.length_mm, ruler.drawn_mm, ruler.whole) == (105, 30, False)


def test_without_a_thumb_there_are_words_and_no_length():
    assert ruler_for(Decimal(3), None) == Ruler("3 fingers", 0, 0, 0)


@pytest.mark.parametrize("none", [None, Decimal(0)])
def test_way_without_fingers_has_no_ruler(none):
    assert ruler_for(none, 20) is None


def test_number_without_words_is_refused():
    with pytest.raises(KeyError):
        ruler_for(Decimal(7), 20)


@pytest.mark.parametrize("code", points())
def test_every_distance_of_the_catalogue_has_words(code):
    ruler = ruler_for(point(code).finger_widths, 20)

    assert ruler is None or str(ruler.words)


@given(
    widths=st.sampled_from(["0.5", "1", "1.3", "2", "3", "4", "4.5"]),
    thumb=st.integers(min_value=10, max_value=40),
)
def test_line_is_never_longer_than_a_phone_nor_empty(widths, thumb):
    ruler = ruler_for(Decimal(widths), thumb)

    assert 0 < ruler.drawn_mm <= LONGEST_MM
    assert ruler.drawn_mm in {ruler.length_mm, thumb}
