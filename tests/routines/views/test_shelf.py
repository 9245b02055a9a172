"""Routines, programmes, the week and single days."""

import datetime as dt

import pytest

from routines import actions
from routines.models import DayChoice, Pause, Plan, Programme, Routine
from tests import make
from tests.routines.rows import NOW, answered, readable

TODAY = NOW.today
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


def choose(client, day, choice):
    return client.post(f"/days/{day}/choose/", {"choice": choice}, follow=True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_shelf_shows_my_routines_in_the_same_number_of_queries(
    signed_in, owner, stranger, rows, django_assert_num_queries
):
    mine = [make.routine(owner=owner, name=f"Mine {n}") for n in range(rows)]
    for row in mine:
        make.plan(owner=owner, routine=row)
    make.routine(owner=stranger, name="Theirs")

    with django_assert_num_queries(8):  # who it is 2, calendar 3, routines 2, programmes
        page = signed_in.get("/routines/")

    assert list(page.context["own"]) == mine
    assert b"Theirs" not in page.content


def test_the_week_runs_from_monday_with_what_is_planned(signed_in, owner, routine):
    monday = TODAY - dt.timedelta(days=TODAY.weekday())
    make.plan(owner=owner, routine=routine, starts_on=monday, weekdays=[1, 2])
    Pause.objects.create(
        owner=owner, first_day=monday + dt.timedelta(days=6), last_day=monday + dt.timedelta(days=6)
    )

    week = signed_in.get("/routines/").context["week"]

    kinds = [day["kind"] for day in week]
    assert kinds[:7] == ["practice"] * 2 + ["rest"] * 4 + ["paused"]
    assert week[-1]["day"] >= TODAY + dt.timedelta(days=6)  # six days ahead can be moved
    assert [day["names"] for day in week[:3]] == [[routine.name], [routine.name], []]
    assert [day["is_today"] for day in week].index(True) == TODAY.weekday()


def test_a_routine_shows_what_was_changed_for_the_person_and_why(signed_in, owner):
    routine = make.routine(owner=owner, codes=("SP6", "PC6"))
    answered(owner, agreed=True, pregnant="yes")

    page = signed_in.get(f"/routines/{routine.pk}/").content.decode()

    assert "SP6" in page
    assert "Left out in pregnancy" in page


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"weekdays": ["0"]},
        {"weekdays": ["8"]},
        {"weekdays": ["x" * 10_000]},
        {"weekdays": ["\0"]},
        {"weekdays": ["1"], "ends_on": "soon"},
        {"weekdays": ["1"], "ends_on": "2001-01-01"},
        {"weekdays": ["1"], "ends_on": "🙂"},
    ],
)
def test_days_that_cannot_be_are_told_and_leave_the_plan(signed_in, owner, routine, fields):
    plan = make.plan(owner=owner, routine=routine, starts_on=dt.date(2001, 1, 1))

    response = signed_in.post(f"/routines/{routine.pk}/", fields)

    assert response.status_code == 422
    assert b"Not saved yet." in response.content
    kept = Plan.objects.get()
    assert (kept.pk, kept.weekdays, kept.ends_on) == (plan.pk, [1, 2, 3, 4, 5, 6, 7], None)


def test_days_are_saved_from_today_on(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY - dt.timedelta(days=9))

    response = signed_in.post(f"/routines/{routine.pk}/", {"weekdays": ["1", "3"]})

    assert response.url == f"/routines/{routine.pk}/"
    old, new = Plan.objects.order_by("pk")
    assert (old.ends_on, new.starts_on) == (TODAY - dt.timedelta(days=1), TODAY)
    assert (new.weekdays, new.owner) == ([1, 3], owner)


def test_a_routine_without_a_plan_gets_one(signed_in, owner, routine):
    signed_in.post(f"/routines/{routine.pk}/", {"weekdays": ["5"], "ends_on": f"{TOMORROW}"})

    plan = Plan.objects.get()
    assert (plan.owner, plan.routine, plan.weekdays) == (owner, routine, [5])
    assert (plan.starts_on, plan.ends_on) == (TODAY, TOMORROW)


@pytest.mark.parametrize("slug", ["article-set", "desk", "ball", "sciatica", "neck-shoulder",
                                  "wind-down", "pick-up"])  # fmt: skip
def test_a_programme_shows_its_evidence_and_dose(signed_in, slug):
    row = Programme.objects.get(slug=slug)

    page = signed_in.get(f"/programmes/{slug}/")

    assert page.context["programme"] == row
    assert page.context["changes"] == ()
    assert page.context["minutes"] <= 12


def test_a_programme_that_is_none_is_not_found(signed_in):
    assert signed_in.get("/programmes/none/").status_code == 404
    assert signed_in.post("/programmes/none/start/").status_code == 404


def test_a_programme_is_started_by_a_tap_and_twice_is_once(signed_in, owner):
    for _ in range(2):
        assert signed_in.post("/programmes/desk/start/").url == "/"

    assert Routine.objects.kept_by(owner).get().programme.slug == "desk"
    assert Plan.objects.kept_by(owner).get().starts_on == TODAY


def test_a_day_is_made_a_rest_another_routine_or_the_week_again(signed_in, owner, routine):
    choose(signed_in, TODAY, "rest")
    assert DayChoice.objects.get().routine is None

    choose(signed_in, TODAY, str(routine.pk))
    assert DayChoice.objects.get().routine == routine

    choose(signed_in, TODAY, "week")
    assert not DayChoice.objects.exists()


@pytest.mark.parametrize(
    "day", ["2001-01-01", "2026-02-31", "someday", "9999-12-31", "0000-00-00", "%00", "x" * 5000]
)
def test_a_day_that_cannot_be_chosen_is_told(signed_in, owner, day):
    page = choose(signed_in, day, "rest")

    assert b"That day could not be changed." in page.content
    assert not DayChoice.objects.exists()


@pytest.mark.parametrize("choice", ["", "x" * 10_000, "\0", "🙂", "-1", "9" * 30])
def test_a_choice_that_is_none_is_told(signed_in, choice):
    assert b"That day could not be changed." in choose(signed_in, TODAY, choice).content
    assert not DayChoice.objects.exists()


def test_a_stranger_s_routine_cannot_be_chosen(signed_in, stranger):
    theirs = make.routine(owner=stranger)

    assert b"That day could not be changed." in choose(signed_in, TODAY, str(theirs.pk)).content
    assert not DayChoice.objects.exists()


def test_today_offers_the_three_lengths_of_what_will_be_pressed(signed_in, owner):
    answered(owner)
    actions.start_first_programme(person=owner, today=TODAY)
    routine = readable(Routine.objects.kept_by(owner).get())

    page = signed_in.get("/?length=short")

    assert page.context["routine"] == routine
    assert [one["word"] for one in page.context["lengths"]] == ["5 min", "10 min", "30 min"]
    assert [one["chosen"] for one in page.context["lengths"]] == [True, False, False]
