"""Calendars shifted along the days, against the plain way to work them out."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.shifting import NO_ROOM, Calendar, fits, not_rejected, pairs_of, shifted_sums


def test_pairs_are_rated_days_whose_next_day_is_rated():
    assert pairs_of([4.0, None, 3.0, 2.0, 2.0, None]) == [2, 3]


def test_sums_of_shifts_by_hand():
    sums = shifted_sums([1.0, 2.0, 3.0, 4.0], bytes([1, 1, 0, 0]))

    assert sums == pytest.approx([3, 5, 7, 5])


@given(st.integers(1, 60), st.integers(0, 10_000), st.floats(0.1, 1e6))
def test_sums_of_shifts_are_those_added_up_one_by_one(days, seed, size):
    chance = random.Random(seed)  # noqa: S311 - a simulation
    column = [chance.gauss(0, size) for _day in range(days)]
    practised = bytes(chance.random() < 0.5 for _day in range(days))

    plain = [
        sum(column[day] * practised[(day - shift) % days] for day in range(days))
        for shift in range(days)
    ]

    assert shifted_sums(column, practised) == pytest.approx(plain, abs=1e-7 * size)


def test_a_calendar_without_room_of_its_own_fits_nothing():
    pain = [4.0, 6.0] * 30

    assert fits(pain, bytes([1] * 60)) == [NO_ROOM] * 60


def test_where_the_days_fit_best_is_where_they_stand():
    chance = random.Random(4)  # noqa: S311 - a simulation
    practised = bytes(chance.random() < 0.5 for _day in range(112))
    pain = [5.0 - practised[day - 1] for day in range(112)]

    found = fits(pain, practised)

    assert max(range(112), key=lambda shift: abs(found[shift].along)) == 0
    assert found[0].along / found[0].own == pytest.approx(-1, abs=0.05)


def test_differences_that_as_many_calendars_fit_are_not_rejected():
    true = Calendar(along=-3.0, own=2.0)
    others = [Calendar(along, 0.0) for along in (-1.0, -0.5, 0.0, 0.5, 1.0, 0.2, 0.1, -0.2, -0.1)]

    assert not_rejected(true, others, 0.2) == (-2.0, -1.0)


def test_the_same_calendar_again_leaves_no_end():
    true = Calendar(along=-3.0, own=2.0)

    low, high = not_rejected(true, [true] * 9, 0.2)

    assert (low, high) == (float("-inf"), float("inf"))
