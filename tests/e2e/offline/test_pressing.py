"""A phone without a network: what was kept can be pressed, and nothing that was done is lost."""

import datetime as dt

from playwright.sync_api import expect

from journal.models import Entry
from points.questions import session_checks
from routines.models import Routine, Screening, Session
from tests.e2e.offline.phones import (
    ROWS,
    online,
    press,
    start,
    told,
    until,
    until_nothing_waits,
)
from tests.e2e.playing import begin, waiting


def test_a_whole_session_without_a_network_arrives_afterwards(
    phone, live_server, person, assert_accessible
):
    page = phone
    page.goto(f"{live_server.url}/")
    expect(page.get_by_text("No network.")).to_be_visible()
    expect(page.get_by_role("heading", name="Low back").first).to_be_visible()
    assert_accessible(page)

    start(page, live_server.url, look=assert_accessible)
    begin(page)
    press(page, 3)
    page.clock.resume()
    page.locator(".player__after [data-level='3']").click(timeout=10_000)
    page.get_by_label("A bruise").check()
    page.get_by_label("Sore where I pressed").check()
    page.get_by_label("Sore where I pressed").uncheck()  # a slip of the finger
    assert_accessible(page)
    assert Session.objects.count() == 0

    online(page)
    until_nothing_waits(page)
    session = Session.objects.get(owner=person)
    assert told(session) == [("hold", n, 30) for n in range(3)]
    assert (session.name, session.pressed_seconds, session.holds_done) == ("Low back", 90, 3)
    assert session.finished_at is not None
    assert (session.pain_after, session.bruised_after, session.sore_after) == (3, True, False)


def test_the_start_that_was_asked_for_is_the_start_one_gets(phone, live_server, person):
    routine = Routine.objects.get(owner=person)
    start(phone, live_server.url, path=f"/sessions/new/?routine={routine.pk}&length=short")

    begin(phone)
    press(phone)
    expect(phone.locator(".player__side")).to_have_text("Right")


def test_sore_skin_is_left_out_and_the_pain_before_is_kept(phone, live_server, person):
    page = phone
    page.goto(f"{live_server.url}/")
    page.get_by_role("button", name="Usual").first.click()
    page.get_by_text("Sore or broken skin somewhere?").click()
    page.get_by_label("BL23").check()
    page.locator("[name=pain_before][value='6']").check(force=True)
    page.get_by_role("button", name="Continue").or_(
        page.get_by_role("button", name="None of these, start")
    ).click()
    expect(page.locator(".player__code").first).to_have_text("GV4")

    online(page)
    until_nothing_waits(page)

    session = Session.objects.get(owner=person)
    assert [hold["code"] for hold in session.snapshot["holds"]] == ["GV4"]
    assert session.pain_before == 6


def test_much_pain_asks_for_a_second_word(phone, live_server):
    page = phone
    page.goto(f"{live_server.url}/")
    page.get_by_role("button", name="Usual").first.click()
    page.locator("[name=pain_before][value='9']").check(force=True)
    page.get_by_role("button", name="None of these, start").click()
    expect(page.get_by_text("That is a lot of pain.")).to_be_visible()

    page.get_by_role("button", name="None of these, start").click()

    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_what_is_marked_before_closes_what_is_kept_and_reaches_the_server(
    phone, live_server, person, assert_accessible
):
    page = phone
    start(page, live_server.url)  # and leaves it open
    page.clock.resume()
    page.goto(f"{live_server.url}/")
    expect(page.get_by_text("Pick up where you stopped")).to_be_visible()
    page.get_by_role("button", name="Usual").first.click()
    page.get_by_text(session_checks()[0].statement).click()
    page.get_by_role("button", name="Continue").click()

    expect(page.get_by_role("heading", name="Leave the session for today")).to_be_focused()
    expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Back to Today").click()
    expect(page.get_by_role("button", name="Usual")).to_have_count(0)
    expect(page.get_by_text("Pick up where you stopped")).to_be_hidden()
    assert [pack["routines"] for pack in page.evaluate(ROWS, "packs")] == [[]]

    assert Screening.objects.filter(owner=person).count() == 1
    online(page)
    until_nothing_waits(page)
    assert Screening.objects.filter(owner=person).count() == 2


def test_a_number_without_a_network_is_kept_with_its_time(phone, live_server, person):
    page = phone
    page.goto(f"{live_server.url}/")
    page.locator("[data-level='7']").click()
    page.locator("[data-level='4']").click()  # a second tap corrects the first
    expect(page.get_by_text("4 is kept on this device")).to_be_visible()
    expect(page.locator("#waiting, [data-part=waiting]").first).to_contain_text("1 entry")

    online(page)
    until_nothing_waits(page)
    assert list(Entry.objects.kept_by(person).values_list("intensity", flat=True)) == [4]


def test_a_number_tapped_as_the_network_goes_is_kept(phone, live_server, person):
    page = phone
    online(page)
    page.goto(f"{live_server.url}/")
    page.context.set_offline(True)

    page.locator("#pain-now [data-level='5']").click()

    expect(page.get_by_text("the number is kept on this device")).to_be_visible()
    expect(page.locator("#page-error")).to_be_hidden()
    assert [body["intensity"] for body in waiting(page)] == [5]
    online(page)
    until_nothing_waits(page)
    assert [entry.intensity for entry in Entry.objects.kept_by(person)] == [5]


def test_a_reload_in_the_middle_goes_on_where_it_was(phone, live_server):
    page = phone
    start(page, live_server.url)
    begin(page)
    press(page)
    expect(page.locator(".player__side")).to_have_text("Right")

    page.reload()
    page.get_by_role("button", name="Resume", exact=True).click()

    expect(page.locator(".player__side")).to_have_text("Right")
    expect(page.get_by_role("button", name="Resume, 1 min left")).to_be_visible()


def test_a_session_begun_with_a_network_goes_on_without_one(phone, live_server, person):
    page = phone
    online(page)
    page.clock.install()
    page.goto(f"{live_server.url}/sessions/new/?routine={Routine.objects.get(owner=person).pk}")
    page.get_by_role("button", name="None of these, start").click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(seconds=30))
    begin(page)
    with page.expect_response("**/events/"):
        press(page)
    until(page, lambda: page.evaluate(ROWS, "runs"))
    page.context.set_offline(True)

    page.reload()  # the same address; the server cannot be asked

    expect(page.locator(".player__side")).to_have_text("Right")
    begin_again = page.get_by_role("button", name="Resume, 1 min left")
    expect(begin_again).to_be_visible()
    begin_again.click()
    press(page, 2)
    page.clock.resume()
    online(page)
    until_nothing_waits(page)
    assert told(Session.objects.get(owner=person)) == [("hold", n, 30) for n in range(3)]


def test_the_network_back_in_the_middle_takes_nothing_away(phone, live_server, person):
    page = phone
    start(page, live_server.url)
    begin(page)
    press(page)

    online(page)
    until_nothing_waits(page)
    expect(page.locator(".player__side")).to_have_text("Right")
    press(page, 2)

    page.clock.resume()
    page.wait_for_url("**/after/")
    assert told(Session.objects.get(owner=person)) == [("hold", n, 30) for n in range(3)]
