"""The network cut before, during and after each kind of request: every row arrives, and once."""

import datetime as dt

import pytest
from playwright.sync_api import Error, expect

from journal.models import Entry
from routines.models import Routine, Session
from tests.e2e.offline.phones import online, press, told, until, until_nothing_waits
from tests.e2e.playing import begin, waiting

EVENTS = "**/events/"
AFTER = "**/after/kept/"
WHOLE = [("hold", n, 30) for n in range(3)]


class Cut:
    """Cuts the line at one kind of request, once."""

    def __init__(self, page, address, when):
        self.page, self.when, self.met, self.is_done = page, when, 0, False
        page.route(address, self.meet)

    def meet(self, route):
        self.met += 1
        if self.met > 1:
            route.continue_()
            return
        if self.when == "after":
            route.fetch()  # the server has it; its answer never comes
        self.page.context.set_offline(True)
        route.abort()
        self.is_done = True


@pytest.fixture
def player(phone, live_server, person):
    """A session begun with a network, its clock in the test's hands."""
    page = phone
    online(page)
    page.clock.install()
    routine = Routine.objects.get(owner=person)
    page.goto(f"{live_server.url}/sessions/new/?routine={routine.pk}")
    page.get_by_role("button", name="None of these, start").click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(seconds=30))
    begin(page)
    return page


def back_on(page):
    online(page)
    page.clock.resume()
    until_nothing_waits(page)


@pytest.mark.parametrize("when", ["during", "after"])
def test_a_hold_whose_request_is_cut_arrives_once(player, person, when):
    cut = Cut(player, EVENTS, when)
    press(player, 3)
    until(player, lambda: cut.is_done)

    back_on(player)

    assert told(Session.objects.get(owner=person)) == WHOLE


def test_a_line_cut_before_the_first_hold_loses_none(player, person):
    player.context.set_offline(True)
    press(player, 3)

    back_on(player)

    assert told(Session.objects.get(owner=person)) == WHOLE


@pytest.mark.parametrize("when", ["during", "after"])
def test_a_pause_and_an_early_end_whose_requests_are_cut_arrive_once(player, person, when):
    press(player)
    until_nothing_waits(player)
    cut = Cut(player, EVENTS, when)
    player.keyboard.press("Space")
    until(player, lambda: cut.is_done)
    player.get_by_role("button", name="End session").click()
    player.get_by_role("button", name="Save as it is").click()

    back_on(player)

    session = Session.objects.get(owner=person)
    assert told(session) == [("hold", 0, 30), ("pause", 1, 0), ("finish", 1, 0)]
    assert session.finished_at is not None


@pytest.mark.parametrize("when", ["during", "after"])
def test_an_answer_after_the_session_whose_request_is_cut_arrives(player, person, when):
    player.context.set_offline(True)
    press(player, 3)
    player.clock.resume()
    cut = Cut(player, AFTER, when)
    player.locator(".player__after [data-level='3']").click()
    online(player)
    until(player, lambda: cut.is_done)

    back_on(player)

    session = Session.objects.get(owner=person)
    assert (session.holds_done, session.pain_after) == (3, 3)


@pytest.mark.parametrize("when", ["during", "after"])
def test_a_number_whose_request_is_cut_is_one_entry(phone, live_server, person, when):
    page = phone
    online(page)
    page.goto(f"{live_server.url}/")
    Cut(page, "**/journal/entries/", when)  # the page says when it is cut

    page.locator("#pain-now [data-level='5']").click()
    expect(page.get_by_text("the number is kept on this device")).to_be_visible()
    assert len(waiting(page)) == 1

    online(page)
    until_nothing_waits(page)
    assert [entry.intensity for entry in Entry.objects.kept_by(person)] == [5]


@pytest.mark.parametrize("when", ["during", "after"])
def test_a_start_whose_request_is_cut_is_one_session(phone, live_server, person, when):
    page = phone
    page.clock.install()
    page.goto(f"{live_server.url}/")
    page.get_by_role("button", name="Usual").first.click()
    page.get_by_role("button", name="None of these, start").click()
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(seconds=30))
    cut = Cut(page, "**/sessions/kept/", when)
    begin(page)
    online(page)
    until(page, lambda: cut.is_done)
    press(page, 3)

    back_on(page)

    assert told(Session.objects.get(owner=person)) == WHOLE


def test_a_token_that_cannot_be_renewed_keeps_all(phone, live_server, person):
    page = phone
    page.goto(f"{live_server.url}/")
    cut = Cut(page, "**/offline/token/", "during")
    page.locator("[data-level='6']").click()
    until(page, lambda: cut.is_done)
    assert [body["intensity"] for body in waiting(page)] == [6]

    online(page)
    until_nothing_waits(page)

    assert [entry.intensity for entry in Entry.objects.kept_by(person)] == [6]


def test_a_page_whose_answer_does_not_come_gives_way_to_the_kept_one(phone, live_server):
    page = phone
    online(page)
    page.context.set_offline(True)

    page.goto(f"{live_server.url}/journal/chart/")

    expect(page.get_by_text("That page needs one.")).to_be_visible()
    with pytest.raises(Error):
        page.evaluate("fetch('/journal/chart/')")
