"""What a device and the plain form tell of a session."""

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from routines.models import Session, SessionEvent
from tests.routines.rows import NOW, started, tell, told


@pytest.fixture
def session(owner):
    return started(owner)


def body_of(response):
    assert response["Content-Type"] == "application/json"
    return response.status_code, response.json()


def refused(response):
    status, said = body_of(response)
    assert set(said) == {"error"}
    assert said["error"].endswith(".")
    return status


def test_an_event_is_kept_and_echoed_with_the_sums(signed_in, session):
    body = told(session)

    answer = body_of(tell(signed_in, session, body))

    assert answer == (200, {"key": body["key"], "holds_done": 1, "pressed_seconds": 30})
    assert body_of(tell(signed_in, session, body)) == answer
    assert SessionEvent.objects.count() == 1


def test_the_same_key_with_another_body_is_a_conflict(signed_in, session):
    body = told(session)
    tell(signed_in, session, body)

    assert refused(tell(signed_in, session, body | {"hold": 1})) == 409
    assert SessionEvent.objects.get().hold == 0


def test_an_expired_log_in_is_401_and_never_a_page(client, session):
    assert refused(tell(client, session, told(session))) == 401


def test_a_stranger_s_session_is_404_and_kept_empty(client, stranger, session):
    client.force_login(stranger)

    assert refused(tell(client, session, told(session, person=stranger.pk))) == 404
    assert not SessionEvent.objects.exists()


@pytest.mark.parametrize("person", [0, "", None, "x", 10**30])
def test_an_event_that_someone_else_kept_is_a_conflict(signed_in, session, person):
    assert refused(tell(signed_in, session, told(session, person=person))) == 409


def test_an_event_of_the_stranger_in_the_owner_s_session_is_a_conflict(
    signed_in, stranger, session
):
    assert refused(tell(signed_in, session, told(session, person=stranger.pk))) == 409
    assert not SessionEvent.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", '"x"', "\0", "[" * 100_000, "NaN", b"\xff", "9" * 5000]
)
def test_what_is_no_json_object_cannot_be_read(signed_in, session, text):
    assert refused(tell(signed_in, session, text)) == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": None}, {"key": "x" * 10_000}, {"kind": "jump"}, {"kind": None}, {"hold": 4},
        {"hold": -1}, {"hold": "x"}, {"hold": None}, {"hold": 10**30}, {"hold": [0]},
        {"pressed_seconds": -1}, {"pressed_seconds": 601}, {"pressed_seconds": "9" * 4000},
        {"reason": "bored"}, {"reason": "\0"}, {"feel": "🙂"}, {"feel": "x" * 10_000},
        {"happened_at": "yesterday"}, {"happened_at": None}, {"happened_at": "2026-02-31T00:00Z"},
        {"happened_at": "0001-01-01T00:00:00+14:00"}, {"happened_at": "9999-12-31T23:59:59-14:00"},
    ],
)  # fmt: skip
def test_an_event_that_makes_no_sense_is_told_and_changes_nothing(signed_in, session, wrong):
    assert refused(tell(signed_in, session, told(session, **wrong))) == 422
    assert not SessionEvent.objects.exists()


@pytest.mark.parametrize("kind", ["pause", "resume", "finish"])
def test_what_is_told_of_the_session_is_kept_without_seconds(signed_in, session, kind):
    body = told(session, kind=kind, hold=1)

    for _ in range(2):
        answer = body_of(tell(signed_in, session, body))
        assert answer == (200, {"key": body["key"], "holds_done": 0, "pressed_seconds": 0})

    kept = SessionEvent.objects.get()
    assert (kept.kind, kept.hold, kept.pressed_seconds) == (kind, 1, 0)
    session.refresh_from_db()
    assert (session.finished_at is None) is (kind != "finish")


def test_a_session_may_end_behind_its_last_hold_and_pause_only_at_one(signed_in, session):
    assert tell(signed_in, session, told(session, kind="finish", hold=4)).status_code == 200
    assert refused(tell(signed_in, session, told(session, kind="finish", hold=5))) == 422
    assert refused(tell(signed_in, session, told(session, kind="pause", hold=4))) == 422


