"""Neighbouring weeks put together, so that years are few marks."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.sessions import Slot
from journal.thinning import (
    MARKS_AT_MOST,
    slots_by_quarter,
    slots_together,
    together,
    weeks_a_mark,
)
from journal.trend import Week

FIRST = dt.date(2016, 1, 4)  # a Monday


def week(n, rated=7, mean=4.0, sessions=2):
    return Week(FIRST + dt.timedelta(weeks=n), rated, mean, sessions, 600 * sessions, sessions)


def test_weeks_stand_alone_up_to_five_years_and_by_fours_after():
    assert weeks_a_mark(FIRST, FIRST + dt.timedelta(weeks=260, days=-1)) == 1
    assert weeks_a_mark(FIRST, FIRST + dt.timedelta(weeks=260)) == 4
    assert weeks_a_mark(FIRST, FIRST + dt.timedelta(weeks=1_040)) == 8


@given(st.integers(0, 50_000))
def test_there_are_never_more_marks_than_fit(days):
    last = FIRST + dt.timedelta(days=days)

    each = weeks_a_mark(FIRST, last)

    assert -(-(days + 1) // (7 * each)) <= MARKS_AT_MOST


def test_four_weeks_are_one_with_the_mean_of_their_rated_days():
    weeks = [week(0), week(1, rated=1, mean=8.0), week(2, rated=0, mean=None), week(3), week(4)]

    four, rest = together(weeks, FIRST, 4)

    assert four == Week(FIRST, 15, (7 * 4 + 8 + 7 * 4) / 15, 8, 4_800, 8)
    assert rest == weeks[4]


def test_fours_are_counted_from_the_first_monday_also_before_the_first_week():
    (only,) = together([week(5), week(6)], FIRST, 4)

    assert only.monday == FIRST + dt.timedelta(weeks=4)
    assert only.sessions == 4


@given(st.lists(st.integers(0, 7), max_size=30), st.sampled_from([1, 4, 8]))
def test_nothing_is_lost(rated, each):
    weeks = [week(n, days, 3.0 if days else None) for n, days in enumerate(rated)]

    found = together(weeks, FIRST, each)

    assert sum(mark.rated for mark in found) == sum(rated)
    assert sum(mark.sessions for mark in found) == 2 * len(rated)


def slot(n, pairs=2, before=6.0, after=5.0):
    told = (before, after) if pairs else (None, None)
    return Slot(FIRST + dt.timedelta(weeks=n), 3, pairs, *told, 1_800, 1_200)


def test_sessions_of_four_weeks_weigh_each_the_same():
    marks = slots_together([slot(0), slot(2, 6, 2.0, 1.0), slot(3, 0), slot(4)], FIRST, 4)

    assert marks == [
        Slot(FIRST, 9, 8, 3.0, 2.0, 5_400, 3_600),
        Slot(FIRST + dt.timedelta(weeks=4), 3, 2, 6.0, 5.0, 1_800, 1_200),
    ]


def test_sessions_without_both_numbers_have_no_mean():
    (mark,) = slots_together([slot(0, 0), slot(1, 0)], FIRST, 4)

    assert (mark.pairs, mark.before, mark.after) == (0, None, None)


def test_a_week_counts_for_the_quarter_it_begins_in():
    lines = slots_by_quarter([slot(n) for n in range(14)])

    assert [(line.first, line.sessions) for line in lines] == [
        (dt.date(2016, 1, 1), 39), (dt.date(2016, 4, 1), 3),
    ]  # fmt: skip
