"""Putting routines away and taking them back: the past keeps what was planned then."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from routines import actions
from routines.calendars import calendar_of
from routines.models import DayChoice, Plan, Routine
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

    actions.put_away(person=owner, routine=routine, today=day(7))
    assert planned_days(owner) == list(before)

    actions.take_back(person=owner, routine=routine, today=day(14))
    assert planned_days(owner) == list(after)


def test_days_chosen_for_what_rested_ask_for_it_before_and_after_and_never_between(owner):
    routine = make.routine(owner=owner)
    for n in (5, 8, 12, 16):
        DayChoice.objects.create(owner=owner, day=day(n), routine=routine)
    DayChoice.objects.create(owner=owner, day=day(9))

    actions.put_away(person=owner, routine=routine, today=day(7))
    assert planned_days(owner) == [5]

    actions.take_back(person=owner, routine=routine, today=day(14))
    assert planned_days(owner) == [5, 16]
    assert DayChoice.objects.filter(day=day(9)).exists()


def test_taken_back_on_the_same_day_nothing_has_changed(owner):
    routine = make.routine(owner=owner)
    plan = make.plan(owner=owner, routine=routine, weekdays=[1, 3])

    for _twice in range(2):
        actions.put_away(person=owner, routine=routine, today=day(7))
        actions.take_back(person=owner, routine=routine, today=day(7))
        actions.take_back(person=owner, routine=routine, today=day(7))

    assert list(Plan.objects.kept_by(owner)) == [plan]
    assert planned_days(owner, 14) == [0, 2, 7, 9]


def test_put_away_twice_it_rests_from_the_first_day_on(owner):
    routine = make.routine(owner=owner)
    for n in (3, 9):
        actions.put_away(person=owner, routine=routine, today=day(n))

    routine.refresh_from_db()
    assert routine.archived_on == day(3)


def test_taken_back_twice_by_who_read_it_before_its_plans_go_on_once(owner):
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine)
    actions.put_away(person=owner, routine=routine, today=day(7))
    stale = Routine.objects.get(pk=routine.pk)

    for n in (14, 16):
        actions.take_back(person=owner, routine=stale, today=day(n))

    kept = Plan.objects.kept_by(owner).values_list("starts_on", "ends_on")
    assert set(kept) == {(MONDAY, day(6)), (day(14), None)}
    assert len(kept) == 2
    assert planned_days(owner) == [*range(7), *range(14, 28)]


def test_put_away_by_who_read_it_before_it_rests_from_the_first_day_on(owner):
    routine = make.routine(owner=owner)
    stale = Routine.objects.get(pk=routine.pk)

    actions.put_away(person=owner, routine=routine, today=day(3))
    actions.put_away(person=owner, routine=stale, today=day(9))

    routine.refresh_from_db()
    assert routine.archived_on == day(3)


def test_a_strangers_routine_is_neither_put_away_nor_taken_back(owner, stranger):
    away, used = make.routine(owner=stranger), make.routine(owner=stranger)
    actions.put_away(person=stranger, routine=away, today=day(3))

    actions.put_away(person=owner, routine=used, today=day(4))
    actions.take_back(person=owner, routine=away, today=day(4))

    kept = Routine.objects.kept_by(stranger).values_list("pk", "archived_on")
    assert set(kept) == {(away.pk, day(3)), (used.pk, None)}


@pytest.mark.django_db(transaction=True)  # twenty connections, each sees what the others wrote
def test_taken_back_twenty_times_at_once_its_plans_go_on_once(owner):
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine)
    actions.put_away(person=owner, routine=routine, today=day(7))
    stale = Routine.objects.get(pk=routine.pk)

    def tap(person):
        try:
            actions.take_back(person=person, routine=stale, today=day(14))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as threads:
        list(threads.map(tap, [owner] * 20))

    kept = Plan.objects.kept_by(owner).values_list("starts_on", "ends_on")
    assert sorted(kept) == [(MONDAY, day(6)), (day(14), None)]


def test_plans_of_other_routines_go_on(owner):
    away, kept = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=kept)

    actions.put_away(person=owner, routine=away, today=day(7))
    actions.take_back(person=owner, routine=away, today=day(14))

    assert planned_days(owner) == list(range(28))
