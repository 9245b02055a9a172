"""Going on with a session, ending it, and what is asked afterwards."""

import datetime as dt
import re
from uuid import uuid4

import pytest

from points.models import Point
from routines.models import Preferences
from tests import make
from tests.routines.rows import NOW, answered, days_ago, started, tell, told

NOT_IN_USE = "{} is not among your routines now. Choose what to press next."


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

    page = signed_in.post(session_url(session, "restart/"), follow=True)

    assert page.redirect_chain == [("/", 302)]
    assert NOT_IN_USE.format(session.name) in page.content.decode()


@pytest.mark.parametrize("change", [{"retired": True}, {"exclude_if": ["hip_replacement"]}])
def test_a_session_with_a_point_that_was_withdrawn_since_starts_once_more(signed_in, owner, change):
    session = started(owner, screening=answered(owner, hip_replacement="yes"))
    assert signed_in.get(session_url(session)).status_code == 200
    Point.objects.coded(["PC6"]).update(**change)

    sent_on = signed_in.get(session_url(session), follow=True)

    assert sent_on.redirect_chain[0][0].startswith("/sessions/new/?routine=")
    assert "What you may press has changed since. Start once more." in sent_on.text


@pytest.mark.parametrize("is_outlived", [False, True])
def test_a_session_whose_routine_was_put_away_starts_again_at_today(signed_in, owner, is_outlived):
    session = started(owner)
    session.routine.archived_on = NOW.today
    session.routine.save()

    if is_outlived:
        answered(owner, agreed=True, pregnant="yes")
        page = signed_in.get(session_url(session), follow=True)
    else:
        page = signed_in.post(session_url(session, "restart/"), follow=True)

    assert page.redirect_chain == [("/", 302)]
    assert page.status_code == 200
    assert NOT_IN_USE.format(session.name) in page.content.decode()


def test_pain_after_is_saved_by_one_tap_and_shown(signed_in, owner):
    session = started(owner)

    response = signed_in.post(session_url(session, "after/"), {"pain_after": 3})

    assert response.url == session_url(session, "after/#saved")
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


def after(client, session, **fields):
    return client.post(session_url(session, "after/"), fields)


def words(client, session):
    page = client.get(session_url(session, "after/")).content.decode()
    return " ".join(re.sub("<[^>]*>", " ", page).split())


def test_a_session_in_which_nothing_was_pressed_is_told_plainly(signed_in, owner):
    told_words = words(signed_in, started(owner))

    assert "Nothing pressed this time" in told_words
    assert "2 minutes were planned" in told_words
    assert "%" not in told_words


@pytest.mark.parametrize(
    ("seconds", "head", "share"),
    [
        ([1], "You pressed 1&nbsp;s of 2 minutes", "1&nbsp;%"),
        ([30], "You pressed 30&nbsp;s of 2 minutes", "25&nbsp;%"),
        ([30, 30, 13], "You pressed 1 of 2 minutes", "61&nbsp;%"),
        ([30, 30, 30, 30], "You pressed 2 of 2 minutes", "100&nbsp;%"),
    ],
)
def test_how_much_was_pressed_is_a_share_of_the_plan(signed_in, owner, seconds, head, share):
    session = started(owner)
    for hold, pressed in enumerate(seconds):
        tell(signed_in, session, told(session, kind="part", hold=hold, pressed_seconds=pressed))

    told_words = words(signed_in, session)

    assert head in told_words
    assert f"You pressed {share} of the plan." in told_words


@pytest.mark.parametrize(
    ("before", "now", "is_asked"), [(3, 5, True), (5, 5, False), (None, 9, False)]
)
def test_soreness_is_asked_about_where_it_hurts_more(signed_in, owner, before, now, is_asked):
    session = started(owner, pain_before=before)
    at_first = signed_in.get(session_url(session, "after/")).content.decode()
    assert ("hurts more" in at_first, at_first.count('name="noticed"')) == (False, 1)
    after(signed_in, session, pain_after=now)

    page = signed_in.get(session_url(session, "after/")).content.decode()

    assert page.count('name="noticed"') == 1
    assert ("hurts more than before" in page) is is_asked
    assert ("Sore where you pressed, or a bruise?" in page) is not is_asked
    assert ("rest from pressing for two days" in page) is is_asked
    assert ("newly numb or weak, do not press again" in page) is is_asked


def test_what_was_noticed_is_saved_shown_and_can_be_changed(signed_in, owner):
    session = started(owner, pain_before=3)
    after(signed_in, session, pain_after=5)

    answer = after(signed_in, session, noticed="on", sore_after="on", after_note="Left side.")

    assert answer.url == session_url(session, "after/#noted")
    session.refresh_from_db()
    assert (session.sore_after, session.bruised_after) == (True, False)
    assert (session.after_note, session.pain_after) == ("Left side.", 5)
    assert session.after_at is not None
    assert "Noted. Sore where you pressed. Left side." in words(signed_in, session)
    assert "Sore where you pressed. Left side." in " ".join(
        signed_in.get(f"/history/{session.key}/").content.decode().split()
    )

    after(signed_in, session, noticed="on", bruised_after="on")

    session.refresh_from_db()
    assert (session.sore_after, session.bruised_after, session.after_note) == (False, True, "")


def test_a_bruise_of_the_next_day_is_noted_without_a_number(signed_in, owner):
    session = make.practice(owner=owner, day=NOW.today - dt.timedelta(days=1))
    page = signed_in.get(f"/history/{session.key}/").content.decode()
    assert f'href="{session_url(session, "after/")}">Note soreness or a bruise' in page

    after(signed_in, session, noticed="on", bruised_after="on")

    session.refresh_from_db()
    assert (session.bruised_after, session.pain_after) == (True, None)
    assert "Noted. A bruise." in words(signed_in, session)


def test_nothing_has_to_be_noticed(signed_in, owner):
    session = started(owner, pain_before=3)
    after(signed_in, session, pain_after=5)

    assert after(signed_in, session, noticed="on").status_code == 302
    session.refresh_from_db()
    assert not session.is_noted


@pytest.mark.parametrize("note", ["x" * 501, "a\0b"])
def test_a_note_that_cannot_be_kept_is_told_and_comes_back_as_typed(signed_in, owner, note):
    session = started(owner, pain_before=3, key=uuid4())
    after(signed_in, session, pain_after=5)

    answer = after(signed_in, session, noticed="on", bruised_after="on", after_note=note)

    assert answer.status_code == 422
    assert note in answer.content.decode().replace("\ufffd", "\0")
    assert 'name="bruised_after"' in answer.content.decode()
    session.refresh_from_db()
    assert not session.is_noted


def test_a_stranger_notes_nothing(client, owner, stranger):
    session = started(owner)
    client.force_login(stranger)

    assert after(client, session, noticed="on", sore_after="on").status_code == 404
    session.refresh_from_db()
    assert not session.sore_after


def test_what_was_noticed_is_told_in_the_diary_and_in_the_list(signed_in, owner):
    make.practice(owner=owner, bruised_after=True, after_note="Blue spot " + "x" * 80)
    make.practice(owner=owner, sore_after=True)

    diary = signed_in.get(f"/journal/days/{make.MONDAY}/").content.decode()
    history = signed_in.get("/history/").content.decode()

    for page in (diary, history):
        assert ("sore after" in page, "a bruise after" in page) == (True, True)
    assert "Blue spot" in diary


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
