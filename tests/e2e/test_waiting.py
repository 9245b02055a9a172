"""What a session could not send finds its way from the next page that is opened."""

import datetime as dt
import json
import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from routines.models import SessionEvent

EVENTS = "**/events/"
LATE = re.compile(r"/sessions/.+/(events|kept)/$")
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('backbeat-outbox:')).length"


@pytest.fixture
def visit(signed_in_page, live_server):
    return lambda path: signed_in_page.goto(live_server.url + path)


@pytest.fixture
def leave_behind(signed_in_page, session, visit):
    """Put entries into the browser as a player that was cut off leaves them."""

    def leave(*, person=session.owner_id, holds=(0,), kind="hold"):
        visit("/about/")
        for hold in holds:
            body = {
                "key": str(uuid4()),
                "person": person,
                "kind": kind,
                "hold": hold,
                "pressed_seconds": 30 if kind == "hold" else 0,
                "reason": "",
                "feel": "good" if kind == "feel" else "",
                "happened_at": dt.datetime.now(tz=dt.UTC).isoformat(),
            }
            entry = {
                "url": f"/sessions/{session.key}/events/",
                "session": str(session.key),
                "at": 1,
                "body": body,
            }
            signed_in_page.evaluate(
                "([name, text]) => localStorage.setItem(name, text)",
                [f"backbeat-outbox:{body['key']}", json.dumps(entry)],
            )

    return leave


@pytest.fixture
def asked(signed_in_page):
    """The paths that the page has asked for."""
    paths = []
    signed_in_page.on("request", lambda request: paths.append(request.url))
    return paths


class Gate:
    """Holds events back until it is opened."""

    def __init__(self):
        self.is_open, self.held = False, []

    def meet(self, route):
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def open(self):
        self.is_open = True
        for route in self.held:
            route.continue_()


def told(session):
    rows = SessionEvent.objects.filter(session=session).order_by("hold", "pk")
    return list(rows.values_list("kind", "hold", "pressed_seconds"))


def note(page):
    return page.locator("#waiting")


def until_sent(page):
    for _ in range(100):
        if page.evaluate(KEPT) == 0:
            break
        page.wait_for_timeout(50)
    assert page.evaluate(KEPT) == 0
    expect(note(page)).to_be_hidden()


def test_a_hold_of_a_closed_player_is_sent_by_today(signed_in_page, session, visit, allowed_errors):
    page = signed_in_page
    allowed_errors.add("Failed to load resource")
    page.clock.install()
    page.route(EVENTS, lambda route: route.abort())
    visit(f"/sessions/{session.key}/")
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(minutes=1))
    page.get_by_role("button", name="Begin").click()
    page.clock.run_for(35_300)
    expect(page.locator(".player__side")).to_have_text("Right")
    page.clock.resume()
    page.unroute(EVENTS)
    gate = Gate()
    page.route(EVENTS, gate.meet)

    visit("/")
    expect(note(page)).to_contain_text("1 entry is waiting to be sent")
    assert told(session) == []
    gate.open()

    until_sent(page)
    assert told(session) == [("hold", 0, 30)]


@pytest.mark.parametrize("path", ["/journal/chart/", "/points/", "/journal/"])
def test_every_page_sends_what_waits(signed_in_page, session, visit, leave_behind, path):
    leave_behind(holds=(0, 1))

    visit(path)

    until_sent(signed_in_page)
    assert told(session) == [("hold", 0, 30), ("hold", 1, 30)]


def test_a_hold_and_how_it_felt_are_one_hold(
    signed_in_page, visit, leave_behind, assert_accessible
):
    gate = Gate()
    signed_in_page.route(EVENTS, gate.meet)
    leave_behind(holds=(0, 1))
    leave_behind(kind="feel")  # its page would send what the line before left, but for the gate

    visit("/")

    expect(note(signed_in_page)).to_contain_text("2 entries are waiting to be sent")
    assert_accessible(signed_in_page)
    gate.open()
    until_sent(signed_in_page)


@pytest.mark.parametrize("how", ["Try now", "online"])
def test_what_waits_is_tried_again(
    signed_in_page, session, visit, leave_behind, allowed_errors, how
):
    page = signed_in_page
    allowed_errors.add("Failed to load resource")
    leave_behind()
    page.clock.install()  # no time goes by of itself: what is sent was asked for
    page.route(EVENTS, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        visit("/")
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(minutes=1))
    expect(note(page)).to_be_visible()
    page.unroute_all()

    if how == "online":
        page.evaluate("window.dispatchEvent(new Event('online'))")
    else:
        page.get_by_role("button", name=how).click()

    until_sent(page)
    assert told(session) == [("hold", 0, 30)]


def test_another_persons_entry_is_not_sent(signed_in_page, session, visit, leave_behind, asked):
    leave_behind(person=-1)

    visit("/")
    signed_in_page.wait_for_load_state("networkidle")

    expect(note(signed_in_page)).to_contain_text("1 entry of another account waits")
    expect(signed_in_page.get_by_role("button", name="Try now")).to_be_hidden()
    assert [path for path in asked if "/events/" in path] == []
    assert signed_in_page.evaluate(KEPT) == 1
    assert told(session) == []

    signed_in_page.get_by_role("button", name="Remove those of others").click()
    signed_in_page.get_by_role("button", name="Remove for good?").click()
    expect(note(signed_in_page)).to_be_hidden()
    assert signed_in_page.evaluate(KEPT) == 0


def test_where_nothing_waits_nothing_is_loaded(signed_in_page, visit, asked):
    visit("/")
    signed_in_page.wait_for_load_state("networkidle")

    assert [path for path in asked if "outbox" in path] == []


def test_what_the_server_refuses_is_said_with_its_sentence(
    signed_in_page, visit, leave_behind, allowed_errors
):
    allowed_errors.add("422")
    leave_behind(holds=(7,))

    visit("/")

    expect(note(signed_in_page)).to_contain_text("1 not accepted:")
    expect(signed_in_page.get_by_role("button", name="Try now")).to_be_hidden()
    signed_in_page.get_by_role("button", name="Remove it").click()
    until_sent(signed_in_page)


def test_a_session_ended_while_holds_wait_keeps_them_for_the_next_page(
    signed_in_page, session, visit, leave_behind, allowed_errors
):
    page = signed_in_page
    allowed_errors.add("Failed to load resource")
    leave_behind(holds=(0, 1, 2))
    page.route(LATE, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        visit(f"/sessions/{session.key}/")

    page.locator(".player__after [data-level='4']").click(timeout=15_000)  # after five seconds
    expect(page.get_by_text("Kept on this device.")).to_be_visible()
    page.get_by_role("link", name="Back to Today").click()
    expect(note(page)).to_contain_text("4 entries are waiting to be sent")
    assert told(session) == []
    page.unroute_all()
    page.get_by_role("button", name="Try now").click()

    until_sent(page)
    assert told(session) == [("hold", n, 30) for n in range(3)]
    session.refresh_from_db()
    assert session.pain_after == 4
