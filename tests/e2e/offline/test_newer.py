"""A newer version of what a phone keeps is offered, never in the middle of a session."""

import pytest
from playwright.sync_api import expect

from config import kept_files
from routines.models import Routine
from tests.e2e.offline.phones import online, until

NAMES = "caches.keys()"


@pytest.fixture
def deploy(monkeypatch):
    """Put a newer version on the server: it keeps one file more."""

    def forget():
        kept_files.kept_names.cache_clear()
        kept_files.version.cache_clear()

    def newer():
        monkeypatch.setattr(kept_files, "KEPT", (*kept_files.KEPT, "img/icon-512.png"))
        forget()

    yield newer
    monkeypatch.undo()
    forget()


def test_the_first_version_is_not_offered_as_a_newer_one(signed_in_page, live_server):
    page = signed_in_page
    page.goto(f"{live_server.url}/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, lambda: len(page.evaluate(NAMES)) == 1)

    expect(page.locator("#newer")).to_be_hidden()


def test_a_newer_version_is_offered_and_taken_by_a_press(
    phone, live_server, person, deploy, assert_accessible
):
    page = phone
    online(page)
    page.goto(f"{live_server.url}/")
    before = page.evaluate(NAMES)
    expect(page.get_by_text("A newer Backbeat is ready")).to_be_hidden()
    deploy()

    routine = Routine.objects.get(owner=person)
    page.goto(f"{live_server.url}/sessions/new/?routine={routine.pk}")
    page.get_by_role("button", name="None of these, start").click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    until(page, lambda: len(page.evaluate(NAMES)) == 2)
    expect(page.locator("#newer")).to_be_hidden()

    page.goto(f"{live_server.url}/")
    expect(page.get_by_text("A newer Backbeat is ready")).to_be_visible()
    assert_accessible(page)
    with page.expect_event("load"):
        page.get_by_role("button", name="Use it now").click()

    until(page, lambda: len(page.evaluate(NAMES)) == 1)
    assert page.evaluate(NAMES) != before
    expect(page.locator("#newer")).to_be_hidden()


def test_without_the_newer_one_the_older_still_answers(phone, live_server, deploy):
    page = phone
    online(page)
    deploy()
    page.goto(f"{live_server.url}/")
    until(page, lambda: len(page.evaluate(NAMES)) == 2)
    page.context.set_offline(True)

    page.goto(f"{live_server.url}/")

    expect(page.get_by_text("No network.")).to_be_visible()
    expect(page.get_by_role("heading", name="Low back").first).to_be_visible()
