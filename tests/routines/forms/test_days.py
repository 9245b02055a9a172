"""Plans, single days and pauses as they come from outside."""

import datetime as dt

import pytest
from django.http import QueryDict

from routines.forms import DayForm, PauseForm, PlanForm
from routines.models import Pause, Plan
from tests import make
from tests.make import MONDAY


def day(n):
    return MONDAY + dt.timedelta(days=n)


def plan_form(owner, text="", **plan):
    instance = Plan(owner=owner, routine=make.routine(owner=owner), starts_on=day(-9), **plan)
    return PlanForm(QueryDict(text) if text else None, instance=instance, today=MONDAY)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("repeat=daily", "FREQ=DAILY"),
        ("repeat=other", "FREQ=DAILY;INTERVAL=2"),
        ("repeat=weekly&times_a_week=3", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("repeat=weekly", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("repeat=weekdays&weekdays=1&weekdays=7", "FREQ=WEEKLY;BYDAY=MO,SU"),
        ("weekdays=2", "FREQ=WEEKLY;BYDAY=TU"),
        ("repeat=daily&weekdays=2", "FREQ=DAILY"),  # what is not shown does not count
    ],
)
def test_what_was_chosen_becomes_a_rule(owner, text, rule):
    form = plan_form(owner, text)

    assert form.is_valid(), form.errors
    assert form.save(commit=False).recurrence == rule


@pytest.mark.parametrize(
    ("text", "times_a_day", "times"),
    [
        ("", 1, []),
        ("&times_a_day=3", 3, []),
        ("&times=20:30&times=&times=08:00", 2, [dt.time(8), dt.time(20, 30)]),
        ("&times_a_day=3&times=08:00&times=08:00", 3, [dt.time(8)]),
    ],
)
def test_sessions_a_day_are_at_least_as_many_as_times(owner, text, times_a_day, times):
    form = plan_form(owner, f"repeat=daily{text}")

    assert form.is_valid(), form.errors
    plan = form.save(commit=False)
    assert (plan.times_a_day, plan.times) == (times_a_day, times)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("repeat=weekdays", "weekdays"),
        ("repeat=weekdays&weekdays=9", "weekdays"),
        ("repeat=never", "repeat"),
        ("repeat=weekly&times_a_week=8", "times_a_week"),
        ("repeat=daily&times_a_day=0", "times_a_day"),
        ("repeat=daily&times_a_day=10000", "times_a_day"),
        ("repeat=daily&times=25:00", "times"),
        ("repeat=daily&times=1:0&times=2:0&times=3:0&times=4:0&times=5:0", "times"),
        ("repeat=daily&starts_on=2026-02-31", "starts_on"),
        (f"repeat=daily&starts_on={day(-1)}", "starts_on"),
        (f"repeat=daily&starts_on={day(400)}", "starts_on"),
        (f"repeat=daily&ends_on={day(-1)}", "ends_on"),
        (f"repeat=daily&starts_on={day(9)}&ends_on={day(8)}", "ends_on"),
    ],
)
def test_a_plan_that_cannot_be_is_told_where_it_is_wrong(owner, text, field):
    form = plan_form(owner, text)

    assert not form.is_valid()
    assert list(form.errors) == [field]


@pytest.mark.parametrize(("days", "valid"), [(-1, False), (0, True), (1, True)])
def test_the_last_day_of_a_plan_is_not_over(owner, days, valid):
    assert plan_form(owner, f"repeat=daily&ends_on={day(days)}").is_valid() is valid


@pytest.mark.parametrize(
    ("rule", "repeat", "weekdays"),
    [
        ("FREQ=DAILY", "daily", []),
        ("FREQ=DAILY;INTERVAL=2", "other", []),
        ("FREQ=WEEKLY;BYDAY=TU,FR", "weekdays", [2, 5]),
    ],
)
def test_a_plan_is_shown_as_it_stands(owner, rule, repeat, weekdays):
    form = plan_form(owner, recurrence=rule, times=[dt.time(8)], times_a_day=1)

    assert (form["repeat"].value(), form["weekdays"].value()) == (repeat, weekdays)
    assert form.time_fields() == ["08:00", "", "", ""]
    assert form["starts_on"].value() == MONDAY  # what lies behind is not changed


