"""How it was after a session, as a device tells it late: once, in any order, and taken back."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import make
from tests.routines.rows import started
from tests.routines.views.test_keeping import hours_ago, refused, send


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner)


def after(client, session, **body):
    usual = {"pain_after": None, "sore_after": None, "bruised_after": None, "after_note": ""}
    path = f"/sessions/{session.key}/after/kept/"
    return send(client, session.owner, path, **(usual | body))


def kept_after(session):
    session.refresh_from_db()
    return session.pain_after, session.sore_after, session.bruised_after, session.after_note


def test_how_it_was_is_kept_once(signed_in, owner, routine):
    session, key = started(owner, routine=routine), str(uuid4())
    body = {"pain_after": 4, "sore_after": True, "bruised_after": True, "after_note": "Left."}

    for _ in range(2):
        answer = after(signed_in, session, key=key, **body)
        assert (answer.status_code, answer.json()) == (200, {"key": key})

    assert kept_after(session) == (4, True, True, "Left.")
    for other in ({"pain_after": 5}, {"sore_after": False}, {"after_note": "Right."}):
        refused(after(signed_in, session, key=key, **(body | other)), 409)
    assert kept_after(session) == (4, True, True, "Left.")


def test_of_two_devices_the_later_number_counts_and_nothing_noticed_is_lost(
    signed_in, owner, routine
):
    session = started(owner, routine=routine, moment=hours_ago(4))
    early, late = (hours_ago(hours).at.isoformat() for hours in (3, 2))

    after(signed_in, session, pain_after=6, bruised_after=True, happened_at=late)
    after(signed_in, session, pain_after=3, sore_after=True, after_note="Hm.", happened_at=early)

    assert kept_after(session) == (6, True, True, "Hm.")

    after(signed_in, session, pain_after=None, after_note="Better.")

    assert kept_after(session) == (6, True, True, "Hm.\nBetter.")


def test_an_answer_on_the_page_is_later_than_one_that_waited(signed_in, owner, routine):
    session = started(owner, routine=routine, moment=hours_ago(4))
    signed_in.post(f"/sessions/{session.key}/after/", {"pain_after": 2})

    after(signed_in, session, pain_after=7, happened_at=hours_ago(3).at.isoformat())

    assert kept_after(session)[0] == 2


def test_a_tick_taken_back_on_the_page_stays_so_when_the_device_sends_again(
    signed_in, owner, routine
):
    session, key = started(owner, routine=routine), str(uuid4())
    after(signed_in, session, key=key, bruised_after=True)
    signed_in.post(f"/sessions/{session.key}/after/", {"noticed": "on"})

    assert after(signed_in, session, key=key, bruised_after=True).status_code == 200
    assert kept_after(session) == (None, False, False, "")


def ticked(client, session, sore, seconds, **body):
    """What a device tells of a tick, so many seconds after the session began."""
    then = session.occurred_at + dt.timedelta(seconds=seconds)
    answer = after(client, session, sore_after=sore, happened_at=then.isoformat(), **body)
    assert answer.status_code == 200
    return kept_after(session)


def test_a_tick_made_by_mistake_is_taken_back_by_the_next_message(signed_in, owner, routine):
    session = started(owner, routine=routine, moment=hours_ago(4))

    assert ticked(signed_in, session, True, 10, bruised_after=True)[1:3] == (True, True)
    assert ticked(signed_in, session, False, 20)[1:3] == (False, True)
    assert ticked(signed_in, session, None, 30)[1:3] == (False, True)
    assert ticked(signed_in, session, True, 40)[1:3] == (True, True)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1, 2, 0), (0, 2, 1, 1)])
def test_the_last_tick_counts_in_whatever_order_and_however_often_they_come(
    signed_in, owner, routine, order
):
    session = started(owner, routine=routine, moment=hours_ago(4))
    said = [(str(uuid4()), sore, seconds) for sore, seconds in ((False, 5), (True, 6), (False, 7))]

    for key, sore, seconds in (said[number] for number in order):
        ticked(signed_in, session, sore, seconds, key=key)

    assert kept_after(session)[1] is False


def test_a_message_that_travelled_long_is_no_later_than_the_next_one(signed_in, owner, routine):
    session = started(owner, routine=routine, moment=hours_ago(1))
    now = timezone.now()
    for sore, ago, travelled in ((True, 30, 14), (False, 28, 0)):
        then, sent = (now - dt.timedelta(seconds=seconds) for seconds in (ago, travelled))
        told = {"happened_at": then.isoformat(), "sent_at": sent.isoformat()}
        after(signed_in, session, sore_after=sore, **told)

    assert kept_after(session)[1] is False


def test_an_older_message_undoes_no_tick_that_was_changed_on_the_page(signed_in, owner, routine):
    session = started(owner, routine=routine, moment=hours_ago(4))
    signed_in.post(f"/sessions/{session.key}/after/", {"noticed": "on", "sore_after": "on"})

    assert ticked(signed_in, session, False, 30, bruised_after=True)[1:3] == (True, True)

    signed_in.post(f"/sessions/{session.key}/after/", {"noticed": "on", "sore_after": "on"})
    assert ticked(signed_in, session, None, 40, bruised_after=True)[1:3] == (True, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain_after": 11}, {"pain_after": "x"}, {"after_note": "x" * 501}, {"key": ""},
        {"after_note": "a\0b"}, {"happened_at": "soon"},
    ],
)  # fmt: skip
def test_how_it_was_that_makes_no_sense_is_told(signed_in, owner, routine, wrong):
    session = started(owner, routine=routine)

    refused(after(signed_in, session, **wrong))
    assert kept_after(session) == (None, False, False, "")


def test_a_whole_character_beyond_the_first_plane_is_kept(signed_in, owner, routine):
    session = started(owner, routine=routine)

    assert after(signed_in, session, after_note="\U0001f600").status_code == 200
    assert kept_after(session)[3] == "\U0001f600"


def test_how_another_s_session_was_is_nobody_s_to_say(client, owner, stranger, routine):
    session = started(owner, routine=routine)
    client.force_login(stranger)
    path = f"/sessions/{session.key}/after/kept/"

    refused(send(client, stranger, path, pain_after=9), 404)
    refused(send(client, owner, path, pain_after=9), 409)
    assert kept_after(session) == (None, False, False, "")
