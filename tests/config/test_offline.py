"""What a device asks for so that it can do without a network."""

import json

import pytest
from django.test import Client

from tests import make
from tests.routines.rows import answered, told_late


@pytest.mark.parametrize("path", ["/offline/pack/", "/offline/token/"])
def test_nobody_is_told_in_json_and_nothing_is_stored(client, db, path):
    answer = client.get(path)

    assert (answer.status_code, answer["Content-Type"]) == (401, "application/json")
    assert set(answer.json()) == {"error"}
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/offline/pack/", "/offline/token/"])
def test_an_answer_is_for_whoever_is_logged_in_and_never_stored(client, owner, stranger, path):
    for person in (owner, stranger):
        client.force_login(person)
        answer = client.get(path)
        assert answer.json()["person"] == person.pk
        assert "no-store" in answer.headers["Cache-Control"]


def test_the_token_opens_the_doors_of_the_person_who_got_it(owner):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    fresh = client.get("/offline/token/").json()["token"]
    body = json.dumps(told_late(owner, intensity=4))

    def send(token):
        return client.post(
            "/journal/kept/", body, content_type="application/json", headers={"X-CSRFToken": token}
        ).status_code

    assert send(fresh[:-1] + ("a" if fresh[-1] != "a" else "b")) == 403
    assert send(fresh) == 200


def test_a_pack_is_the_person_s_own(client, owner, stranger):
    for person in (owner, stranger):
        answered(person)
        make.routine(owner=person, name=f"Kestrel of {person.username}")

    client.force_login(stranger)

    assert "Kestrel of stranger" in client.get("/offline/pack/").content.decode()
    assert "Kestrel of owner" not in client.get("/offline/pack/").content.decode()
