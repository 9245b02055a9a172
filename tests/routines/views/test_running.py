"""Starting, running and ending a session: nobody gets around the answers."""

from uuid import uuid4

import pytest

from routines.models import Session
from tests import make
from tests.routines.rows import NOW, answered, days_ago, started

STOP, CLINICIAN, FIRST = "/screening/result/", "/screening/next/", "/screening/1/"


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


def start(client, routine, **extra):
    usual = {"routine": routine.pk, "length": "usual", "key": str(uuid4())}
    return client.post("/sessions/", usual | extra)


def session_url(session, tail=""):
    return f"/sessions/{session.key}/{tail}"


CLOSED = [
    ({}, 91, FIRST),
    ({"rf_saddle": "yes"}, 0, STOP),
    ({"rf_saddle": "yes"}, 91, STOP),
    ({"rf_clot": "unsure"}, 0, STOP),
    ({"pregnant": "yes"}, 0, CLINICIAN),
    ({"pregnant": "yes"}, 91, FIRST),
]


@pytest.mark.parametrize(("answers", "days", "door"), CLOSED)
def test_no_session_begins_or_goes_on_under_answers_that_close_it(
    signed_in, owner, routine, answers, days, door
):
    session = started(owner, routine=routine, moment=days_ago(100))
    answered(owner, moment=days_ago(days), **answers)

    pages = [
        signed_in.get(f"/sessions/new/?routine={routine.pk}"),
        start(signed_in, routine),
        signed_in.get(session_url(session)),
    ]

    assert [(page.status_code, page.url) for page in pages] == [(302, door)] * 3
    assert Session.objects.get() == session


def test_answers_to_other_questions_open_no_session(signed_in, owner, routine):
    session = started(owner, routine=routine)
    owner.screenings.update(rules_version="earlier")

    pages = [
        signed_in.get(f"/sessions/new/?routine={routine.pk}"),
        start(signed_in, routine),
        signed_in.get(session_url(session)),
    ]

    assert [(page.status_code, page.url) for page in pages] == [(302, FIRST)] * 3
    assert Session.objects.get() == session


def test_without_answers_nothing_begins(signed_in, routine):
    assert signed_in.get(f"/sessions/new/?routine={routine.pk}").url == FIRST
    assert start(signed_in, routine).url == FIRST
    assert not Session.objects.exists()


def test_starting_asks_about_the_skin_at_the_points_that_will_be_pressed(signed_in, owner):
    routine = make.routine(owner=owner, codes=("SP6", "PC6"))
    answered(owner, agreed=True, pregnant="yes")

    page = signed_in.get(f"/sessions/new/?routine={routine.pk}&length=short")

    codes = list(page.context["places"])
    assert "SP6" not in codes
    assert "PC6" in codes
    assert len(codes) == 2
    assert page.context["form"]["length"].value() == "short"
    start(signed_in, routine, sore=[codes[0]])
    held = {hold["code"] for hold in Session.objects.get().snapshot["holds"]}
    assert held == {"PC6"}


def test_a_strange_length_is_the_usual_one(signed_in, owner, routine):
    answered(owner)

    page = signed_in.get(f"/sessions/new/?routine={routine.pk}&length=\0{'x' * 9000}")

    assert page.context["form"]["length"].value() == "usual"


def test_start_makes_one_session_and_leads_to_it(signed_in, owner, routine):
    screening, key = answered(owner), str(uuid4())

    first, second = (start(signed_in, routine, key=key, pain_before=4) for _ in range(2))

    session = Session.objects.get()
    assert first.url == second.url == session_url(session)
    assert (session.screening, session.pain_before, str(session.key)) == (screening, 4, key)
    assert signed_in.get(first.url).status_code == 200


def test_the_same_key_with_other_answers_is_told_and_starts_nothing(signed_in, owner, routine):
    answered(owner)
    key = str(uuid4())
    start(signed_in, routine, key=key, pain_before=4)

    response = start(signed_in, routine, key=key, pain_before=7)

    assert response.status_code == 409
    assert b"has started a session before" in response.content
    assert response.context["form"]["key"].value() != key
    assert b'value="7" checked' in response.content
    assert Session.objects.get().pain_before == 4


