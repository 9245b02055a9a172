"""The main job from end to end: sign up, answer, press, rate, see both in the chart."""

import re

import pytest
from playwright.sync_api import expect

from journal.models import Entry
from routines.models import Session
from tests import make
from tests.e2e.playing import until_kept


def answer_all_with_none(page):
    for screen in range(1, 9):
        page.wait_for_url(f"**/screening/{screen}/")
        page.get_by_role("button", name="None of these").click()


def sign_up(page, name):
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Make my account").click()


def test_a_new_person_gets_from_the_first_page_to_the_chart(page, live_server):
    page.clock.install()
    page.goto(live_server.url)
    page.get_by_role("link", name="Begin with the safety questions").click()
    answer_all_with_none(page)
    sign_up(page, "newcomer")
    expect(page.get_by_role("heading", name="How is your back now?")).to_be_visible()

    page.get_by_role("button", name="6", exact=True).click()
    expect(page.get_by_text(re.compile("Saved at"))).to_be_visible()
    assert Entry.objects.get().intensity == 6

    page.get_by_role("link", name=re.compile("5 min")).click()
    page.get_by_role("button", name="Start 5 minutes").click()
    page.get_by_role("button", name="None of these, start").click()
    page.wait_for_url("**/sessions/**")
    page.get_by_role("button", name="Begin").click()
    for _ in range(60):
        if "/after/" in page.url:
            break
        page.clock.run_for(10_000)
        page.wait_for_timeout(50)  # what was pressed is being sent
    page.wait_for_url("**/after/")
    session = Session.objects.get()
    until_kept(page, session, holds_done=10, pressed_seconds=300)
    assert session.finished_at is not None
    assert session.planned_seconds == 300

    page.get_by_role("button", name="3", exact=True).click()
    until_kept(page, session, pain_after=3)

    page.goto(f"{live_server.url}/journal/chart/?range=4w")
    expect(page.get_by_role("figure", name="One day rated")).to_be_visible()
    expect(page.get_by_text("One day rated. A line appears after four.").last).to_be_visible()


@pytest.mark.parametrize("java_script_enabled", [False])
def test_the_same_walk_goes_without_scripts(browser, live_server, java_script_enabled):
    context = browser.new_context(java_script_enabled=java_script_enabled)
    page = context.new_page()
    page.goto(live_server.url)
    page.get_by_role("link", name="Begin with the safety questions").click()
    answer_all_with_none(page)
    sign_up(page, "scriptless")

    page.get_by_role("button", name="7", exact=True).click()
    expect(page.get_by_text(re.compile("Saved at"))).to_be_visible()

    page.get_by_role("button", name=re.compile("Start")).click()
    page.get_by_role("button", name="None of these, start").click()
    for _ in range(10):
        page.get_by_role("button", name="Done").click()
    page.wait_for_url("**/after/")
    page.get_by_role("button", name="5", exact=True).click()

    until_kept(page, Session.objects.get(), holds_done=10, pain_after=5)
    page.goto(f"{live_server.url}/journal/chart/?range=4w")
    expect(page.get_by_role("figure", name="One day rated")).to_be_visible()
    expect(page.get_by_text("One day rated. A line appears after four.").last).to_be_visible()
    context.close()


def test_a_red_flag_closes_every_way_to_a_session(page, live_server, person, log_in):
    log_in(person)
    page.goto(f"{live_server.url}/screening/1/")
    row = page.get_by_role("listitem").filter(has_text="Newly hard to pass urine")
    row.get_by_role("checkbox").click()
    row.get_by_text("Not sure").click()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Please get medical help now")).to_be_visible()

    routine = person.routines.get()
    page.goto(f"{live_server.url}/sessions/new/?routine={routine.pk}&length=usual")
    expect(page.get_by_role("heading", name="Please get medical help now")).to_be_visible()
    page.goto(live_server.url)
    expect(page.get_by_role("heading", name="Routines are closed")).to_be_visible()
    assert not Session.objects.exists()
