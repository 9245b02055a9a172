"""The safety questions of a visitor: kept until sign-up, and never left behind by a log-in."""

import html

import pytest
from django.conf import settings

from points.questions import question
from routines.drafts import SESSION_KEY
from routines.models import Screening
from tests import make
from tests.routines.rows import answered
from tests.routines.views.test_screening import CLINICIAN, STOP, agree, post, walk


def log_in(client):
    client.post("/account/login/", {"login": "owner", "password": make.PASSWORD})


def test_a_visitor_s_answers_wait_in_the_session_and_come_along_at_sign_up(client, db):
    assert walk(client, "kidney") == "/account/signup/"

    client.post(
        "/account/signup/",
        {"username": "newcomer", "password1": make.PASSWORD, "zone": "Europe/Warsaw"},
    )

    row = Screening.objects.get()
    assert (row.owner.username, row.answers, row.outcome) == (
        "newcomer",
        {"kidney": "yes"},
        "limits",
    )
    assert SESSION_KEY not in client.session


def test_what_a_visitor_s_answers_advise_is_said_once_after_sign_up(client, db):
    walk(client, "rf_inflam")
    client.post("/account/signup/", {"username": "newcomer", "password1": make.PASSWORD})

    advice = question("rf_inflam").message
    assert advice in html.unescape(client.get("/").text)
    assert advice not in html.unescape(client.get("/").text)


def test_what_a_visitor_s_answers_advise_is_said_after_a_log_in(client, owner):
    walk(client, "rf_inflam")
    log_in(client)

    assert question("rf_inflam").message in html.unescape(client.get("/").text)


def test_a_visitor_who_was_stopped_is_stopped_after_sign_up(client, db):
    walk(client, "rf_saddle")

    client.post("/account/signup/", {"username": "newcomer", "password1": make.PASSWORD})

    assert Screening.objects.get().outcome == "stop"
    assert client.get(STOP).status_code == 200


def test_a_visitor_who_was_stopped_must_say_what_changed(client, db):
    walk(client, "rf_saddle")

    assert post(client, 1).status_code == 422
    assert walk(client, checked="mistake") == "/account/signup/"


def test_a_visitor_s_lock_opens_once_someone_agreed(client, db):
    assert walk(client, "pregnant") == CLINICIAN

    response = agree(client)

    assert response.url == "/account/signup/"
    assert client.session[SESSION_KEY]["agreed"] is True


@pytest.mark.parametrize("key", ["dvt", "pregnant", "rf_saddle"])
def test_what_a_visitor_answered_is_kept_at_the_log_in(client, owner, key):
    answered(owner, kidney="yes")
    walk(client, key)

    log_in(client)

    row = owner.screenings.latest_first().first()
    assert row.answers == {"kidney": "yes", key: "yes"}
    assert SESSION_KEY not in client.session


def test_a_visitor_s_answers_are_gone_after_a_day_and_a_log_in_lasts_as_ever(client, owner):
    response = post(client, 1)
    assert client.session.get_expiry_age() == 24 * 60 * 60
    assert response.cookies["session"]["max-age"] == 24 * 60 * 60
    walk(client, "kidney")
    assert client.session.get_expiry_age() == 24 * 60 * 60

    log_in(client)
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE

    post(client, 1)
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_sign_up_gives_the_session_its_usual_age(client, db):
    post(client, 1)

    client.post("/account/signup/", {"username": "newcomer", "password1": make.PASSWORD})

    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_unfinished_answers_of_a_visitor_are_not_kept(client, owner):
    post(client, 1)

    log_in(client)

    assert not Screening.objects.exists()
    assert client.session[SESSION_KEY]["screens"] == 1


def test_limits_still_in_the_session_open_no_session_without_them(client, owner):
    answered(owner)
    walk(client, "dvt")
    client.force_login(owner)  # a log-in that keeps nothing
    routine = make.routine(owner=owner)

    assert client.get(f"/sessions/new/?routine={routine.pk}").url == "/screening/1/"
    walk(client, "dvt")
    assert client.get(f"/sessions/new/?routine={routine.pk}").status_code == 200
    assert owner.screenings.latest_first().first().answers == {"dvt": "yes"}


def test_a_stop_met_before_logging_in_counts_until_new_answers(client, owner):
    answered(owner)
    walk(client, "rf_saddle")
    log_in(client)
    routine = make.routine(owner=owner)

    assert client.get(f"/sessions/new/?routine={routine.pk}").url == STOP
    assert client.get(STOP).status_code == 200
    assert post(client, 1).status_code == 422
    assert walk(client, checked="mistake") == "/"
    assert client.get(f"/sessions/new/?routine={routine.pk}").status_code == 200
