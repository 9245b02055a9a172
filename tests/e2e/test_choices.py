"""Choices: the mark of the chosen one, and where the focus is once one is pressed."""

import pytest
from playwright.sync_api import expect

from tests import make


def test_the_mark_of_a_chosen_length_is_not_squeezed_by_its_words(signed_in_page, live_server):
    page = signed_in_page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/journal/fair-tests/new/")

    marks = page.locator(".chip__check:visible")
    assert [mark.bounding_box()["width"] for mark in marks.all()] == [18, 18]


@pytest.mark.parametrize(
    ("address", "choice", "leads_to"),
    [
        ("/journal/", "Sessions", "**/journal/?show=sessions"),
        ("/journal/chart/", "4 weeks", "**/journal/chart/?range=4w"),
    ],
)
def test_a_choice_that_changes_what_is_shown_keeps_the_focus(
    signed_in_page, live_server, person, address, choice, leads_to
):
    page = signed_in_page
    make.entry(owner=person)
    page.goto(live_server.url + address)

    page.get_by_role("link", name=choice, exact=True).press("Enter")
    page.wait_for_url(leads_to)

    chosen = page.get_by_role("link", name=choice, exact=True)
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
