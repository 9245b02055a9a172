"""The same thing told many times at once, on real connections: one row, one answer."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from routines.models import Plan, Routine, Session, SessionEvent
from tests import make
from tests.routines.rows import answered, started, tell, told

MANY = 20


def all_at_once(person, ask):
    """Ask from many threads as one person; return the answers."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies["session"].value

    def one(number):
        mine = Client()
        mine.cookies["session"] = cookie
        try:
            return ask(mine, number)
        finally:
            connection.close()

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(one, range(MANY)))


@pytest.mark.django_db(transaction=True)
def test_twenty_equal_posts_at_once_are_one_row_and_different_ones_add_up():
    person = make.person()
    session, routine = started(person), make.routine(owner=person)
    body = told(session)

    answers = all_at_once(person, lambda client, _: tell(client, session, body))
    assert {(a.status_code, a.content) for a in answers} == {
        (200, json.dumps({"key": body["key"], "holds_done": 1, "pressed_seconds": 30}).encode())
    }
    assert SessionEvent.objects.count() == 1

    holds = [told(session, hold=number % 4) for number in range(MANY)]
    answers = all_at_once(person, lambda client, number: tell(client, session, holds[number]))
    assert {a.status_code for a in answers} == {200}
    session.refresh_from_db()
    assert SessionEvent.objects.count() == 1 + MANY
    assert (session.holds_done, session.pressed_seconds) == (4, 120)
    assert session.finished_at is not None

    answers = all_at_once(
        person,
        lambda client, _: client.post(f"/routines/{routine.pk}/days/", {"weekdays": ["1", "3"]}),
    )
    assert {a.status_code for a in answers} == {302}
    assert Plan.objects.kept_by(person).get().weekdays == [1, 3]

    answered(person)
    key = str(uuid4())
    fields = {"routine": routine.pk, "length": "short", "key": key}
    answers = all_at_once(person, lambda client, _: client.post("/sessions/", fields))
    assert {(a.status_code, a.url) for a in answers} == {(302, f"/sessions/{key}/")}
    assert Session.objects.filter(key=key).count() == 1

    answers = all_at_once(person, lambda client, _: client.post("/programmes/desk/start/"))
    assert {a.status_code for a in answers} == {302}
    assert Routine.objects.kept_by(person).filter(programme__slug="desk").count() == 1
    assert Plan.objects.kept_by(person).count() == 1

    today = Plan.objects.get().starts_on
    answers = all_at_once(
        person, lambda client, _: client.post(f"/days/{today}/choose/", {"choice": "rest"})
    )
    assert {a.status_code for a in answers} == {302}
    assert person.day_choices.count() == 1
