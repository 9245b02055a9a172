"""Neighbouring weeks put together, so that years are few marks."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.thinning import MARKS_AT_MOST, together, weeks_a_mark
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
