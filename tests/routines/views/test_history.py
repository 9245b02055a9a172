"""What was done: every session, and each as it was run, whatever happens to its routine."""

import datetime as dt
import re

import pytest

from routines import actions
from routines.models import Session, SessionEvent
from routines.views import history
from tests import make
from tests.make import MONDAY
from tests.routines.rows import NOW, started

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


@pytest.mark.parametrize("rows", [1, 3])
def test_my_sessions_are_listed_newest_first_in_the_same_number_of_queries(
    signed_in, owner, stranger, rows, django_assert_num_queries
):
    mine = [make.practice(owner=owner, day=MONDAY + dt.timedelta(days=n)) for n in range(rows)]
    make.practice(owner=stranger, name="Theirs")
    make.practice(owner=owner, seconds=0, holds_done=0, name="Nothing in it")

    with django_assert_num_queries(3):  # who it is 2, sessions
        page = signed_in.get("/history/")

    listed = [row for month in page.context["months"] for row in month["sessions"]]
    assert listed == mine[::-1]
    assert b"Theirs" not in page.content
    assert b"Nothing in it" not in page.content


def test_pages_follow_one_another_whatever_is_added_meanwhile(signed_in, owner, monkeypatch):
    monkeypatch.setattr(history, "ROWS", 2)
    mine = [make.practice(owner=owner, hour=8) for _ in range(5)]  # all at the same moment

    seen, before = [], ""
    while before is not None:
        page = signed_in.get("/history/", {"before": before} if before else {})
        seen += [row for month in page.context["months"] for row in month["sessions"]]
        before = page.context["older"]
        make.practice(owner=owner, day=MONDAY + dt.timedelta(days=1))

    assert seen == mine[::-1]


def test_seconds_alone_are_not_told_as_a_minute(signed_in, owner):
    make.practice(owner=owner, seconds=5)

    assert b"less than 1 of" in signed_in.get("/history/").content


@pytest.mark.parametrize("before", ["x", "\0", "5f0c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b10"])
def test_a_page_after_nothing_we_know_is_not_found(signed_in, before):
    assert signed_in.get("/history/", {"before": before}).status_code == 404


def test_a_page_after_a_stranger_s_session_is_not_found(signed_in, stranger):
    theirs = make.practice(owner=stranger)

    assert signed_in.get("/history/", {"before": theirs.key}).status_code == 404


@pytest.fixture
def told(owner):
    """A session of which one hold was held, one skipped for a reason, and one begun."""
    session = started(owner, pain_before=6)
    events = [("hold", 25, ""), ("skip", 4, "sore"), ("part", 7, "")]
    for n, (kind, pressed, reason) in enumerate(events):
        actions.record_event(
            session=session,
            event=SessionEvent(
                kind=kind, hold=n, pressed_seconds=pressed, reason=reason,
                happened_at=NOW.at, received_at=NOW.at,
            ),
        )  # fmt: skip
    actions.finish_session(session=session, at=NOW.at)
    Session.objects.filter(pk=session.pk).update(pain_after=4)
    return session


def test_a_session_shows_what_was_planned_pressed_and_skipped(signed_in, told):
    page = signed_in.get(f"/history/{told.key}/")

    states = page.context["run"].holds
    assert [(one.state, one.pressed_seconds) for one in states[:4]] == [
        ("done", 25),
        ("skipped", 4),
        ("todo", 7),
        ("todo", 0),
    ]
    text = page.content.decode()
    assert f"36 of {told.planned_seconds} seconds" in text
    assert "skipped: sore" in text
    assert text.count("held in part") == 1
    assert text.count("not reached") == len(states) - 3
    assert "25 of 30 s" in text


def test_a_session_is_shown_in_four_queries(signed_in, told, django_assert_num_queries):
    with django_assert_num_queries(4):  # who it is 2, session, events
        signed_in.get(f"/history/{told.key}/")


def test_changing_and_deleting_the_routine_changes_no_byte_of_it(signed_in, owner, told):
    def pages():  # without the token, which is another one each time
        paths = (f"/history/{told.key}/", "/history/")
        return [TOKEN.sub(b"", signed_in.get(path).content) for path in paths]

    before = pages()
    routine = owner.routines.get()
    routine.name = "Another name"
    routine.save()
    routine.steps.update(hold_seconds=99, rounds=3)
    assert pages() == before

    routine.steps.filter(position=1).delete()
    assert pages() == before

    routine.delete()
    assert pages() == before
