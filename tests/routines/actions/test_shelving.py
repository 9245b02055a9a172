"""Putting routines away and taking them back: the past keeps what was planned then."""

import datetime as dt

import pytest

from routines import actions
from routines.calendars import calendar_of
from routines.models import DayChoice, Plan
from routines.plan import DayKind
from tests import make
from tests.make import MONDAY


def day(n):
    return MONDAY + dt.timedelta(days=n)


def planned_days(person, days=28):
    """Return which of the days from Monday on ask for a session."""
    calendar, _ = calendar_of(person, first=MONDAY, last=day(days - 1))
    between = calendar.between(MONDAY, day(days - 1))
    return [(one.day - MONDAY).days for one in between if one.kind is DayKind.PRACTICE]


@pytest.mark.parametrize(
    ("starts", "ends", "before", "after"),
    [
        (0, None, range(7), [*range(7), *range(14, 28)]),
        (0, 20, range(7), [*range(7), *range(14, 21)]),
        (0, 10, range(7), range(7)),  # over before it was taken back
        (0, 3, range(4), range(4)),  # over before it was put away
        (9, None, [], range(14, 28)),  # would have begun in between
        (9, 11, [], []),
        (20, 22, [], range(20, 23)),
    ],
)
def test_what_rested_keeps_its_past_and_goes_on_when_taken_back(owner, starts, ends, before, after):
    routine = make.routine(owner=owner)
    last = None if ends is None else day(ends)
    make.plan(owner=owner, routine=routine, starts_on=day(starts), ends_on=last)

    actions.put_away(routine=routine, today=day(7))
    assert planned_days(owner) == list(before)

    actions.take_back(routine=routine, today=day(14))
    assert planned_days(owner) == list(after)


def test_days_chosen_for_what_rested_ask_for_it_before_and_after_and_never_between(owner):
    routine = make.routine(owner=owner)
    for n in (5, 8, 12, 16):
        DayChoice.objects.create(owner=owner, day=day(n), routine=routine)
    DayChoice.objects.create(owner=owner, day=day(9))

    actions.put_away(routine=routine, today=day(7))
    assert planned_days(owner) == [5]

    actions.take_back(routine=routine, today=day(14))
    assert planned_days(owner) == [5, 16]
    assert DayChoice.objects.filter(day=day(9)).exists()


def test_taken_back_on_the_same_day_nothing_has_changed(owner):
    routine = make.routine(owner=owner)
    plan = make.plan(owner=owner, routine=routine, weekdays=[1, 3])

    for _twice in range(2):
        actions.put_away(routine=routine, today=day(7))
        actions.take_back(routine=routine, today=day(7))
        actions.take_back(routine=routine, today=day(7))

    assert list(Plan.objects.kept_by(owner)) == [plan]
    assert planned_days(owner, 14) == [0, 2, 7, 9]


def test_put_away_twice_it_rests_from_the_first_day_on(owner):
    routine = make.routine(owner=owner)
    for n in (3, 9):
        actions.put_away(routine=routine, today=day(n))

    routine.refresh_from_db()
    assert routine.archived_on == day(3)


def test_plans_of_other_routines_go_on(owner):
    away, kept = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=kept)

    actions.put_away(routine=away, today=day(7))
    actions.take_back(routine=away, today=day(14))

    assert planned_days(owner) == list(range(28))
