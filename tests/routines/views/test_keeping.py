"""What a device did by itself: a session from what it kept, a check that was marked."""

import datetime as dt
import json
from uuid import uuid4

import pytest
from django.core import signing
from django.utils import timezone

from routines.kept import SALT
from routines.local_time import Moment
from routines.models import Routine, Screening, Session, Step
from tests import make
from tests.routines.rows import (
    answered,
    days_ago,
    kept_run,
    started,
    tell,
    token_of,
    told,
    told_late,
)

HOUR = dt.timedelta(hours=1)


def hours_ago(hours):
    return Moment(timezone.now() - hours * HOUR, make.WARSAW)


@pytest.fixture
def routine(owner):
    answered(owner, moment=hours_ago(30))
    return make.routine(owner=owner)


def send(client, person, path="/sessions/kept/", **body):
    body = json.dumps(told_late(person, **body))
    return client.post(path, body, content_type="application/json")


def begin(client, routine, **body):
    """Start the usual version of a routine as a device did that kept it 20 hours ago."""
    if "token" not in body:
        body["token"] = token_of(routine, moment=hours_ago(20))
    return send(client, routine.owner, **({"pain_before": None, "sore": []} | body))


def refused(response, status=422):
    assert response.status_code == status
    assert set(response.json()) == {"error"}
    return response.json()["error"]


def test_a_session_is_what_was_signed_and_began_when_it_did(signed_in, owner, routine):
    then, key = hours_ago(5).at, str(uuid4())

    answer = begin(signed_in, routine, key=key, happened_at=then.isoformat(), pain_before=6)

    assert (answer.status_code, answer.json()) == (200, {"key": key})
    session = Session.objects.get()
    assert (session.owner, session.routine, session.name) == (owner, routine, routine.name)
    assert [hold["code"] for hold in session.snapshot["holds"]] == ["BL23", "BL23", "PC6", "PC6"]
    assert (session.pain_before, session.length, session.planned_seconds) == (6, "usual", 120)
    assert (session.occurred_at, session.zone) == (then, "Europe/Warsaw")
    assert session.screening == owner.screenings.get()
    assert session.finished_at is None
    assert tell(signed_in, session, told(session)).json()["holds_done"] == 1


def test_the_same_start_sent_again_is_the_same_session(signed_in, routine):
    body = {
        "key": str(uuid4()),
        "token": token_of(routine, moment=hours_ago(20)),
        "happened_at": hours_ago(2).at.isoformat(),
        "sore": ["PC6"],
    }

    first, second = (begin(signed_in, routine, **body) for _ in range(2))

    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert Session.objects.count() == 1


@pytest.mark.parametrize("other", [{"pain_before": 3}, {"sore": ["BL23"]}, {"length": "full"}])
def test_the_same_key_with_something_else_is_a_conflict(signed_in, routine, other):
    key = str(uuid4())
    assert begin(signed_in, routine, key=key).status_code == 200
    if "length" in other:
        other = {"token": token_of(routine, moment=hours_ago(20), length="full", name="Other")}

    assert "before" in refused(begin(signed_in, routine, key=key, **other), 409)
    assert Session.objects.get().pain_before is None


def test_points_of_sore_skin_are_left_out_and_told(signed_in, routine):
    begin(signed_in, routine, sore=["BL23", "GB30", "\0"])

    session = Session.objects.get()
    assert [hold["code"] for hold in session.snapshot["holds"]] == ["PC6", "PC6"]
    assert [(one["kind"], one["code"]) for one in session.snapshot["changes"]] == [
        ("left_out", "BL23")
    ]
    assert session.planned_seconds == 60


def test_a_start_with_nothing_left_is_refused(signed_in, routine):
    assert "nothing" in refused(begin(signed_in, routine, sore=["BL23", "PC6"]))
    assert not Session.objects.exists()


