"""When pain is said to be higher: two weeks, or a step in three days, never one day."""

import datetime as dt
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.worsening import LOOKED_BACK, Higher, higher
from tests.make import MONDAY

DAY = dt.timedelta(days=1)
CALM = [3, 4, 5, 4] * 14  # 56 days, mean 4


def days(*numbers):
    """The numbers as days that end today; None is a day without a rating."""
    first = MONDAY - (len(numbers) - 1) * DAY
    dated = ((first + n * DAY, number) for n, number in enumerate(numbers))
    return {day: number for day, number in dated if number is not None}


def test_two_weeks_clearly_higher_are_told_with_their_size():
    assert higher(days(*CALM, *[6, 7] * 7), MONDAY) == Higher("two_weeks", 2.5)


def test_one_higher_week_is_not_two():
    assert higher(days(*CALM, *[4] * 7, *[6] * 7), MONDAY) is None


def test_a_small_rise_stays_unsaid_however_steady_the_days_were():
    assert higher(days(*[4] * 56, *[5] * 14), MONDAY) is None
    assert higher(days(*[4] * 56, *[5.1] * 14), MONDAY).kind == "two_weeks"


def test_a_rise_within_the_usual_ups_and_downs_stays_unsaid():
    wild = [0, 1, 9, 8, 2, 0, 9, 10] * 7

    assert higher(days(*wild, *[6, 5, 7, 6, 7, 6, 6] * 2), MONDAY) is None


def test_lower_is_never_told():
    assert higher(days(*[7] * 56, *[2] * 14), MONDAY) is None


@pytest.mark.parametrize("before", [[], [4] * 13])
def test_without_a_past_two_weeks_cannot_be_higher(before):
    assert higher(days(*before, *[7] * 14), MONDAY) is None


def test_a_week_of_three_ratings_does_not_count():
    thin = [7, 7, 7, None, None, None, None]

    assert higher(days(*CALM, *thin, *[7] * 7), MONDAY) is None


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ([3, 4, 6, 7], 3),
        ([3, None, 6, 6], 3),
        ([3, 6, 6, None], 3),  # today is not rated yet
        ([3, 3, 3, 9], None),  # one day
        ([3, 3, 9], None),
        ([3, 5, 6, 5], None),
        ([3, 6, None, None], None),
        ([6, 6], None),
        ([], None),
    ],
)
def test_three_points_in_three_days_are_told_once_they_stay(last, found):
    told = higher(days(*last), MONDAY)

    assert told == (Higher("three_days", found) if found else None)


def test_a_rise_from_one_good_day_back_to_the_usual_level_is_none():
    assert higher(days(*[6] * 56, 3, 4.5, 6, 6), MONDAY) is None
    assert higher(days(*[6] * 56, 3, 4.5, 7, 7), MONDAY) is None  # a point is not clearly more
    assert higher(days(*[6] * 56, 3, 4.5, 8, 8), MONDAY) == Higher("three_days", 5)
    assert higher(days(*[4] * 56, 3, 4.5, 6, 6), MONDAY) == Higher("three_days", 3)


@pytest.mark.parametrize(("rated", "is_told"), [(13, True), (14, False)])
def test_few_days_before_are_no_usual_level(rated, is_told):
    assert (higher(days(*[6] * rated, 3, 4.5, 6, 6), MONDAY) is not None) is is_told


@given(
    before=st.lists(st.integers(0, 10), min_size=14, max_size=56),
    dip=st.lists(st.integers(0, 10), min_size=2, max_size=2),
    last=st.lists(st.floats(0, 1), min_size=2, max_size=2),
)
def test_days_at_or_below_the_usual_level_never_raise_an_alarm(before, dip, last):
    usual = median(before)

    told = higher(days(*before, *dip, *(share * usual for share in last)), MONDAY)

    assert told is None or told.kind == "two_weeks"


def test_four_days_are_not_three():
    assert higher(days(3, None, None, None, 6, 6), MONDAY) is None


@given(
    st.lists(st.integers(0, 10) | st.none(), max_size=LOOKED_BACK),
    st.integers(0, 10),
)
def test_one_day_alone_never_raises_an_alarm(before, today):
    """Whatever today is, if it was calm until yesterday nothing is told."""
    calm = [min(number, 3) if number is not None else None for number in before]
    quiet = days(*calm, 3, 3, 3, 3)
    if higher(quiet, MONDAY) is None:
        later = quiet | {MONDAY + DAY: today}
        told = higher(later, MONDAY + DAY)
        assert told is None or told.kind == "two_weeks"
