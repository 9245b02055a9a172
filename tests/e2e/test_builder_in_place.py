"""The builder in a browser where something typed cannot be kept: said in place, and led to."""

import re

import pytest
from playwright.sync_api import expect

from tests import make
from tests.e2e.test_builder import rows


@pytest.fixture
def routine(person):
    return make.routine(owner=person, codes=("BL23", "PC6", "GB34"), seconds=60, name="Mine")


@pytest.fixture
def address(live_server, routine):
    return f"{live_server.url}/routines/{routine.pk}/edit/"


def test_seconds_that_cannot_be_are_said_where_they_were_typed(
    signed_in_page, routine, address, assert_accessible, allowed_errors
):
    allowed_errors.add("422")
    page, row = signed_in_page, rows(routine)["GB34"]
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    field = page.locator(f'[id="id_{row}-hold_seconds"]')

    field.fill("999")
    field.press("Tab")
    more = page.get_by_role("button", name="More: Seconds at GB34", exact=True)
    sentence = page.locator(f'[id="id_{row}-hold_seconds_error"]')
    expect(sentence).to_be_in_viewport()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("GB34: hold it 5 to"))
    expect(more).to_be_focused()
    assert_accessible(page)

    field.fill("45")
    field.press("Tab")
    expect(sentence).to_have_count(0)
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_button_leads_to_the_field_that_cannot_be_kept(
    signed_in_page, routine, address, allowed_errors
):
    allowed_errors.add("422")
    page, step = signed_in_page, rows(routine)
    page.set_viewport_size({"width": 360, "height": 480})
    page.goto(f"{address}?open={step['BL23']}")
    field = page.locator(f'[id="id_{step["GB34"]}-hold_seconds"]')
    field.evaluate("field => { field.value = '999'; }")

    page.locator(f"#down-{step['BL23']}").click()

    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


def test_a_point_that_was_searched_for_is_added_without_losing_place_or_search(
    signed_in_page, routine, address
):
    page = signed_in_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.evaluate("window.stayed = true")
    page.get_by_label("Technique").last.select_option("tapping")
    page.get_by_label("A code, a name or a place").fill("ST36")
    add = page.get_by_role("button", name="Add ST36")
    expect(page.get_by_role("button", name=re.compile("^Add "))).to_have_count(1)

    add.press("Enter")

    steps = page.locator(".upright__more > summary strong")
    expect(steps).to_have_text(["BL23", "PC6", "GB34", "ST36"])
    expect(add).to_be_focused()
    assert page.evaluate("window.stayed")
    assert routine.steps.get(point__code="ST36").technique.slug == "tapping"


def test_on_its_own_page_a_found_point_is_added_by_a_form(signed_in_page, routine, live_server):
    page = signed_in_page
    page.goto(f"{live_server.url}/routines/{routine.pk}/points/")
    page.get_by_label("A code, a name or a place").fill("ST36")
    expect(page.get_by_role("button", name=re.compile("^Add "))).to_have_count(1)

    page.get_by_role("button", name="Add ST36").click()

    page.wait_for_url("**/edit/**")
    expect(page.locator(".upright__more > summary strong").last).to_have_text("ST36")