def test_what_is_run_is_what_was_signed_whatever_became_of_the_routine(signed_in, routine):
    token = token_of(routine, moment=hours_ago(20))
    Step.objects.filter(routine=routine, point__code="BL23").delete()
    Routine.objects.filter(pk=routine.pk).update(name="Renamed")

    begin(signed_in, routine, token=token)
    Routine.objects.all().kept_by(routine.owner).delete()
    answer = begin(signed_in, routine, token=token, key=str(Session.objects.get().key))

    session = Session.objects.get()
    assert answer.status_code == 200
    assert (session.name, session.routine) == ("Low back at the desk", None)
    assert [hold["code"] for hold in session.snapshot["holds"]] == ["BL23", "BL23", "PC6", "PC6"]


@pytest.mark.parametrize(
    "token", [None, "", "x", 7, "a:b:c", signing.dumps({}, salt=SALT)], ids=range(6)
)
def test_what_was_not_signed_here_is_refused(signed_in, routine, token):
    assert "Open Today" in refused(begin(signed_in, routine, token=token))
    assert not Session.objects.exists()


def test_a_token_with_a_letter_changed_is_refused(signed_in, routine):
    token = token_of(routine, moment=hours_ago(20))

    refused(begin(signed_in, routine, token=token[:40] + "x" + token[41:]))
    assert not Session.objects.exists()


def test_what_somebody_else_kept_is_a_conflict(client, stranger, routine):
    client.force_login(stranger)
    token = token_of(routine, moment=hours_ago(20))

    assert "someone else" in refused(send(client, stranger, token=token), 409)
    assert "someone else" in refused(begin(client, routine, token=token), 409)
    assert not Session.objects.exists()


def test_a_start_after_the_copy_ran_out_is_refused(signed_in, routine):
    token = token_of(routine, moment=hours_ago(20), expires_at=hours_ago(2).at)
    before, after = (hours_ago(hours).at.isoformat() for hours in (3, 1))

    assert "run out" in refused(begin(signed_in, routine, token=token, happened_at=after))
    assert begin(signed_in, routine, token=token, happened_at=before).status_code == 200


def test_a_session_pressed_in_time_is_taken_however_late_it_comes(signed_in, routine):
    answered_long_ago = answered(routine.owner, moment=days_ago(20))
    token = token_of(
        routine,
        moment=days_ago(10),
        screening=answered_long_ago,
        expires_at=days_ago(9).at,
    )

    then = days_ago(10).at + HOUR
    assert begin(signed_in, routine, token=token, happened_at=then.isoformat()).status_code == 200
    assert Session.objects.get().occurred_at == then


def test_a_clock_ahead_began_now_and_one_behind_when_it_was_kept(signed_in, routine):
    kept_at = hours_ago(20)
    token = token_of(routine, moment=kept_at)
    ahead, behind = (timezone.now() + days * dt.timedelta(days=1) for days in (400, -400))

    begin(signed_in, routine, token=token, happened_at=ahead.isoformat())
    begin(signed_in, routine, token=token, happened_at=behind.isoformat())

    first, second = Session.objects.order_by("pk")
    assert timezone.now() - first.occurred_at < dt.timedelta(minutes=5)
    assert second.occurred_at == kept_at.at


def test_a_wrong_clock_that_says_when_it_sends_is_set_right(signed_in, routine):
    wrong = timezone.now() - dt.timedelta(days=400)

    begin(
        signed_in,
        routine,
        happened_at=(wrong - 3 * HOUR).isoformat(),
        sent_at=wrong.isoformat(),
    )

    ago = timezone.now() - Session.objects.get().occurred_at
    assert 3 * HOUR <= ago < 3 * HOUR + dt.timedelta(minutes=5)


def test_other_rules_than_those_of_now_are_refused(signed_in, routine):
    run = kept_run(routine, moment=hours_ago(20))
    old = {**run.snapshot, "rules_version": "an older one"}

    answer = begin(signed_in, routine, token=token_of(routine, snapshot=old))

    assert "changed" in refused(answer)
    assert not Session.objects.exists()


@pytest.mark.parametrize("answers", [{"neck_vessel": "unsure"}, {"rf_clot": "yes"}])
def test_answers_that_allow_less_refuse_what_began_after_them(signed_in, owner, routine, answers):
    token = token_of(routine, moment=hours_ago(20))
    answered(owner, moment=hours_ago(10), **answers)
    before, after = (hours_ago(hours).at.isoformat() for hours in (15, 5))

    assert "changed" in refused(begin(signed_in, routine, token=token, happened_at=after))
    assert begin(signed_in, routine, token=token, happened_at=before).status_code == 200


