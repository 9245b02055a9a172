"""Plans, choices and pauses read into a calendar."""

import datetime as dt

import pytest

from routines.calendars import calendar_of
from routines.models import DayChoice, Pause
from routines.plan import DayKind
from tests import make
from tests.make import MONDAY

SUNDAY = MONDAY + dt.timedelta(days=6)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_calendar_is_read_in_three_queries_and_holds_only_my_days(
    owner, stranger, rows, django_assert_num_queries
):
    for n in range(rows):
        for person in (owner, stranger):
            row = make.routine(owner=person, name=f"{person.username} {n}")
            make.plan(owner=person, routine=row, weekdays=[1])
            DayChoice.objects.create(owner=person, day=MONDAY + dt.timedelta(n + 1), routine=row)
            Pause.objects.create(owner=person, first_day=SUNDAY, last_day=SUNDAY)

    with django_assert_num_queries(3):
        calendar, routines = calendar_of(owner, first=MONDAY, last=SUNDAY)

    assert {row.name for row in routines.values()} == {f"owner {n}" for n in range(rows)}
    assert len(calendar.on(MONDAY).routines) == rows
    assert calendar.on(MONDAY + dt.timedelta(days=1)).kind is DayKind.PRACTICE
    assert calendar.on(SUNDAY).kind is DayKind.PAUSED


def test_plans_outside_the_days_and_of_archived_routines_are_not_read(owner):
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine, starts_on=SUNDAY + dt.timedelta(days=1))
    early = MONDAY - dt.timedelta(days=9)
    make.plan(owner=owner, routine=routine, starts_on=early, ends_on=MONDAY - dt.timedelta(days=1))
    archived = make.routine(owner=owner)
    archived.archived_on = MONDAY
    archived.save()
    make.plan(owner=owner, routine=archived)

    calendar, routines = calendar_of(owner, first=MONDAY, last=SUNDAY)

    assert (calendar.weekly, routines) == ((), {})


def test_a_routine_that_was_put_away_keeps_what_was_planned_until_then(owner):
    routine = make.routine(owner=owner)
    make.plan(owner=owner, routine=routine)
    routine.archived_on = MONDAY + dt.timedelta(days=3)
    routine.save()

    calendar, routines = calendar_of(owner, first=MONDAY, last=SUNDAY)

    days = calendar.between(MONDAY, SUNDAY)
    assert [day.kind for day in days] == [DayKind.PRACTICE] * 3 + [DayKind.FREE] * 4
    assert list(routines) == [routine.pk]


def test_a_choice_of_a_routine_that_was_put_away_by_its_day_leaves_the_week(owner):
    weekly, chosen = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=weekly, weekdays=[1, 3])
    for n in range(4):
        DayChoice.objects.create(owner=owner, day=MONDAY + dt.timedelta(n), routine=chosen)
    chosen.archived_on = MONDAY + dt.timedelta(days=2)
    chosen.save()

    calendar, routines = calendar_of(owner, first=MONDAY, last=SUNDAY)

    days = calendar.between(MONDAY, SUNDAY)
    assert [day.routines for day in days[:4]] == [(chosen.pk,), (chosen.pk,), (weekly.pk,), ()]
    assert [day.choice is None for day in days[:4]] == [False, False, True, True]
    assert routines.keys() == {weekly.pk, chosen.pk}


@pytest.mark.parametrize("is_chosen", [True, False])
def test_what_was_moved_is_not_asked_for_once_it_was_put_away(owner, is_chosen):
    routine = make.routine(owner=owner)
    wednesday = MONDAY + dt.timedelta(days=2)
    if not is_chosen:
        make.plan(owner=owner, routine=routine, weekdays=[1])
    chosen = routine if is_chosen else None
    DayChoice.objects.create(owner=owner, day=MONDAY, moved_to=wednesday, routine=chosen)

    def kinds():
        calendar, _ = calendar_of(owner, first=MONDAY, last=SUNDAY)
        return [calendar.on(day).kind for day in (MONDAY, wednesday)]

    assert kinds() == [DayKind.MOVED, DayKind.PRACTICE]
    routine.archived_on = wednesday
    routine.save()
    assert kinds() == [DayKind.MOVED, DayKind.FREE]


def test_a_pause_that_began_long_ago_still_holds(owner):
    Pause.objects.create(owner=owner, first_day=MONDAY - dt.timedelta(days=400))

    calendar, _ = calendar_of(owner, first=MONDAY, last=SUNDAY)

    assert calendar.on(SUNDAY).kind is DayKind.PAUSED


def test_rows_of_ten_years_are_not_read_for_one_week(owner, django_assert_num_queries):
    """What is loaded depends on the days asked for, not on how long somebody is here."""
    routine = make.routine(owner=owner)
    for n in range(1, 120):
        month = MONDAY - dt.timedelta(days=30 * n)
        make.plan(owner=owner, routine=routine, starts_on=month, ends_on=month)
        DayChoice.objects.create(owner=owner, day=month, moved_to=month + dt.timedelta(days=1))
        Pause.objects.create(owner=owner, first_day=month, last_day=month)

    with django_assert_num_queries(3):
        calendar, _ = calendar_of(owner, first=MONDAY, last=SUNDAY)

    assert (len(calendar.weekly), len(calendar.choices), len(calendar.pauses)) == (0, 0, 0)


def test_what_was_moved_here_is_read_with_the_plan_it_came_from(owner):
    routine, friday = make.routine(owner=owner), MONDAY - dt.timedelta(days=3)
    make.plan(owner=owner, routine=routine, starts_on=friday, ends_on=friday)
    DayChoice.objects.create(owner=owner, day=friday, moved_to=MONDAY)

    calendar, routines = calendar_of(owner, first=MONDAY, last=SUNDAY)

    assert calendar.on(MONDAY).routines == (routine.pk,)
    assert list(routines) == [routine.pk]
