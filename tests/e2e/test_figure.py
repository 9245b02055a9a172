"""The body as an index, in a real browser: a part is pressed, then a point; by link or in place."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 320, "height": 700}
LABELS = "svg[data-for=narrow] .plate__point"


def press(page, name):
    page.locator(LABELS).filter(has_text=name).first.locator("text").first.click()


def test_a_part_opens_in_place_and_a_point_is_found_by_its_label(page, live_server):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/points/")
    page.evaluate("window.stayed = true")

    press(page, "Low back")
    page.wait_for_url("**/points/?**region=low_back**")
    expect(page.locator(LABELS).filter(has_text="BL23")).to_be_visible()
    assert page.evaluate("window.stayed")

    press(page, "BL23")
    page.wait_for_url("**/points/BL23/")


def test_by_keyboard_the_focus_stays_at_the_figure(page, live_server):
    page.goto(f"{live_server.url}/points/")

    page.locator("a[data-region=low_back]:visible").first.press("Enter")
    expect(page.locator(LABELS).filter(has_text="BL23")).to_be_visible()
    expect(page.locator("#points-plate")).to_be_focused()

    side = page.get_by_role("navigation", name="Side of the body").get_by_role("link", name="Hand")
    side.press("Enter")
    expect(side).to_have_attribute("aria-current", "true")
    expect(side).to_be_focused()


def test_parts_and_points_are_plain_links_without_scripts(browser, live_server):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/points/")

    press(page, "Hand and")
    press(page, "PC6")

    page.wait_for_url("**/points/PC6/")
    context.close()


@pytest.mark.parametrize("address", ["", "?region=low_back", "?view=side", "?view=foot"])
def test_every_label_is_a_finger_high_at_320_px(page, live_server, address):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/points/{address}")

    heights = page.locator(f"{LABELS} .plate__hit").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 43.9  # 44, as a browser rounds it
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
