"""Routines, programmes, the week and single days."""

import datetime as dt

import pytest

from routines import actions
from routines.models import Plan, Programme, Routine
from tests import make
from tests.routines.rows import NOW, answered, readable

TODAY = NOW.today


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_shelf_shows_my_routines_in_the_same_number_of_queries(
    signed_in, owner, stranger, rows, django_assert_num_queries
):
    mine = [make.routine(owner=owner, name=f"Mine {n}") for n in range(rows)]
    for row in mine:
        make.plan(owner=owner, routine=row)
    make.routine(owner=stranger, name="Theirs")

    with django_assert_num_queries(10):  # who it is 2, calendar 3, sessions, routines 3, programmes
        page = signed_in.get("/routines/")

    assert list(page.context["own"]) == mine
    assert b"Theirs" not in page.content


def test_the_shelf_shows_today_and_six_days_after(signed_in, owner, routine):
    make.plan(owner=owner, routine=routine, starts_on=TODAY)
    make.pause(owner=owner, first_day=TODAY + dt.timedelta(days=6))

    days = signed_in.get("/routines/").context["days"]

    assert [one.day for one in days] == [TODAY + dt.timedelta(days=n) for n in range(7)]
    assert [one.state for one in days] == ["planned"] * 6 + ["paused"]


def test_a_routine_says_on_which_days_it_is(signed_in, owner, routine):
    assert b"not in your week" in signed_in.get(f"/routines/{routine.pk}/").content

    make.plan(owner=owner, routine=routine, starts_on=TODAY)

    assert b"Every day." in signed_in.get(f"/routines/{routine.pk}/").content


def test_a_routine_shows_what_was_changed_for_the_person_and_why(signed_in, owner):
    routine = make.routine(owner=owner, codes=("SP6", "PC6"))
    answered(owner, agreed=True, pregnant="yes")

    page = signed_in.get(f"/routines/{routine.pk}/").content.decode()

    assert "SP6" in page
    assert "Left out in pregnancy" in page


def test_a_routine_offers_no_start_until_the_safety_answers_allow_one(signed_in, owner, routine):
    path = f"/routines/{routine.pk}/"
    assert b"length=usual" not in signed_in.get(path).content
    answered(owner)
    assert b"length=usual" in signed_in.get(path).content

    answered(owner, pregnant="yes")
    page = signed_in.get(path).content

    assert b"length=usual" not in page
    assert b"What comes first" in page


SENTENCES = {
    "unanswered": "Answer the safety questions first.",
    "stop": "Your safety answers say to get medical help first.",
    "clinician": "Your safety answers say to see someone first.",
}


@pytest.mark.parametrize("barrier", SENTENCES)
@pytest.mark.parametrize("path", ["/programmes/desk/", "/routines/new/"])
def test_a_page_of_points_says_why_none_may_be_pressed_and_calls_none_fine(
    signed_in, owner, path, barrier
):
    if barrier != "unanswered":
        answered(owner, **{"rf_saddle" if barrier == "stop" else "pregnant": "unsure"})

    page = signed_in.get(path).text

    assert SENTENCES[barrier] in page
    for wrong in ("fine for you", "Nothing has to be changed", "/programmes/desk/start/"):
        assert wrong not in page


@pytest.mark.parametrize(
    ("answers", "way"),
    [
        ({}, "/screening/1/"),
        ({"rf_saddle": "unsure"}, "/screening/result/"),
        ({"pregnant": "yes"}, "/screening/next/"),
    ],
)
def test_no_programme_is_started_before_one_may_press(signed_in, owner, answers, way):
    if answers:
        answered(owner, **answers)

    assert signed_in.post("/programmes/desk/start/").url == way
    assert not Plan.objects.kept_by(owner).exists()


def test_a_programme_that_is_changed_says_that_its_words_are_about_the_unchanged_one(
    signed_in, owner
):
    answered(owner)
    assert "as it was written" not in signed_in.get("/programmes/ball/").text

    answered(owner, blood_thinner="yes")
    assert "as it was written" in signed_in.get("/programmes/ball/").text


@pytest.mark.parametrize("slug", ["article-set", "desk", "ball", "sciatica", "neck-shoulder",
                                  "wind-down", "pick-up"])  # fmt: skip
def test_a_programme_shows_its_evidence_and_dose(signed_in, slug):
    row = Programme.objects.get(slug=slug)

    page = signed_in.get(f"/programmes/{slug}/")

    assert page.context["programme"] == row
    assert page.context["changes"] == ()
    assert page.context["minutes"] <= 12


def test_half_of_what_is_advised_is_told_of_the_study_that_saw_it(signed_in):
    page = signed_in.get("/programmes/wind-down/").text

    assert 'In <a href="/evidence/#kawi2021">a study of an ear-pressing app</a>, people did' in page
    assert '<tr id="kawi2021">' in signed_in.get("/evidence/").text


def test_a_programme_that_is_none_is_not_found(signed_in):
    assert signed_in.get("/programmes/none/").status_code == 404
    assert signed_in.post("/programmes/none/start/").status_code == 404


def test_a_programme_is_started_by_a_tap_and_twice_is_once(signed_in, owner):
    answered(owner)
    for _ in range(2):
        assert signed_in.post("/programmes/desk/start/").url == "/"

    assert Routine.objects.kept_by(owner).get().programme.slug == "desk"
    assert Plan.objects.kept_by(owner).get().starts_on == TODAY


def test_today_offers_the_three_lengths_of_what_will_be_pressed(signed_in, owner):
    answered(owner)
    actions.start_first_programme(person=owner, today=TODAY)
    routine = readable(Routine.objects.kept_by(owner).get())

    page = signed_in.get("/?length=short")

    assert page.context["routine"] == routine
    assert [one["word"] for one in page.context["lengths"]] == ["5 min", "10 min", "30 min"]
    assert [one["chosen"] for one in page.context["lengths"]] == [True, False, False]


def test_today_offers_minutes_that_are_the_same_once(signed_in, owner):
    answered(owner, blood_thinner="yes")
    actions.start_first_programme(person=owner, today=TODAY)

    for asked, chosen in (("full", "usual"), ("usual", "usual"), ("short", "short")):
        told = signed_in.get(f"/?length={asked}").context["lengths"]
        words = [one["word"] for one in told]
        assert words == list(dict.fromkeys(words))
        assert [one["value"] for one in told] == ["short", "usual"]
        assert [one["value"] for one in told if one["chosen"]] == [chosen]
