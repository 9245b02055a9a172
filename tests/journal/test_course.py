"""How pain went since the start."""

import datetime as dt
import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.course import Change, change, slope, usual_wobble, whole_weeks
from journal.trend import Week, Wobble

MONDAY = dt.date(2026, 1, 5)


def weeks(*means, rated=7):
    return [Week(MONDAY + dt.timedelta(weeks=n), rated, mean, 0, 0) for n, mean in enumerate(means)]


def days(*means, spread=0.0, seed=1):
    chance = random.Random(seed)  # noqa: S311 - a simulation
    return tuple(mean + chance.gauss(0, spread) for mean in means for _day in range(7))


def test_change_is_the_middle_of_the_last_two_weeks_against_the_first_two():
    found = change(weeks(7, 6, 5, 5, 4, 3), Wobble(sd=1.0, rho=0.3))

    assert found == Change(first=6.5, last=3.5, matters=True, is_beyond_wobble=True)
    assert found.points == -3
    assert found.percent == -46


def test_change_needs_six_weeks_with_enough_ratings():
    assert change(weeks(7, 6, 5, 5, 4), None) is None
    assert change([*weeks(7, 6, 5, 5, 4), *weeks(1, rated=3)], None) is None
    assert change(weeks(*[5] * 6), None).points == 0


def test_two_points_alone_do_not_matter_and_a_low_start_has_no_share():
    assert not change(weeks(10, 10, 9, 9, 8, 8), None).matters
    low = change(weeks(1, 1, 1, 1, 0, 0), None)
    assert low.percent is None
    assert not low.matters


def test_a_small_change_is_within_the_usual_ups_and_downs():
    usual = Wobble(sd=2.0, rho=0.6)

    assert not change(weeks(5, 5, 5, 5, 4.5, 4.5), usual).is_beyond_wobble


def test_wobble_is_unknown_with_few_days():
    assert usual_wobble([4.0] * 13) is None
    assert usual_wobble([4.0] * 14) == Wobble(0.0, 0.0)


def test_whole_weeks_begin_on_a_monday_and_end_on_a_sunday():
    means = {MONDAY + dt.timedelta(days=n): float(n % 10) for n in range(2, 24)}

    found = whole_weeks(means, MONDAY + dt.timedelta(days=22))

    assert len(found) == 14
    assert found[0] == 7.0  # the second Monday: the first was not written yet
    assert whole_weeks({}, MONDAY) == ()


def test_whole_weeks_are_the_newest_26_over_the_end_of_a_year():
    means = {MONDAY + dt.timedelta(days=n): 5.0 for n in range(400)}

    assert len(whole_weeks(means, MONDAY + dt.timedelta(days=399))) == 26 * 7


def test_the_slope_of_a_known_path():
    found = slope(days(6, 5, 5, 4, 4, 3))

    assert found.weekly == pytest.approx(-0.5)
    assert found.low <= found.weekly <= found.high
    assert found.weeks == 6


def test_constant_pain_goes_nowhere():
    found = slope(days(*[4] * 10))

    assert (found.weekly, found.low, found.high) == (0, 0, 0)
    assert not found.is_clear


def test_five_weeks_have_no_slope():
    assert slope(days(5, 4, 3, 2, 1)) is None
    assert slope(()) is None


def test_a_steady_fall_is_clear_and_noise_mostly_is_not():
    falling = slope(days(*(7 - 0.2 * n for n in range(20)), spread=1))
    level = [slope(days(*[5] * 20, spread=1.5, seed=seed)).is_clear for seed in range(20)]

    assert falling.is_clear
    assert falling.weekly == pytest.approx(-0.2, abs=0.06)
    assert sum(level) <= 3


def test_the_same_days_give_the_same_range():
    path = days(6, 5, 6, 4, 5, 4, 4, spread=1)

    assert slope(path) == slope(path)


@given(st.lists(st.floats(0, 10), min_size=6, max_size=9))
def test_the_difference_is_that_of_the_numbers_beside_it(means):
    found = change(weeks(*means), None)

    first, last = (Decimal(f"{number:.2f}") for number in found.shown)
    assert Decimal(f"{found.points:.2f}") == last - first
    assert found.points == pytest.approx(found.last - found.first, abs=0.011)
