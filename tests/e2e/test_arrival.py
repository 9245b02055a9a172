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


def refused(page, url, button):
    """Send a form as it is to the server, which refuses it with a page of its own."""
    page.goto(url)
    page.locator("main form").evaluate_all("forms => forms.forEach(f => f.noValidate = true)")
    page.get_by_role("button", name=button).click()
    expect(page.locator("main [role=alert]:visible").first).to_be_visible()
    return page.locator(":focus")


def test_a_refused_form_has_the_focus_on_its_first_wrong_field(page, live_server, allowed_errors):
    allowed_errors.add("422")
    focused = refused(page, f"{live_server.url}/account/signup/", "Make my account")

    expect(focused).to_have_attribute("name", "username")
    expect(focused).to_have_attribute("aria-invalid", "true")


def test_a_form_without_a_wrong_field_has_the_focus_on_what_it_says(
    page, live_server, person, allowed_errors
):
    allowed_errors.add("422")
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("not the one")
    page.get_by_role("button", name="Log in", exact=True).click()

    expect(page.locator(":focus")).to_have_attribute("role", "alert")
    expect(page.locator(":focus")).to_contain_text("This name and password do not go together.")


def test_questions_left_open_have_the_focus_on_the_first_of_them(
    signed_in_page, live_server, allowed_errors
):
    allowed_errors.add("422")
    focused = refused(signed_in_page, f"{live_server.url}/journal/questions/week/", "Save answers")

    expect(focused).to_have_attribute("name", "pain")


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_what_was_said_after_a_session_has_the_focus(
    browser, live_server, session, log_in, page, java_script_enabled
):
    log_in(session.owner)
    kept = page.context.storage_state()
    context = browser.new_context(java_script_enabled=java_script_enabled, storage_state=kept)
    page = context.new_page()
    page.goto(f"{live_server.url}/sessions/{session.key}/after/")

    page.get_by_role("button", name="4", exact=True).click()
    saved = page.get_by_text("How it felt: 5 before, 4 after.")
    expect(saved).to_be_focused()

    page.locator("summary").get_by_text("Sore where you pressed").click()
    page.get_by_role("checkbox", name="sore").first.click()
    page.get_by_role("button", name="Save what you noticed").click()
    expect(page.locator("#noted")).to_be_focused()
    context.close()
