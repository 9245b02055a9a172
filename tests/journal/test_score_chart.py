"""Where scores stand on their chart."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.measures import clear_from
from journal.score_chart import HEIGHT, TOP, WIDTH, score_chart
from tests.make import MONDAY

DAY = dt.timedelta(days=1)


def test_the_axis_is_always_whole():
    chart = score_chart(
        [(MONDAY, 24), (MONDAY + 28 * DAY, 0)], scale=(0, 24), clear_from=16.8, every=28
    )

    assert [(dot.x, dot.y) for dot in chart.dots] == [(8, TOP), (592, TOP + HEIGHT)]
    assert (chart.ends, chart.foot, chart.line) == (("24", "12", "0"), 168, 56)
    assert (chart.path, chart.joined) == ("M8 8h0M592 168h0", "M8 8L592 168")


def test_one_score_is_a_dot():
    chart = score_chart([(MONDAY, 5)], scale=(0, 10), clear_from=3.25, every=7)

    assert [(dot.x, dot.y) for dot in chart.dots] == [(8, 88)]


def test_weeks_left_out_are_a_gap():
    scores = [(MONDAY + days * DAY, 5) for days in (0, 7, 17, 28)]

    joined = score_chart(scores, scale=(0, 10), clear_from=-1, every=7).joined

    assert joined == "M8 88L154 88L363 88M592 88"


def test_a_low_start_has_no_line():
    assert clear_from("roland", 3) < 0
    assert clear_from("roland", 12) == 7
    assert clear_from("roland", 20) == 14
    assert score_chart([(MONDAY, 1)], scale=(0, 24), clear_from=-1, every=28).line is None


@given(st.lists(st.integers(0, 24), min_size=1, max_size=60))
def test_every_dot_is_inside(scores):
    dated = [(MONDAY + 28 * n * DAY, score) for n, score in enumerate(scores)]

    for dot in score_chart(dated, scale=(0, 24), clear_from=-1, every=28).dots:
        assert 0 <= dot.x <= WIDTH
        assert TOP <= dot.y <= TOP + HEIGHT


def test_an_axis_may_begin_above_nought_and_have_words():
    ends = ("Worse", "Same", "Better")
    scores = [(MONDAY + 28 * n * DAY, score) for n, score in enumerate((7, 4, 1))]

    chart = score_chart(scores, scale=(1, 7), clear_from=-1, every=28, ends=ends)

    assert [dot.y for dot in chart.dots] == [TOP, TOP + HEIGHT // 2, TOP + HEIGHT]
    assert (chart.ends, chart.line) == (ends, None)
