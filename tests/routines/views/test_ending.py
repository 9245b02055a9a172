"""Going on with a session, ending it, and what is asked afterwards."""

import datetime as dt

import pytest

from routines.models import Preferences
from tests import make
from tests.routines.rows import NOW, answered, days_ago, started, tell, told


def session_url(session, tail=""):
    return f"/sessions/{session.key}/{tail}"


def test_a_session_is_resumed_where_it_was_left(signed_in, owner):
    session = started(owner)
    tell(signed_in, session, told(session, hold=0))

    page = signed_in.get(session_url(session))

    assert page.context["run"].current == 1
    assert page.context["hold"]["index"] == 1
    assert signed_in.get("/").context["resume"]["session"] == session


def test_an_old_session_is_not_offered_again(signed_in, owner):
    started(owner, moment=days_ago(1))

    assert signed_in.get("/").context["resume"] is None


@pytest.mark.parametrize("tail", ["finish/", "restart/"])
def test_a_session_is_ended_as_it_is(signed_in, owner, tail):
    session = started(owner)
    tell(signed_in, session, told(session))

    response = signed_in.post(session_url(session, tail))

    session.refresh_from_db()
    again = f"/sessions/new/?routine={session.routine_id}&length=usual"
    assert response.url == {"finish/": session_url(session, "after/"), "restart/": again}[tail]
    assert session.finished_at is not None
    assert session.pressed_seconds == 30
    assert signed_in.get(session_url(session)).url == session_url(session, "after/")


def test_a_session_whose_routine_is_gone_restarts_at_today(signed_in, owner):
    session = started(owner)
    session.routine.delete()

    assert signed_in.post(session_url(session, "restart/")).url == "/"


def test_pain_after_is_saved_by_one_tap_and_shown(signed_in, owner):
    session = started(owner)

    response = signed_in.post(session_url(session, "after/"), {"pain_after": 3})

    assert response.url == session_url(session, "after/")
    session.refresh_from_db()
    assert session.pain_after == 3
    assert signed_in.get(response.url).context["form"]["pain_after"].value() == 3


@pytest.mark.parametrize("pain", ["", "11", "-1", "x", "🙂", "\0", "9" * 10_000])
def test_pain_that_is_no_number_from_0_to_10_is_told(signed_in, owner, pain):
    session = started(owner)

    response = signed_in.post(session_url(session, "after/"), {"pain_after": pain})

    assert response.status_code == 422
    session.refresh_from_db()
    assert session.pain_after is None


def test_the_morning_is_asked_about_one_session_of_yesterday_and_can_be_changed(signed_in, owner):
    answered(owner)
    yesterday = NOW.today - dt.timedelta(days=1)
    early, late = (make.practice(owner=owner, day=yesterday, hour=hour) for hour in (8, 18))
    assert signed_in.get("/").context["asked"] == late

    assert signed_in.post(session_url(late, "morning/"), {"next_morning": "easier"}).url == "/"

    late.refresh_from_db()
    assert late.next_morning == "easier"
    page = signed_in.get("/")
    assert page.context["asked"] == late
    assert 'value="easier" aria-pressed="true"' in page.content.decode()
    early.refresh_from_db()
    assert early.next_morning == ""

    signed_in.post(session_url(late, "morning/"), {"next_morning": "same"})

    late.refresh_from_db()
    assert late.next_morning == "same"


@pytest.mark.parametrize("days", [0, 2])
def test_the_morning_of_no_other_day_is_asked(signed_in, owner, days):
    answered(owner)
    make.practice(owner=owner, day=NOW.today - dt.timedelta(days=days), hour=1)

    assert signed_in.get("/").context["asked"] is None


@pytest.mark.parametrize("answer", ["", "better", "x" * 10_000, "\0"])
def test_a_morning_that_is_no_answer_changes_nothing(signed_in, owner, answer):
    session = make.practice(owner=owner)

    assert signed_in.post(session_url(session, "morning/"), {"next_morning": answer}).url == "/"

    session.refresh_from_db()
    assert session.next_morning == ""


def test_a_point_skipped_as_out_of_reach_can_be_left_out_from_now_on(signed_in, owner):
    session = started(owner)
    codes = [hold["code"] for hold in session.snapshot["holds"]]
    tell(signed_in, session, told(session, kind="skip", reason="cant_reach", pressed_seconds=0))
    page = signed_in.get(session_url(session, "after/"))
    assert page.context["unreached"] == [codes[0]]

    answer = signed_in.post(session_url(session, "reach/"), {"code": codes[0]})

    assert answer.url == session_url(session, "after/")
    assert Preferences.objects.get(owner=owner).out_of_reach == [codes[0]]
    assert signed_in.get(session_url(session, "after/")).context["unreached"] == []


@pytest.mark.parametrize("code", ["", "GB30", "\0", "x" * 10_000])
def test_a_point_that_was_not_in_the_session_is_not_left_out(signed_in, owner, code):
    session = started(owner)
    signed_in.post(session_url(session, "reach/"), {"code": code})

    assert Preferences.objects.get(owner=owner).out_of_reach == []
