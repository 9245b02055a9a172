"""What ratings say over time, with numbers a reader can check by hand."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.trend import (
    Week,
    Wobble,
    monday_of,
    rolling_means,
    theil_sen,
    weekly,
    weekly_runs,
    wobble,
)

MONDAY = dt.date(2026, 11, 16)
LEVELS = st.floats(0, 10)


def day(number):
    return MONDAY + dt.timedelta(days=number)


def test_theil_sen_of_the_worked_example_is_half_a_point_down_a_week():
    assert theil_sen([6, 5, 5, 4, 4, 3]) == -0.5


def test_theil_sen_counts_a_missing_week_as_time_that_passed():
    assert theil_sen([6, 5, None, 3, 2, 1, 0]) == -1


def test_theil_sen_of_constant_pain_is_zero():
    assert theil_sen([4] * 8) == 0


def test_theil_sen_refuses_fewer_than_six_weeks():
    with pytest.raises(ValueError, match="6 weeks"):
        theil_sen([6, 5, 5, None, 4, 4])


@given(st.lists(LEVELS, min_size=6, max_size=30))
def test_theil_sen_changes_its_sign_when_time_runs_backwards(means):
    assert theil_sen(means) == pytest.approx(-theil_sen(means[::-1]))


def test_rolling_mean_begins_with_the_fourth_rated_day():
    means = {day(n): float(n) for n in range(5)}

    assert rolling_means(means, day(0), day(4)) == [[(day(3), 1.5), (day(4), 2.0)]]


def test_rolling_mean_looks_back_and_never_ahead():
    means = {day(n): 2.0 for n in range(7)} | {day(7): 10.0}

    (run,) = rolling_means(means, day(0), day(7))

    assert run[3] == (day(6), 2.0)
    assert run[4] == (day(7), pytest.approx((6 * 2 + 10) / 7))


def test_rolling_mean_breaks_where_a_week_is_missing_and_stops_at_the_last_rated_day():
    means = {day(n): 4.0 for n in [0, 1, 2, 3, 4, 15, 16, 17, 18]}

    runs = rolling_means(means, day(0), day(20))

    assert [[point for point, _mean in run] for run in runs] == [[day(3), day(4)], [day(18)]]


def test_rolling_mean_of_nothing_is_no_line():
    assert rolling_means({}, day(0), day(20)) == []


@given(st.dictionaries(st.integers(0, 60).map(day), LEVELS, max_size=50))
def test_rolling_mean_stays_between_the_lowest_and_the_highest_rating(means):
    for run in rolling_means(means, day(0), day(60)):
        assert run[-1][0] in means
        for _day, mean in run:
            assert min(means.values()) - 1e-9 <= mean <= max(means.values()) + 1e-9


def test_weekly_counts_days_sessions_and_seconds_from_monday_to_sunday():
    means = {day(0): 4.0, day(6): 6.0, day(7): 1.0}
    practice = {day(6): (2, 600), day(8): (1, 300)}

    assert weekly(means, practice, day(0), day(8)) == [
        Week(day(0), rated=2, mean=5.0, sessions=2, seconds=600, practised=1),
        Week(day(7), rated=1, mean=1.0, sessions=1, seconds=300, practised=1),
    ]


def test_weekly_crosses_the_year_and_the_change_of_clocks():
    weeks = weekly({}, {}, dt.date(2026, 10, 24), dt.date(2027, 4, 1))

    assert all(week.monday.weekday() == 0 for week in weeks)
    steps = {later.monday - week.monday for week, later in pairwise(weeks)}
    assert steps == {dt.timedelta(days=7)}


@given(st.dates())
def test_monday_of_a_day_is_at_most_six_days_before_it(some_day):
    if some_day.toordinal() > 7:
        monday = monday_of(some_day)
        assert monday.weekday() == 0
        assert 0 <= (some_day - monday).days <= 6


def test_weekly_runs_join_only_neighbouring_weeks_with_four_rated_days():
    weeks = [
        Week(day(0), 4, 5.0, 0, 0),
        Week(day(7), 7, 4.0, 0, 0),
        Week(day(14), 3, 9.0, 0, 0),
        Week(day(21), 5, 3.0, 0, 0),
    ]

    assert weekly_runs(weeks) == [[(day(0), 5.0), (day(7), 4.0)], [(day(21), 3.0)]]


def test_wobble_of_days_that_swing_by_one_has_that_spread_and_no_carry_over():
    found = wobble([4.0, 6.0] * 10)

    assert found.sd == pytest.approx(1.026, abs=0.001)
    assert found.rho == 0.0  # each day opposes the last: clipped


def test_wobble_clips_carry_over_at_nine_tenths():
    assert wobble([float(n // 40) for n in range(80)]).rho == 0.9


def test_wobble_of_constant_pain_is_nothing():
    assert wobble([3.0] * 14) == Wobble(sd=0.0, rho=0.0)


def test_wobble_refuses_fewer_than_fourteen_rated_days():
    with pytest.raises(ValueError, match="14 days"):
        wobble([3.0] * 13 + [None] * 20)


def test_wobble_is_exceeded_by_more_than_its_own_band():
    usual = Wobble(sd=1.0, rho=0.0)  # standard error of a week 0.378, band 1.048

    assert not usual.is_exceeded(1.0)
    assert usual.is_exceeded(-1.1)
    assert not Wobble(sd=1.0, rho=0.5).is_exceeded(1.1)
