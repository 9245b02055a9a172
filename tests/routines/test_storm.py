"""Two hundred devices come back to the network at once: each event is kept once, none is lost."""

import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import RequestFactory

from routines.holds import planned_seconds, snapshot, unfold
from routines.models import Session, SessionEvent
from routines.progress import run
from routines.views.telling import events
from tests import make
from tests.routines.presses import press
from tests.routines.rows import NOW, told

CLIENTS, EVENTS, AT_ONCE = 200, 20, 8
HOLDS = unfold([press(code, spots=2) for code in ("BL23", "BL25", "PC6", "GB34", "SP6")])
KINDS = ("hold", "hold", "hold", "part", "skip", "feel", "pause", "resume", "finish")


def sessions_of(person, count):
    """Running sessions of twenty holds, one for each pair of devices."""
    rows = [
        Session(
            owner=person,
            name="Storm",
            snapshot=snapshot(HOLDS, [], rules_version="test"),
            planned_seconds=planned_seconds(HOLDS),
            **NOW.stamp(),
        )
        for _ in range(count)
    ]
    return Session.objects.bulk_create(rows)


def outbox(session, draw) -> Iterator[dict[str, Any]]:
    """What one device kept of a session, in any order, and a tenth of it twice."""
    kept = []
    for hold in range(EVENTS):
        kind = draw.choice(KINDS)
        pressed = draw.randint(0, 60) if kind in {"hold", "part", "skip"} else 0
        feel = draw.choice(["good", "too_hard"]) if kind == "feel" else ""
        key = str(UUID(int=draw.getrandbits(128), version=4))
        extra = {"kind": kind, "hold": hold, "pressed_seconds": pressed, "feel": feel}
        kept.append(told(session, key=key, **extra))
    draw.shuffle(kept)
    again = draw.sample(kept, EVENTS // 10)
    yield from sorted([*kept, *again], key=lambda _: draw.random())


@pytest.mark.django_db(transaction=True)
def test_two_hundred_devices_at_once_leave_exactly_what_they_kept():
    person, door = make.person(), RequestFactory()
    sessions = sessions_of(person, CLIENTS // 2)

    def send(session, body):
        request = door.post("/", body, content_type="application/json")
        request.user = person
        answer = events(request, key=session.key)
        return answer.status_code, json.loads(answer.content).get("key") == body["key"]

    def replay(number):
        """One of the two devices of a session sends all that it kept, one after the other."""
        session = sessions[number % len(sessions)]
        draw = random.Random(number)  # noqa: S311 - the same storm each time
        try:
            return [send(session, body) for body in outbox(session, draw)]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = [answer for one in pool.map(replay, range(CLIENTS)) for answer in one]

    assert len(answers) == CLIENTS * (EVENTS + EVENTS // 10)
    assert set(answers) == {(200, True)}
    assert SessionEvent.objects.count() == CLIENTS * EVENTS == 4000
    for session in Session.objects.prefetch_related("events"):
        progress = run(HOLDS, session.events.all())
        assert (session.pressed_seconds, session.holds_done) == (
            progress.pressed_seconds,
            progress.done,
        )
        assert session.finished_at is not None
