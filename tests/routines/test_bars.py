"""The score: one bar a hold."""

from itertools import pairwise

import pytest
from hypothesis import given

from routines.bars import Bar, bars_of_holds, bars_of_run, twin_of
from routines.holds import unfold
from routines.progress import HoldState, Run
from tests.routines.presses import press, quick, routines


def test_bars_share_the_width_by_seconds_and_start_where_the_last_one_ends():
    holds = unfold([press("BL23", seconds=30), press("CV6", seconds=60)])

    assert bars_of_holds(holds) == [
        Bar(0.0, 25.0, "left", "todo"),
        Bar(25.0, 25.0, "right", "todo"),
        Bar(50.0, 50.0, "middle", "todo"),
    ]


def test_the_current_hold_of_a_run_is_now():
    left, right = unfold([press("BL23")])
    progress = Run((HoldState(0, left, state="skipped"), HoldState(1, right)))

    assert [bar.state for bar in bars_of_run(progress)] == ["skipped", "now"]


def test_holds_too_thin_to_see_are_one_bar_for_each_side_and_point():
    holds = unfold([press("EX-B2", spots=17, rounds=10, seconds=5), press("PC6")])

    bars = bars_of_holds(holds)

    assert len(bars) == 22  # ten rounds of left and right, and PC6
    assert [bar.side for bar in bars[:4]] == ["left", "right", "left", "right"]


def test_nothing_has_no_bars():
    assert bars_of_holds([]) == []
    assert bars_of_run(Run(())) == []


@quick
@given(routines())
def test_bars_fill_the_whole_width_without_gaps(asked):
    bars = bars_of_holds(unfold(asked))

    if bars:
        assert sum(bar.width for bar in bars) == pytest.approx(100, abs=0.005 * len(bars) + 0.01)
        for before, after in pairwise(bars):
            assert after.x == pytest.approx(before.x + before.width, abs=0.02)
        assert all(bar.width >= 0 for bar in bars)


def test_the_twin_says_the_score_in_words():
    assert twin_of(unfold([press("BL23"), press("GV20")])) == "3 holds: left, right, middle"


def test_the_twin_of_one_hold_and_of_none():
    assert twin_of(unfold([press("GV20")])) == "1 hold: middle"
    assert twin_of([]) == "0 holds"


def test_nothing_is_now_once_a_session_is_over():
    left, right = unfold([press("BL23")])
    progress = Run((HoldState(0, left, state="skipped"), HoldState(1, right)))

    assert [bar.state for bar in bars_of_run(progress, over=True)] == ["skipped", "todo"]
