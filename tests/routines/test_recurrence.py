"""Rules of RFC 5545: which days they name, and that long ones cost no more."""

import datetime as dt
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from routines.recurrence import (
    EVERY_DAY,
    RuleError,
    days_of,
    every,
    interval_of,
    on_weekdays,
    spread,
    weekdays_of,
)
from tests.make import MONDAY
from tests.routines.presses import quick

RULES = st.one_of(
    st.sets(st.integers(1, 7), min_size=1).map(on_weekdays),
    st.integers(1, 9).map(every),
    st.builds(
        lambda n, days: on_weekdays(days).replace("WEEKLY;", f"WEEKLY;INTERVAL={n};"),
        st.integers(2, 8),
        st.sets(st.integers(1, 7), min_size=1, max_size=6),
    ),
)


def day(n):
    return MONDAY + dt.timedelta(days=n)


def midnight(date):
    return dt.datetime.combine(date, dt.time())


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("FREQ=DAILY;INTERVAL=3", [0, 3, 6]),
        ("FREQ=WEEKLY;BYDAY=MO,TH", [0, 3, 7]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", [0]),
    ],
)
def test_a_rule_names_its_days(rule, days):
    assert sorted(days_of(rule, MONDAY, day(-3), day(7))) == [day(n) for n in days]


def test_every_other_week_is_counted_from_the_week_it_began_in():
    """Begun on a Wednesday: the Monday after it belongs to the week left out."""
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"

    assert sorted(days_of(rule, day(2), MONDAY, day(20))) == [day(4), day(14), day(18)]


@quick
@given(rule=RULES, begun=st.integers(0, 4000), n=st.integers(-40, 40))
def test_a_window_far_from_the_first_day_has_the_days_of_the_whole_rule(rule, begun, n):
    starts_on, first, last = day(-begun), day(n), day(n + 20)

    whole = rrulestr(rule, dtstart=midnight(starts_on))
    expected = {one.date() for one in whole.between(midnight(first), midnight(last), inc=True)}
    assert days_of(rule, starts_on, first, last) == expected


@pytest.mark.parametrize(
    ("weekdays", "rule"),
    [
        ([1], "FREQ=WEEKLY;BYDAY=MO"),
        ([7, 1, 7], "FREQ=WEEKLY;BYDAY=MO,SU"),
        (range(1, 8), EVERY_DAY),
    ],
)
def test_weekdays_become_a_rule_and_are_read_from_it_again(weekdays, rule):
    assert on_weekdays(weekdays) == rule
    assert weekdays_of(rule) == sorted(set(weekdays))


def test_a_rule_that_moves_through_the_week_names_no_weekdays():
    assert weekdays_of(every(2)) == []
    assert [interval_of(rule) for rule in (EVERY_DAY, every(2), on_weekdays([1]))] == [1, 2, 1]


@pytest.mark.parametrize("weekdays", [[], [0], [8], [1, 9]])
def test_weekdays_that_are_none_are_refused(weekdays):
    with pytest.raises(RuleError):
        on_weekdays(weekdays)


@pytest.mark.parametrize(
    "rule",
    ["", "DAILY", "FREQ=HOURLY", "FREQ=DAILY;COUNT=2", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY", "\0"],
)
def test_a_text_that_is_no_rule_of_a_plan_is_refused(rule):
    with pytest.raises(RuleError):
        days_of(rule, MONDAY, MONDAY, day(7))


@pytest.mark.parametrize(
    ("times", "days"), [(1, [1]), (2, [1, 4]), (3, [1, 3, 5]), (4, [1, 2, 4, 6]), (7, range(1, 8))]
)
def test_sessions_a_week_are_spread(times, days):
    assert spread(times) == frozenset(days)


@given(times=st.integers(1, 7))
def test_spread_days_are_as_many_as_asked_and_never_crowd(times):
    days = sorted(spread(times))
    gaps = [b - a for a, b in pairwise([*days, days[0] + 7])]

    assert len(days) == times
    assert max(gaps) - min(gaps) <= 1
