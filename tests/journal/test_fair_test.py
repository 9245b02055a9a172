"""Fair tests: the order, its seal, the weeks, and what the pairs say."""

import datetime as dt
import hashlib
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.fair_test import (
    Pair,
    order_of,
    outcome,
    pairs_of,
    seal_of,
    week_on,
    weeks_of,
)

MONDAY = dt.date(2026, 10, 12)  # the clocks go back on 25 October
SALT = "a salt"


def pairs(*differences):
    return [
        Pair(n, MONDAY, True, None if d is None else 5 + d, 5.0)
        for n, d in enumerate(differences, start=1)
    ]


def test_an_order_has_one_week_with_and_one_without_in_each_pair():
    assert order_of(0, 3) == "01 01 01"
    assert order_of(0b101, 3) == "10 01 10"


@given(st.integers(6, 8), st.data())
def test_each_number_stands_for_an_order_of_its_own(count, data):
    drawn = data.draw(st.lists(st.integers(0, 2**count - 1), min_size=2, max_size=2, unique=True))

    first, second = (order_of(number, count) for number in drawn)

    assert first != second
    assert first.count("1") == first.count("0") == count


def test_a_seal_can_be_worked_out_again():
    assert seal_of("10 01", SALT) == hashlib.sha256(b"a salt 10 01").hexdigest()
    assert seal_of("01 01", SALT) != seal_of("10 01", SALT) != seal_of("10 01", "other")


def test_weeks_follow_one_another_over_the_end_of_summer_time_and_of_the_year():
    weeks = weeks_of("10 01 10 01 10 01", MONDAY)

    assert [week.is_on for week in weeks[:4]] == [True, False, False, True]
    assert [week.pair for week in weeks[:4]] == [1, 1, 2, 2]
    assert all(late.first - early.last == dt.timedelta(days=1) for early, late in pairwise(weeks))
    assert weeks[-1].last == dt.date(2027, 1, 3)
    assert weeks[1].counted()[0] == dt.date(2026, 10, 21)
    assert len(weeks[1].counted()) == 5


def test_a_day_belongs_to_one_week_or_none():
    weeks = weeks_of("10 01", MONDAY)

    assert week_on(weeks, MONDAY + dt.timedelta(days=7)) == weeks[1]
    assert week_on(weeks, MONDAY - dt.timedelta(days=1)) is None
    assert week_on(weeks, MONDAY + dt.timedelta(days=28)) is None


def test_the_first_two_days_of_a_week_and_thin_weeks_do_not_count():
    weeks = weeks_of("10 01", MONDAY)
    means = {day: 3.0 if week.is_on else 5.0 for week in weeks for day in week.counted()}
    means |= {MONDAY: 10.0, MONDAY + dt.timedelta(days=1): 10.0}
    thin = {day: mean for day, mean in means.items() if day not in weeks[2].counted()[2:]}

    assert [pair.difference for pair in pairs_of(weeks, means)] == [-2.0, -2.0]
    assert [pair.difference for pair in pairs_of(weeks, thin)] == [-2.0, None]


def test_four_pairs_can_never_be_clear():
    found = outcome(pairs(-9, -9, -9, -9))

    assert found.chance == 0.125
    assert not found.is_clear
    assert (found.low, found.high) == (None, None)


def test_six_pairs_all_one_way_are_clear_with_2_in_64():
    found = outcome(pairs(-1, -2, -1.5, -0.5, -1, -3))

    assert found.chance == 2 / 64
    assert found.is_clear
    assert (found.low, found.high) == (-3, -0.5)
    assert found.mean == pytest.approx(-1.5)
    assert found.lower == 6


def test_six_pairs_with_one_the_other_way_are_not_clear():
    found = outcome(pairs(-1, -2, -1.5, 0.5, -1, -3))

    assert found.chance == 4 / 64
    assert not found.is_clear


def test_a_pair_without_enough_ratings_is_left_out_and_may_leave_too_few():
    found = outcome(pairs(-1, -2, -1.5, -0.5, -1, None))

    assert len(found.differences) == 5
    assert not found.is_enough
    assert not found.is_clear
    assert outcome(pairs(None, None)) is None


@given(st.lists(st.floats(-10, 10).map(lambda d: round(d, 1)), min_size=6, max_size=8))
def test_the_range_says_the_same_as_the_flips(differences):
    found = outcome(pairs(*differences))

    assert found.low - 1e-9 <= found.mean <= found.high + 1e-9
    assert found.chance == outcome(pairs(*(-d for d in differences))).chance
    if found.low > 1e-6 or found.high < -1e-6:
        assert found.is_clear
    if found.low < -1e-6 and found.high > 1e-6:
        assert not found.is_clear


def test_noise_is_clear_in_at_most_one_test_of_twenty():
    chance = random.Random(12)  # noqa: S311 - a simulation
    clear = sum(
        outcome(pairs(*(chance.gauss(0, 1) for _n in range(6)))).is_clear for _ in range(500)
    )

    assert 0.01 <= clear / 500 <= 0.05
