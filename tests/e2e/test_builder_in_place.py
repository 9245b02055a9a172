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
    more = page.get_by_role("button", name="More").last
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
