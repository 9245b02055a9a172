"""A tap on the pain scale that a device kept until there was a network."""

import datetime as dt
import json
from uuid import uuid4

import pytest
from django.utils import timezone

from journal.models import Entry
from tests import make
from tests.routines.rows import told_late


def send(client, person, **body):
    return client.post(
        "/journal/kept/", json.dumps(told_late(person, **body)), content_type="application/json"
    )


def refused(answer, status=422):
    assert answer.status_code == status
    return answer.json()["error"]


def test_a_tap_is_saved_when_it_was_made_in_the_person_s_zone(signed_in, owner):
    key, then = str(uuid4()), make.at(make.MONDAY, hour=23, minute=30)

    answer = send(signed_in, owner, key=key, intensity=7, happened_at=then.isoformat())

    assert (answer.status_code, answer.json()) == (200, {"key": key})
    entry = Entry.objects.get()
    assert (str(entry.key), entry.owner, entry.intensity) == (key, owner, 7)
    assert (entry.occurred_at, entry.local_date) == (then, make.MONDAY)
    assert entry.zone == "Europe/Warsaw"


def test_the_same_tap_again_is_one_row_and_another_number_a_conflict(signed_in, owner):
    key = str(uuid4())
    for _ in range(2):
        assert send(signed_in, owner, key=key, intensity=7).status_code == 200

    assert "before" in refused(send(signed_in, owner, key=key, intensity=6), 409)
    assert Entry.objects.get().intensity == 7


def test_a_tap_that_was_changed_by_hand_since_stays_as_it_was_changed(signed_in, owner):
    key = str(uuid4())
    send(signed_in, owner, key=key, intensity=7)
    Entry.objects.update(intensity=2, version=2)

    assert send(signed_in, owner, key=key, intensity=7).status_code == 200
    assert Entry.objects.get().intensity == 2


def test_a_tap_of_a_clock_that_is_ahead_is_now(signed_in, owner):
    ahead = timezone.now() + dt.timedelta(days=30)

    send(signed_in, owner, intensity=0, happened_at=ahead.isoformat())

    assert timezone.now() - Entry.objects.get().occurred_at < dt.timedelta(minutes=5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"intensity": 11}, {"intensity": -1}, {"intensity": None}, {"intensity": 4.5},
        {"intensity": "x"}, {"intensity": True}, {"intensity": [4]}, {"key": "x"}, {"key": None},
        {"happened_at": "0999-01-01T00:00:00Z"}, {"happened_at": None}, {"sent_at": "x"},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told_and_not_saved(signed_in, owner, wrong):
    assert refused(send(signed_in, owner, **({"intensity": 4} | wrong))).endswith(".")
    assert not Entry.objects.exists()


def test_another_s_tap_is_a_conflict_and_nobody_s_is_401(client, owner, stranger):
    refused(send(client, owner, intensity=4), 401)
    client.force_login(stranger)
    refused(send(client, owner, intensity=4), 409)

    assert not Entry.objects.exists()


def test_the_same_key_of_two_people_is_two_rows(client, owner, stranger):
    key = str(uuid4())
    for person in (owner, stranger):
        client.force_login(person)
        assert send(client, person, key=key, intensity=4).status_code == 200

    assert Entry.objects.count() == 2