@pytest.mark.parametrize(
    ("check", "key", "door"),
    [
        ("new_numbness", "rf_leg_weakness", STOP),
        ("bladder_bowels", "rf_bladder_bowel", STOP),
        ("leg_swelling", "rf_clot", STOP),
        ("new_injury", "rf_trauma", STOP),
        ("fever", "rf_infection", CLINICIAN),
    ],
)
def test_the_ten_second_check_closes_the_routines(signed_in, owner, routine, check, key, door):
    answered(owner, agreed=True, rf_cancer="yes")

    response = start(signed_in, routine, checks=[check])

    assert response.url == door
    newest = owner.screenings.latest_first().first()
    assert (newest.answers, newest.cleared) == ({"rf_cancer": "yes", key: "yes"}, False)
    assert not Session.objects.exists()
    assert start(signed_in, routine).url == door


def test_the_ten_second_check_keeps_the_day_of_the_questions(signed_in, owner, routine):
    answered(owner, moment=days_ago(80))

    start(signed_in, routine, checks=["fever"])

    newest = owner.screenings.latest_first().first()
    assert (newest.local_date, newest.asked_on) == (NOW.today, days_ago(80).today)


def test_great_pain_is_asked_twice_and_then_believed(signed_in, owner, routine):
    answered(owner)

    asked = start(signed_in, routine, pain_before=9)
    assert asked.status_code == 422
    assert b"That is a lot of pain." in asked.content
    assert b'href="/sessions/new/?short=gentle">Three gentle minutes instead' in asked.content
    assert not Session.objects.exists()

    start(signed_in, routine, pain_before=9, sure="on")
    assert Session.objects.get().pain_before == 9


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain_before": "11"}, {"pain_before": "-1"}, {"pain_before": "🙂"}, {"pain_before": "\0"},
        {"key": "none"}, {"key": "x" * 10_000}, {"length": "long"}, {"checks": ["other"]},
        {"sore": ["ST36"]}, {"sore": ["\0"]},
    ],
)  # fmt: skip
def test_a_start_that_cannot_be_read_is_told_and_keeps_what_was_marked(
    signed_in, owner, routine, wrong
):
    answered(owner)

    response = start(signed_in, routine, **({"checks": ["fever"]} | wrong))

    assert response.status_code == 422
    assert b"Not saved yet." in response.content
    assert "checks" in wrong or b'value="fever" checked' in response.content
    assert not Session.objects.exists()


@pytest.mark.parametrize("pk", ["", "0", "x", "-1", "1.5", "9" * 19, "9" * 10_000, "٣", "\0"])
def test_a_routine_that_is_none_is_not_found(signed_in, owner, pk):
    answered(owner)

    assert signed_in.get("/sessions/new/", {"routine": pk}).status_code == 404
    assert signed_in.post("/sessions/", {"routine": pk}).status_code == 404


def test_a_stranger_s_and_an_archived_routine_are_not_found(signed_in, owner, stranger, routine):
    answered(owner)
    routine.archived_on = NOW.today
    routine.save()

    for row in (make.routine(owner=stranger), routine):
        assert signed_in.get(f"/sessions/new/?routine={row.pk}").status_code == 404
        assert start(signed_in, row).status_code == 404


def test_a_routine_with_nothing_left_says_so(signed_in, owner):
    routine = make.routine(owner=owner, codes=("PC6",))
    answered(owner)

    response = start(signed_in, routine, sore=["PC6"])

    assert response.status_code == 422
    assert b"nothing of this routine is left" in response.content


def test_the_player_stops_being_shown_when_the_answers_have_become_stricter(signed_in, owner):
    session = started(owner)
    assert signed_in.get(session_url(session)).status_code == 200

    answered(owner)  # the same again
    assert signed_in.get(session_url(session)).status_code == 200

    answered(owner, agreed=True, pregnant="yes")
    response = signed_in.get(session_url(session))
    assert response.url == f"/sessions/new/?routine={session.routine_id}&length=usual"


def test_a_session_of_older_rules_or_unknown_answers_is_started_anew(signed_in, owner):
    session = started(owner)
    again = f"/sessions/new/?routine={session.routine_id}&length=usual"

    Session.objects.update(screening=None)
    answered(owner)
    assert signed_in.get(session_url(session)).url == again

    session.snapshot["rules_version"] = "older"
    session.save()
    assert signed_in.get(session_url(session)).url == again


def test_a_first_session_is_not_asked_since_which_time(signed_in, owner):
    answered(owner)
    page = f"/sessions/new/?routine={make.routine(owner=owner).pk}"
    assert "Before the first press, any of these?" in signed_in.get(page).content.decode()

    make.practice(owner=owner)

    assert "Since last time, any of these?" in signed_in.get(page).content.decode()