def day_form(owner, text, date=MONDAY):
    return DayForm(QueryDict(text), person=owner, day=date, today=MONDAY)


def test_a_day_becomes_rest_another_routine_a_later_day_or_the_week(owner):
    routine = make.routine(owner=owner)

    def chosen(text):
        form = day_form(owner, text)
        assert form.is_valid(), form.errors
        row = form.chosen()
        return row and (row.routine, row.moved_to, row.reason)

    assert chosen("choice=rest&reason=Unwell&to=2001-01-01") == (None, None, "Unwell")
    assert chosen(f"choice={routine.pk}&reason=x") == (routine, None, "")
    assert chosen(f"choice=move&to={day(1)}") == (None, day(1), "")
    assert chosen("choice=week") is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "choice"),
        ("choice=nothing", "choice"),
        ("choice=move", "to"),
        ("choice=move&to=2026-02-31", "to"),
        (f"choice=move&to={day(0)}", "to"),
        (f"choice=move&to={day(-1)}", "to"),
        (f"choice=move&to={day(15)}", "to"),
        (f"choice=rest&reason={'x' * 81}", "reason"),
    ],
)
def test_a_choice_that_cannot_be_is_told(owner, text, field):
    assert list(day_form(owner, text).errors) == [field]


@pytest.mark.parametrize("n", [-1, 367])
def test_a_day_that_is_over_or_far_away_is_told(owner, n):
    assert not day_form(owner, "choice=rest", day(n)).is_valid()


def test_a_routine_of_somebody_else_is_no_choice(owner, stranger):
    theirs = make.routine(owner=stranger)

    assert list(day_form(owner, f"choice={theirs.pk}").errors) == ["choice"]


def pause_form(text, others=()):
    return PauseForm(QueryDict(text), instance=Pause(), today=MONDAY, others=others)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"first_day={day(0)}", []),
        (f"first_day={day(-28)}&last_day={day(-20)}&reason=Flu", []),
        (f"first_day={day(3)}&last_day={day(3)}", []),
        ("", ["first_day"]),
        ("first_day=2026-02-31", ["first_day"]),
        (f"first_day={day(-29)}", ["first_day"]),
        (f"first_day={day(367)}", ["first_day"]),
        (f"first_day={day(3)}&last_day={day(2)}", ["last_day"]),
        (f"first_day={day(3)}&last_day={day(400)}", ["last_day"]),
        (f"first_day={day(3)}&last_day=soon", ["last_day"]),
        (f"first_day={day(3)}&reason={'x' * 81}", ["reason"]),
    ],
)
@pytest.mark.django_db
def test_days_off_are_taken_or_told_what_is_wrong(text, fields):
    assert list(pause_form(text).errors) == fields


@pytest.mark.django_db
def test_a_pause_over_another_one_is_told():
    others = [Pause(first_day=day(5), last_day=day(9))]

    assert not pause_form(f"first_day={day(1)}", others).is_valid()
    assert not pause_form(f"first_day={day(9)}&last_day={day(12)}", others).is_valid()
    assert pause_form(f"first_day={day(1)}&last_day={day(4)}", others).is_valid()


A_DAY = "Write a day, like 2026-11-22."


def test_what_is_no_day_and_no_number_is_said_in_our_words(owner):
    plan = plan_form(owner, "repeat=daily&times_a_day=7&starts_on=soon&ends_on=2026-02-31")
    pause = pause_form("first_day=31/12&last_day=never")

    assert plan.errors["times_a_day"] == ["Write a number from 1 to 6."]
    assert plan.errors["starts_on"] == plan.errors["ends_on"] == [A_DAY]
    assert pause.errors["first_day"] == pause.errors["last_day"] == [A_DAY]
