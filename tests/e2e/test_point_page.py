"""The page of a point in a real browser: step by step, by keyboard, without scripts, on paper."""

import re

import pytest

from routines.models import Preferences
from tests import make

POINTS = ["BL23", "GB39", "EX-UE7", "GV9"]
NARROWEST = {"width": 320, "height": 640}


def lit(page):
    """The landmarks that the figure lights."""
    names = "nodes => nodes.map(node => node.dataset.landmark)"
    return set(page.eval_on_selector_all(".plate [data-landmark][data-state=lit]", names))


def here(page):
    return page.locator('.find-it [aria-current="step"]').inner_text()


def test_steps_light_one_landmark_after_another(page, live_server):
    page.goto(f"{live_server.url}/points/BL23/")
    page.get_by_role("link", name="Show step by step").click()
    assert lit(page) == {"iliac_crest"}

    page.get_by_role("link", name="Next").click()
    assert lit(page) == {"spine_L2"}
    assert here(page) == "Go up two bumps, to about waist height."
    assert page.get_by_role("status").inner_text() == "Lit on the figure: bump L2"
    assert page.url.endswith("/points/BL23/?step=2#step-2")

    page.get_by_role("link", name="Anywhere in the disc").click()
    assert lit(page) == set()
    assert page.locator(".plate").first.get_attribute("data-towards") == "point"
    assert page.get_by_role("link", name="Next").is_hidden()

    page.locator("[data-go=back]").click()
    assert lit(page) == {"scapula"}


def test_steps_are_done_by_keyboard(page, live_server):
    page.goto(f"{live_server.url}/points/BL23/")
    page.locator(".find-it__link").first.focus()

    page.keyboard.press("Enter")
    assert lit(page) == {"iliac_crest"}
    page.keyboard.press("ArrowDown")
    assert lit(page) == {"spine_L2"}
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert lit(page) == {"iliac_crest"}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert lit(page) == {"spine_L2"}


def test_last_step_hands_the_focus_back(page, live_server):
    page.goto(f"{live_server.url}/points/BL23/?step=3")
    page.locator("[data-go=next]").focus()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.textContent").startswith("Anywhere in the disc")


def test_step_is_seen_below_the_figure_on_a_phone(page, live_server):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/points/BL23/?step=1#step-1")
    for _press in range(3):
        page.locator("[data-go=next]").click()
        figure = page.locator(".point__plate").bounding_box()
        step = page.locator(".find-it__step:has([aria-current])").bounding_box()
        assert figure["y"] >= -1
        assert step["y"] >= figure["y"] + figure["height"] - 1
        assert step["y"] + step["height"] <= 800


@pytest.mark.parametrize("code", POINTS)
def test_page_is_whole_without_scripts(browser, live_server, code):
    context = browser.new_context(java_script_enabled=False, viewport=NARROWEST)
    page = context.new_page()
    page.goto(f"{live_server.url}/points/{code}/")
    for number in (1, 2):
        page.locator("[data-go=next]").click()
        page.wait_for_url(f"**/points/{code}/?step={number}#step-{number}")

    assert page.locator("[data-state=lit]").count() > 0
    assert page.locator('[aria-current="step"]').count() == 1
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_with_verdict_ruler_and_step_is_accessible_and_fits(
    page, live_server, person, log_in, assert_accessible, scheme
):
    make.screening(owner=person, answers={"dvt": "yes", "osteoporosis": "yes"})
    Preferences.objects.filter(owner=person).update(thumb_mm=40)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(NARROWEST)
    log_in(person)

    for path in ("GB34/", "GB39/?step=1", "BL23/?step=2", "BL52/", "SP6/?step=4"):
        page.goto(f"{live_server.url}/points/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST["width"]
        assert_accessible(page)


def test_line_is_as_long_as_it_says(page, live_server, person, log_in):
    Preferences.objects.filter(owner=person).update(thumb_mm=20)
    log_in(person)
    page.goto(f"{live_server.url}/points/GB39/")

    width = page.locator(".ruler__line").bounding_box()["width"]
    assert width == pytest.approx(60 * 96 / 25.4, abs=1)


@pytest.mark.parametrize("code", [*POINTS, "PC6", "BL30", "SP6", "EX-HN-ANMIAN", "LI4"])
def test_paper_holds_what_one_needs_on_one_sheet(page, live_server, code):
    page.goto(f"{live_server.url}/points/{code}/")
    page.emulate_media(media="print", color_scheme="dark")

    for seen in (".plate__drawing:visible", ".steps", ".point .note", ".point__address"):
        assert page.locator(seen).first.is_visible()
    for unseen in (".top-bar", ".find-it__pager", ".point__related", ".comparison"):
        assert not page.locator(unseen).first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert sheets(page) == 1


def test_paper_of_a_person_is_one_sheet_with_the_verdict(page, live_server, person, log_in):
    make.screening(owner=person, answers={"dvt": "yes"})
    Preferences.objects.filter(owner=person).update(thumb_mm=20)
    log_in(person)
    page.goto(f"{live_server.url}/points/GB34/?step=2")

    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert page.get_by_text("Left out for you.").is_visible()
    assert page.get_by_role("link", name="Correct my answer").is_hidden()


def sheets(page):
    """How many pages of A4 the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
