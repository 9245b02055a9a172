"""How a step stands at the spine."""

import pytest

from routines.upright import SPINE, upright_of
from tests.routines.presses import press


def test_left_and_right_stand_at_either_side_of_the_spine():
    drawing = upright_of(press("BL23", seconds=60))

    assert [(bar.side, bar.x, bar.y, bar.width) for bar in drawing.bars] == [
        ("left", SPINE - 3 - 25, 1, 25),
        ("right", SPINE + 3, 1, 25),
    ]
    assert drawing.height == 16


def test_the_middle_lies_on_the_spine():
    (bar,) = upright_of(press("GV20", seconds=60)).bars

    assert bar.x + bar.width / 2 == pytest.approx(SPINE, abs=1)


@pytest.mark.parametrize(
    ("rounds", "spots", "rows"), [(1, 1, 1), (2, 1, 2), (1, 2, 2), (10, 17, 3)]
)
def test_each_hold_has_a_bar_up_to_three_in_a_row(rounds, spots, rows):
    drawing = upright_of(press("BL23", rounds=rounds, spots=spots))

    assert len(drawing.bars) == 2 * rows
    assert drawing.height == rows * 17 - 1


@pytest.mark.parametrize("seconds", [5, 300])
def test_no_bar_is_too_small_to_see_or_leaves_its_place(seconds):
    for bar in upright_of(press("BL23", seconds=seconds)).bars:
        assert 4 <= bar.width <= 40
        assert bar.x >= 0
        assert bar.x + bar.width <= 2 * SPINE