def test_a_start_that_was_taken_stays_so_when_the_answers_change(signed_in, owner, routine):
    body = {"key": str(uuid4()), "token": token_of(routine, moment=hours_ago(20))}
    body["happened_at"] = hours_ago(1).at.isoformat()
    begin(signed_in, routine, **body)
    answered(owner, moment=hours_ago(2), rf_clot="yes")

    assert begin(signed_in, routine, **body).status_code == 200


def test_answers_that_allow_the_same_refuse_nothing(signed_in, owner, routine):
    token = token_of(routine, moment=hours_ago(20))
    answered(owner, moment=hours_ago(10))

    assert begin(signed_in, routine, token=token).status_code == 200


def test_a_late_start_ends_what_began_before_it_and_nothing_that_began_later(
    signed_in, owner, routine
):
    earlier = started(owner, routine=routine, moment=hours_ago(8))
    later = started(owner, routine=routine, moment=hours_ago(3))
    Session.objects.update(finished_at=None)

    begin(signed_in, routine, happened_at=hours_ago(5).at.isoformat())

    for row in (earlier, later):
        row.refresh_from_db()
    assert (
        earlier.finished_at
        == Session.objects.exclude(pk__in=[earlier.pk, later.pk]).get().occurred_at
    )
    assert later.finished_at is None


def mark(client, person, *marked, **body):
    return send(client, person, "/sessions/checks/kept/", marked=list(marked), **body)


def test_a_marked_check_closes_routines_as_on_the_page(signed_in, owner, routine):
    key = str(uuid4())

    answer = mark(signed_in, owner, "fever", key=key)

    assert (answer.status_code, answer.json()) == (
        200,
        {"key": key, "next": "/screening/next/"},
    )
    newest = owner.screenings.latest_first().first()
    assert (newest.answers, newest.outcome) == ({"rf_infection": "yes"}, "clinician")
    assert newest.asked_on == owner.screenings.order_by("pk").first().asked_on
    assert signed_in.get(f"/sessions/new/?routine={routine.pk}").status_code == 302


def test_the_same_check_again_is_one_row_and_another_a_conflict(signed_in, owner, routine):
    key = str(uuid4())
    for _ in range(2):
        assert mark(signed_in, owner, "fever", key=key).status_code == 200
    answered(owner)  # whatever came since

    assert mark(signed_in, owner, "fever", key=key).status_code == 200
    refused(mark(signed_in, owner, "bladder_bowels", key=key), 409)
    assert Screening.objects.count() == 3


@pytest.mark.parametrize("marked", [[], ["none"], ["fever", "x"], ["\0"]])
def test_a_check_that_is_not_asked_is_told(signed_in, owner, routine, marked):
    refused(mark(signed_in, owner, *marked))
    assert Screening.objects.count() == 1


def test_who_has_never_answered_is_sent_to_the_questions(signed_in, owner):
    assert "no safety answers" in refused(mark(signed_in, owner, "fever"))


@pytest.mark.parametrize("path", ["/sessions/kept/", "/sessions/checks/kept/"])
def test_nobody_sends_nothing(client, owner, routine, path):
    answer = send(client, owner, path, token=token_of(routine), marked=["fever"])

    refused(answer, 401)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not Session.objects.exists()
    assert Screening.objects.count() == 1


@pytest.mark.parametrize(
    ("door", "field"),
    [
        ("/sessions/kept/", "token"),
        ("/sessions/checks/kept/", "marked"),
        ("/sessions/{}/after/kept/", "after_note"),
        ("/sessions/{}/events/", "kind"),
        ("/journal/kept/", "intensity"),
    ],
)
def test_half_a_character_is_refused_at_every_door(signed_in, owner, routine, door, field):
    session = started(owner, routine=routine)
    path = door.format(session.key)

    for value in ("a\ud800b", ["\udfff"]):
        answer = send(signed_in, owner, path, **{field: value})
        assert "a character in this" in refused(answer)
    assert refused(send(signed_in, owner, path, **{"\ud800": 1}))
    session.refresh_from_db()
    assert (session.after_note, session.events.count()) == ("", 0)
