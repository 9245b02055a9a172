"""What a page says when it has come, and where a keyboard stands on it."""

import pytest
from playwright.sync_api import expect

from tests import make


@pytest.fixture
def deleted(signed_in_page, person, live_server):
    """The diary, just after an entry was deleted, before a second has gone by."""
    page = signed_in_page
    entry = make.entry(owner=person, intensity=4)
    page.clock.install()
    page.goto(f"{live_server.url}/journal/entries/{entry.key}/")
    page.get_by_role("button", name="Delete entry").click()
    page.wait_for_url("**/journal/")
    return page


def test_a_message_is_put_where_nothing_was_so_that_it_is_read_aloud(deleted):
    voice = deleted.locator(".toasts > [role=status].visually-hidden")
    expect(deleted.locator(".toast__text")).to_have_text("Entry deleted")

    expect(voice).to_be_empty()
    deleted.clock.run_for(1_000)
    expect(voice).to_have_text("Entry deleted")
    expect(deleted.locator(".toast__text")).to_have_text("Entry deleted")
    deleted.clock.run_for(15_000)
    expect(voice).to_have_count(0)


def test_what_can_be_undone_is_undone_by_one_key(deleted):
    expect(deleted.get_by_role("button", name="Undo")).to_be_focused()

    deleted.keyboard.press("Enter")
    expect(deleted.locator(".toast__text")).to_have_text("Entry is back")


def test_a_page_without_a_message_keeps_the_focus_where_it_is(signed_in_page, live_server):
    signed_in_page.goto(live_server.url)

    expect(signed_in_page.locator("[role=status].visually-hidden")).to_have_count(0)
    assert signed_in_page.evaluate("document.activeElement === document.body")
