"""Planning a routine's days, and taking days off."""

import datetime as dt

import pytest

from routines.models import Pause, Plan
from tests import make
from tests.routines.rows import NOW

TODAY = NOW.today
DAY = dt.timedelta(days=1)


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


@pytest.mark.parametrize(
    "fields",
    [
        {"weekdays": ["0"]},
        {"weekdays": ["x" * 10_000]},
        {"weekdays": ["\0"]},
        {"weekdays": ["1"], "ends_on": "soon"},
        {"weekdays": ["1"], "ends_on": "2001-01-01"},
        {"weekdays": ["1"], "ends_on": "🙂"},
        {"repeat": "daily", "times": ["08:00", "noon"]},
    ],
)
def test_days_that_cannot_be_are_told_and_leave_the_plan(signed_in, owner, routine, fields):
    plan = make.plan(owner=owner, routine=routine, starts_on=dt.date(2001, 1, 1))

    response = signed_in.post(f"/routines/{routine.pk}/days/", fields)

    assert response.status_code == 422
    assert b"Not saved yet." in response.content
    kept = Plan.objects.get()
    assert (kept.pk, kept.recurrence, kept.ends_on) == (plan.pk, "FREQ=DAILY", None)


def test_what_was_typed_is_kept_where_it_was_wrong(signed_in, routine):
    fields = {"repeat": "daily", "times": ["08:15", "noon"], "times_a_day": "3"}

    page = signed_in.post(f"/routines/{routine.pk}/days/", fields).content.decode()

    assert 'value="08:15"' in page
    assert 'value="noon"' in page
    assert 'name="times_a_day" value="3"' in page


def test_days_are_saved_from_today_on(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY - 9 * DAY)
    fields = {"repeat": "weekdays", "weekdays": ["1", "3"], "times": ["20:30", "08:00"]}

    response = signed_in.post(f"/routines/{routine.pk}/days/", fields)

    assert response.url == f"/routines/{routine.pk}/"
    old, new = Plan.objects.order_by("pk")
    assert (old.ends_on, new.starts_on) == (TODAY - DAY, TODAY)
    assert (new.recurrence, new.owner) == ("FREQ=WEEKLY;BYDAY=MO,WE", owner)
    assert (new.times, new.times_a_day) == ([dt.time(8), dt.time(20, 30)], 2)


def test_a_routine_without_a_plan_gets_one(signed_in, owner, routine):
    fields = {"repeat": "other", "starts_on": f"{TODAY + DAY}", "ends_on": f"{TODAY + 9 * DAY}"}
    signed_in.post(f"/routines/{routine.pk}/days/", fields)

    plan = Plan.objects.get()
    assert (plan.owner, plan.routine, plan.recurrence) == (owner, routine, "FREQ=DAILY;INTERVAL=2")
    assert (plan.starts_on, plan.ends_on) == (TODAY + DAY, TODAY + 9 * DAY)


def test_the_same_days_sent_twice_are_one_plan(signed_in, routine):
    for _ in range(2):
        signed_in.post(f"/routines/{routine.pk}/days/", {"repeat": "daily"})

    assert Plan.objects.count() == 1


def test_a_routine_is_taken_out_of_the_week(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY - 9 * DAY)

    assert signed_in.post(f"/routines/{routine.pk}/days/end/").url == f"/routines/{routine.pk}/"

    assert Plan.objects.get().ends_on == TODAY - DAY


@pytest.mark.parametrize("rows", [1, 3])
def test_my_pauses_are_listed_in_the_same_number_of_queries(
    signed_in, owner, stranger, rows, django_assert_num_queries
):
    mine = [
        make.pause(owner=owner, first_day=TODAY + n * 9 * DAY, last_day=TODAY + (n * 9 + 2) * DAY)
        for n in range(rows)
    ]
    make.pause(owner=stranger, reason="Theirs")

    with django_assert_num_queries(3):  # who it is 2, pauses
        page = signed_in.get("/pauses/")

    assert list(page.context["pauses"]) == mine[::-1]
    assert b"Theirs" not in page.content


def test_days_off_are_taken_changed_and_ended(signed_in, owner):
    taken = {"first_day": f"{TODAY - 3 * DAY}", "reason": "Flu"}
    assert signed_in.post("/pauses/", taken).url == "/pauses/"
    pause = Pause.objects.kept_by(owner).get()
    assert (pause.first_day, pause.last_day, pause.reason) == (TODAY - 3 * DAY, None, "Flu")

    changed = taken | {"last_day": f"{TODAY + DAY}"}
    assert signed_in.post(f"/pauses/{pause.pk}/", changed).url == "/pauses/"
    pause.refresh_from_db()
    assert pause.last_day == TODAY + DAY

    assert signed_in.post(f"/pauses/{pause.pk}/end/").url == "/pauses/"
    pause.refresh_from_db()
    assert pause.last_day == TODAY - DAY


def test_days_that_are_off_already_are_told(signed_in, owner):
    make.pause(owner=owner, first_day=TODAY, last_day=TODAY + 3 * DAY)

    response = signed_in.post("/pauses/", {"first_day": f"{TODAY + 2 * DAY}"})

    assert response.status_code == 422
    assert b"in a pause you have" in response.content
    assert Pause.objects.count() == 1
