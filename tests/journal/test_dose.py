"""The picture of own weeks: where the dots stand, and their numbers."""

import datetime as dt
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.dose import COLUMN, DAYS, FLOOR, TOP, dose_chart, whole
from journal.labels import Box, around
from journal.past import Span
from journal.trend import Week

MONDAY = dt.date(2026, 1, 5)
WEEK = dt.timedelta(weeks=1)


def weeks(*told):
    """Weeks of (mean, days with a session), all rated; None for one without ratings."""
    return [
        Week(MONDAY + n * WEEK, 0, None, 0, 0) if one is None
        else Week(MONDAY + n * WEEK, 7, one[0], one[1], 600 * one[1], one[1])
        for n, one in enumerate(told)
    ]  # fmt: skip


def marks(chart):
    """Every dot and every number as boxes, on the narrowest screen."""
    dots = [(COLUMN * dot.days + COLUMN // 2 + dot.aside, dot.y) for dot in chart.dots]
    return dots, [dot.label.box for dot in chart.dots if dot.label]


def test_a_dot_is_a_week_with_its_days_and_the_change_to_the_next():
    chart = dose_chart(weeks((5, 3), (4, 6), (6, 0)), [], None)

    told = [(dot.number, dot.days, dot.change, dot.y) for dot in chart.dots]
    assert told == [(1, 3, -1.0, 142), (2, 6, 2.0, 82)]
    assert chart.missing == 6
    assert not chart.is_enough
    assert [len(column.dots) for column in chart.columns] == [0, 0, 0, 1, 0, 0, 1, 0]


def test_a_week_whose_next_one_is_not_rated_is_left_out():
    chart = dose_chart(weeks((5, 3), None, (4, 6), (6, 0)), [], 5)

    assert [dot.days for dot in chart.dots] == [6]
    assert chart.planned == chart.columns[5].percent == "68.75"


def test_a_change_of_more_than_five_points_widens_the_axis():
    assert dose_chart(weeks((9, 1), (3, 1)), [], None).reach == 10
    assert dose_chart(weeks((9, 1), (4, 1)), [], None).reach == 5


def test_what_went_on_in_a_week_or_the_next_is_named_and_drawn_apart():
    travel = Span(MONDAY + 2 * WEEK, MONDAY + 2 * WEEK, "Travel", "event")
    chart = dose_chart(weeks((5, 1), (5, 1), (5, 1), (5, 1), (5, 1)), [travel], None)

    assert [dot.event for dot in chart.dots] == ["", "Travel", "Travel", ""]
    assert chart.columns[1].event_path.count("M") == 2
    assert chart.columns[1].plain_path.count("M") == 2


def test_equal_weeks_stand_beside_each_other():
    chart = dose_chart(weeks(*[(5, 4)] * 9), [], None)

    assert [dot.aside for dot in chart.dots] == [0, 10, -10, 0, 0, 0, 0, 0]
    assert chart.is_enough


def test_more_than_two_years_are_cut_and_the_newest_30_are_named():
    chart = dose_chart(weeks(*[(5 + n % 3, n % 8) for n in range(130)]), [], None)

    named = [dot.number for dot in chart.dots if dot.label]
    assert (len(chart.dots), chart.is_cut) == (104, True)
    assert named
    assert min(named) > 74


def test_only_weeks_that_are_over_count():
    told = weeks((5, 1), (5, 1))

    assert whole(told, MONDAY + dt.timedelta(days=12)) == told[:1]
    assert whole(told, MONDAY + dt.timedelta(days=13)) == told


TOLD = st.lists(
    st.none() | st.tuples(st.floats(0, 10, allow_nan=False), st.integers(0, 7)), max_size=130
)


@given(TOLD)
def test_no_number_lies_over_a_dot_a_number_or_an_edge_on_the_narrowest_screen(told):
    chart = dose_chart(weeks(*told), [], 4)

    dots, names = marks(chart)
    frame = Box(0, TOP - 6, COLUMN * DAYS, FLOOR + 6)
    assert not [box for box in names for x, y in dots if box.meets(around(x, y))]
    assert not [pair for pair in combinations(names, 2) if pair[0].meets(pair[1])]
    assert all(frame.holds(box) for box in names)
    assert all(TOP <= dot.y <= FLOOR for dot in chart.dots)
    assert all(early.monday < late.monday for early, late in pairwise(chart.dots))


@given(TOLD, st.integers(COLUMN, 180))
def test_what_stands_apart_there_stands_apart_on_wider_screens(told, column):
    chart = dose_chart(weeks(*told), [], None)

    def moved(box, dot):
        far = (column - COLUMN) * dot.days + column // 2 - COLUMN // 2
        return box._replace(left=box.left + far, right=box.right + far)

    dots, _ = marks(chart)
    drawn = [moved(around(*place), dot) for place, dot in zip(dots, chart.dots, strict=True)]
    names = [moved(dot.label.box, dot) for dot in chart.dots if dot.label]
    assert not [1 for name in names for dot in drawn if name.meets(dot)]
    assert not [1 for one, other in combinations(names, 2) if one.meets(other)]


@pytest.mark.parametrize("told", [[], [(0, 0)], [None] * 9])
def test_nothing_to_compare_is_no_dot(told):
    chart = dose_chart(weeks(*told), [], None)

    assert (chart.dots, chart.missing, chart.planned) == ([], 8, "")