def test_a_late_end_is_when_it_was_whatever_the_phone_s_clock_shows(signed_in, session):
    wrong = timezone.now() + dt.timedelta(days=400)
    Session.objects.update(occurred_at=timezone.now() - dt.timedelta(hours=3))
    told_late = {
        "happened_at": (wrong - dt.timedelta(hours=2)).isoformat(),
        "sent_at": wrong.isoformat(),
    }

    tell(signed_in, session, told(session, kind="finish", **told_late))

    session.refresh_from_db()
    ago = timezone.now() - session.finished_at
    assert dt.timedelta(hours=2) <= ago < dt.timedelta(hours=2, minutes=1)


def test_the_same_event_sent_again_later_is_the_same(signed_in, session):
    body = told(session)
    for minute in (1, 2):
        sent_at = (NOW.at + dt.timedelta(minutes=minute)).isoformat()
        assert tell(signed_in, session, body | {"sent_at": sent_at}).status_code == 200

    assert SessionEvent.objects.count() == 1


def test_no_store_keeps_an_answer(client, session):
    answer = tell(client, session, told(session))

    assert "no-store" in answer.headers["Cache-Control"]


def test_a_clock_that_is_years_off_loses_nothing(signed_in, session):
    assert (
        tell(signed_in, session, told(session, happened_at="1970-01-01T00:00:00Z")).status_code
        == 200
    )


def test_a_missing_number_of_seconds_is_none(signed_in, session):
    body = told(session, kind="feel", feel="good")
    del body["pressed_seconds"]

    assert tell(signed_in, session, body).json()["pressed_seconds"] == 0


def test_events_come_in_any_order_and_after_the_end(signed_in, session):
    signed_in.post(f"/sessions/{session.key}/finish/")

    for hold in (3, 1, 0, 2):
        answer = tell(signed_in, session, told(session, hold=hold)).json()

    assert (answer["holds_done"], answer["pressed_seconds"]) == (4, 120)
    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds) == (4, 120)


def test_a_forged_event_is_refused(owner, session):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)

    assert tell(client, session, told(session)).status_code == 403


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_events_are_posted(signed_in, session, method):
    assert getattr(signed_in, method)(f"/sessions/{session.key}/events/").status_code == 405


def press(client, session, **fields):
    usual = {"hold": "0", "action": "done", "key": str(uuid4())}
    return client.post(f"/sessions/{session.key}/holds/", usual | fields, follow=True)


def test_a_session_is_run_to_its_end_without_scripts(signed_in, session):
    for hold in range(3):
        page = press(signed_in, session, hold=hold)
        assert page.context["run"].current == hold + 1
    page = press(signed_in, session, hold=3, action="skip", reason="cant_reach")

    assert page.redirect_chain[-1][0] == f"/sessions/{session.key}/after/"
    session.refresh_from_db()
    assert (session.holds_done, session.pressed_seconds) == (3, 90)
    assert session.finished_at is not None
    assert signed_in.get("/").context["resume"] is None


def test_the_page_s_own_key_pressed_twice_counts_once(signed_in, session):
    key = str(uuid4())
    for _ in range(2):
        press(signed_in, session, key=key)

    assert SessionEvent.objects.count() == 1


def test_a_skip_presses_nothing_whatever_is_posted(signed_in, session):
    press(signed_in, session, action="skip", pressed_seconds="500")

    assert SessionEvent.objects.get().pressed_seconds == 0


@pytest.mark.parametrize(
    "wrong", [{"hold": ""}, {"hold": "4"}, {"hold": "9" * 10_000}, {"hold": "²"}, {"key": "\0"}]
)
def test_a_hold_that_is_none_is_told_in_the_page(signed_in, session, wrong):
    page = press(signed_in, session, **wrong)

    assert page.status_code == 200
    assert b"That was not kept." in page.content
    assert not SessionEvent.objects.exists()


def test_a_stranger_presses_nothing(client, stranger, session):
    client.force_login(stranger)

    assert press(client, session).status_code == 404
    assert not SessionEvent.objects.exists()
