"""What a phone keeps is one person's, runs out, and goes with them."""

import datetime as dt

from django.contrib.sessions.models import Session as LogIn
from playwright.sync_api import expect

from journal.models import Entry
from routines.models import Routine, Screening, Session
from tests import make
from tests.e2e.offline.phones import (
    CACHED,
    ROWS,
    given,
    kept_by,
    online,
    press,
    start,
    told,
    until,
    until_nothing_waits,
)
from tests.e2e.playing import begin, waiting


def test_what_was_kept_runs_out(phone, live_server, person):
    page = phone
    page.clock.install()
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=3))

    page.goto(f"{live_server.url}/")

    expect(page.get_by_text("have run out")).to_be_visible()
    expect(page.get_by_role("button", name="Usual")).to_have_count(0)
    page.goto(
        f"{live_server.url}/sessions/new/?routine={Routine.objects.get(owner=person).pk}&length=usual"
    )
    expect(page.get_by_text("have run out")).to_be_visible()
    expect(page.get_by_role("button", name="None of these, start")).to_be_hidden()


def test_answers_given_meanwhile_refuse_it_in_words(phone, live_server, person, allowed_errors):
    allowed_errors.add("422")
    page = phone
    start(page, live_server.url)
    begin(page)
    given(Screening.objects.get(owner=person), hours_ago=2)
    given(make.screening(owner=person, answers={"rf_clot": "yes"}), hours_ago=1)
    press(page)
    page.clock.resume()
    online(page)

    expect(page.locator(".player__waiting")).to_contain_text("not accepted")
    page.get_by_role("button", name="Remove it").click()
    until_nothing_waits(page)
    assert Session.objects.count() == 0


DEAF = "addEventListener('online', event => event.stopImmediatePropagation(), true)"


def test_a_server_that_answers_again_is_found_without_a_word_of_the_browser(
    phone, live_server, person
):
    page = phone
    page.add_init_script(DEAF)  # it was the server that was away, and never the network
    page.goto(f"{live_server.url}/")
    expect(page.get_by_text("No network.")).to_be_visible()
    page.context.set_offline(False)

    expect(page.locator("offline-shell")).to_have_count(0)
    expect(page.get_by_role("heading", name="Low back").first).to_be_visible()


def test_an_expired_log_in_keeps_it_and_asks_to_log_in(
    phone, live_server, person, log_in, allowed_errors
):
    allowed_errors.add("401")
    page = phone
    start(page, live_server.url)
    begin(page)
    press(page)
    page.clock.resume()
    LogIn.objects.all().delete()
    online(page)

    expect(page.get_by_role("link", name="Log in to send 2 entries")).to_be_visible()
    assert len(waiting(page)) == 2
    log_in(person)
    page.goto(f"{live_server.url}/journal/")

    until_nothing_waits(page)
    assert told(Session.objects.get(owner=person)) == [("hold", 0, 30)]


def test_the_phone_keeps_our_files_and_nothing_else(phone, live_server):
    page = phone
    online(page)
    for path in ("/", "/points/BL23/", "/journal/", "/journal/chart/", "/you/"):
        page.goto(live_server.url + path)

    cached = set(page.evaluate(CACHED))

    assert f"{live_server.url}/offline/" in cached
    assert cached - {f"{live_server.url}/offline/"} == {
        url for url in cached if url.startswith(f"{live_server.url}/static/")
    }
    text = page.evaluate(
        "fetch('/offline/', {cache: 'only-if-cached', mode: 'same-origin'})"
        ".then(answer => answer.text(), () => '')"
    )
    assert "owner" not in text


def test_on_one_phone_two_people_never_mix(phone, live_server, person, log_in, allowed_errors):
    allowed_errors |= {"401", "409"}
    page, address = phone, live_server.url
    other = make.person(name="other")
    make.screening(owner=other)
    page.goto(f"{address}/")
    page.locator("[data-level='8']").click()
    page.context.clear_cookies()
    log_in(other)
    online(page)
    page.wait_for_url(f"{address}/")
    kept_by(page, address)

    expect(page.locator("#waiting")).to_contain_text("1 entry of another account waits")
    until(page, lambda: [pack["person"] for pack in page.evaluate(ROWS, "packs")] == [other.pk])
    assert Entry.objects.count() == 0
    page.context.set_offline(True)
    page.goto(f"{address}/")
    expect(page.get_by_role("heading", name="Low back")).to_have_count(0)

    page.context.clear_cookies()
    log_in(person)
    online(page)
    until_nothing_waits(page)
    assert [entry.intensity for entry in Entry.objects.kept_by(person)] == [8]
    assert Entry.objects.kept_by(other).count() == 0


def test_a_log_out_sends_what_waits_and_leaves_nothing(phone, live_server, person):
    page = phone
    page.goto(f"{live_server.url}/")
    page.locator("[data-level='2']").click()
    assert len(waiting(page)) == 1
    page.route("**/journal/kept/", lambda route: route.abort())
    online(page)
    page.goto(f"{live_server.url}/account/logout/")

    log_out = page.locator("form[data-leaves]").get_by_role("button", name="Log out")
    log_out.click()
    expect(page.get_by_text("1 entry on this device has not reached the server.")).to_be_visible()
    page.get_by_role("button", name="Stay, and send it first").click()
    assert len(waiting(page)) == 1
    page.unroute_all()
    log_out.click()

    page.wait_for_url(f"{live_server.url}/")
    assert page.evaluate("Object.keys(localStorage)") == ["backbeat-comfort"]  # set for all tests
    assert (page.evaluate(ROWS, "packs"), page.evaluate(ROWS, "runs")) == ([], [])
    assert [entry.intensity for entry in Entry.objects.kept_by(person)] == [2]


def test_a_log_out_without_a_network_says_so_and_removes_nothing(phone, live_server):
    page = phone
    online(page)
    page.goto(f"{live_server.url}/account/logout/")
    page.context.set_offline(True)

    page.locator("form[data-leaves]").get_by_role("button", name="Log out").click()

    expect(page.get_by_text("you are still logged in")).to_be_visible()
    assert len(page.evaluate(ROWS, "packs")) == 1
