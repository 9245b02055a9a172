"""How many sessions the plan asked for."""

import datetime as dt

from journal.planned import planned_by_day, planned_by_week
from routines.plan import Calendar, Choice, Span, Weekly

MONDAY = dt.date(2026, 11, 16)


def day(n):
    return MONDAY + dt.timedelta(days=n)


def test_days_before_the_first_plan_are_not_told_and_rest_is_nothing():
    calendar = Calendar([Weekly(1, day(0), rule="FREQ=WEEKLY;BYDAY=MO,WE", times_a_day=2)])

    planned = planned_by_day(calendar, day(-2), day(3))

    assert planned == {day(0): 2, day(1): 0, day(2): 2, day(3): 0}


def test_a_pause_asks_for_nothing_and_what_was_moved_counts_where_it_went():
    calendar = Calendar(
        [Weekly(1, day(0))],
        choices={day(1): Choice(moved_to=day(2)), day(3): Choice()},
        pauses=[Span(day(4), day(4))],
    )

    planned = planned_by_day(calendar, day(0), day(5))

    assert list(planned.values()) == [1, 0, 2, 0, 0, 1]


def test_weeks_sum_their_days():
    assert planned_by_week({day(-1): 1, day(0): 2, day(6): 1, day(7): 0}) == {
        day(-7): 1,
        day(0): 3,
        day(7): 0,
    }


def test_no_plan_is_no_week():
    assert planned_by_week({}) == {}
