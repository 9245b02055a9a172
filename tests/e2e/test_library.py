"""Somebody who has never heard of BL23 finds it by its place, by words and by what it is for."""

import re

import pytest
from playwright.sync_api import expect

from tests import make

WHERE = "Find it"


@pytest.fixture
def points_page(page, live_server, allowed_errors):
    """The page of all points; an answer that a newer question overtakes is said to be aborted."""
    allowed_errors.update({"htmx:afterRequest", "htmx:sendAbort"})
    page.goto(f"{live_server.url}/points/")
    return page


@pytest.fixture
def plain_page(browser, live_server):
    """A page of a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{live_server.url}/points/")
    yield page
    context.close()


def count(page):
    return page.get_by_role("status").filter(has_text="point")


def rows(page):
    return page.locator(".points__list .rows .row__code")


def told_where(page):
    """The steps that say where to press, on the page of the point."""
    page.wait_for_url("**/points/BL23/")
    steps = page.locator("section", has=page.get_by_role("heading", name=WHERE)).locator("li")
    return " ".join(steps.all_inner_texts())


@pytest.mark.parametrize("words", ["kidney", "low back", "shen shu", "肾俞", "b23", "kidny"])
def test_point_is_found_by_typing(points_page, words):
    points_page.get_by_role("searchbox").press_sequentially(words, delay=20)
    expect(count(points_page)).to_contain_text(" of 62 points")
    points_page.locator(".row", has_text="BL23").click()

    assert "thumb" in told_where(points_page) or "finger" in told_where(points_page)


def test_point_is_found_by_what_it_is_for(points_page):
    points_page.locator(".chip", has_text="Sleep").click()
    expect(count(points_page)).to_have_text("13 of 62 points")
    expect(points_page).to_have_url(re.compile(r"\?.*aim=sleep"))
    points_page.locator(".row", has_text="BL23").click()

    assert "waist" in told_where(points_page)


def test_point_is_found_by_its_part_of_the_body(points_page):
    points_page.locator(".chip", has_text="Filters").click()
    part = points_page.get_by_role("group", name="Part of the body")
    part.locator(".chip", has_text="Low back").click()
    expect(count(points_page)).to_have_text("10 of 62 points")
    points_page.locator(".row", has_text="BL23").click()

    assert "waist" in told_where(points_page)


def test_figure_leads_to_the_low_back_and_to_its_points(points_page):
    figure = points_page.locator(".points__plate")
    figure.locator(".plate__label:visible", has_text="Low back").first.click()
    points_page.wait_for_url("**region=low_back*")
    figure.locator("a[href='/points/BL23/'] .plate__label:visible").first.click()

    assert "waist" in told_where(points_page)


def test_typing_keeps_focus_and_caret(points_page):
    box = points_page.get_by_role("searchbox")
    box.press_sequentially("ki", delay=20)
    expect(count(points_page)).to_contain_text(" of 62 points")
    box.press_sequentially("dney")
    expect(points_page).to_have_url(re.compile("q=kidney"))
    box.press("Home")
    box.press_sequentially("zq")
    expect(count(points_page)).to_contain_text("0 of 62")
    box.press_sequentially("y")

    expect(box).to_be_focused()
    expect(box).to_have_value("zqykidney")
    assert box.evaluate("box => box.selectionStart") == 3


def test_old_answer_never_overwrites_a_newer_one(points_page):
    held = []

    def hold(route):
        held.append(route)

    points_page.route(re.compile(r"[?&]q=ki($|&)"), hold)
    box = points_page.get_by_role("searchbox")
    with points_page.expect_request(re.compile(r"q=ki($|&)")):
        box.press_sequentially("ki")
    box.press_sequentially("dney")
    expect(rows(points_page).first).to_have_text("BL23")
    for route in held:
        route.continue_()
    points_page.wait_for_timeout(300)

    assert len(held) == 1
    assert "q=kidney" in points_page.url
    expect(count(points_page)).to_have_text("5 of 62 points")


def test_typing_leaves_one_trace_in_the_history_and_choosing_can_be_undone(points_page):
    before = points_page.evaluate("history.length")
    box = points_page.get_by_role("searchbox")
    box.press_sequentially("hip", delay=300)
    expect(points_page).to_have_url(re.compile("q=hip"))
    assert points_page.evaluate("history.length") == before

    points_page.locator(".chip", has_text="Sciatica").click()
    expect(points_page).to_have_url(re.compile("aim=sciatica"))
    points_page.go_back()

    expect(points_page).not_to_have_url(re.compile("aim=sciatica"))
    expect(points_page.locator("#aim-sciatica")).not_to_be_checked()
    expect(points_page.get_by_role("searchbox")).to_have_value("hip")


def test_page_of_a_point_leads_back_to_the_search(points_page):
    points_page.get_by_role("searchbox").press_sequentially("kidney")
    expect(points_page).to_have_url(re.compile("q=kidney"))
    points_page.locator(".row", has_text="KI3").click()
    points_page.wait_for_url("**/points/KI3/")
    points_page.go_back()

    expect(points_page.get_by_role("searchbox")).to_have_value("kidney")
    expect(count(points_page)).to_have_text("5 of 62 points")


def test_chips_are_chosen_by_keyboard_and_keep_the_focus(points_page):
    points_page.locator("#aim-neck").focus()
    points_page.keyboard.press("Space")
    expect(count(points_page)).to_have_text("14 of 62 points")

    expect(points_page.locator("#aim-neck")).to_be_focused()
    points_page.keyboard.press("Space")
    expect(count(points_page)).to_have_text("62 points")


def test_one_choice_or_all_are_taken_back(points_page):
    points_page.locator(".chip", has_text="Neck").first.click()
    points_page.locator(".chip", has_text="Sleep").click()
    picked = points_page.locator(".points__picked")
    picked.get_by_role("link", name="For: Neck").click()
    expect(count(points_page)).to_have_text("13 of 62 points")
    picked.get_by_role("link", name="Clear all").click()

    expect(count(points_page)).to_have_text("62 points")
    assert points_page.url.endswith("/points/")


def test_a_long_code_keeps_to_its_column(points_page):
    codes = points_page.locator(".points__list .row__code")
    widths = codes.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")

    assert codes.filter(has_text="EX-HN-ANMIAN").count() == 1
    assert len(set(widths)) == 1
    assert codes.evaluate_all("all => all.every(one => one.scrollWidth <= one.clientWidth)")
    lines = "one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)"
    assert codes.filter(has_text="EX-HN-ANMIAN").evaluate(lines) < 2.5  # it breaks at a hyphen


def test_enter_shows_what_was_typed(points_page):
    box = points_page.get_by_role("searchbox")
    box.fill("hip")
    box.press("Enter")

    expect(points_page).to_have_url(re.compile("q=hip"))
    expect(count(points_page)).to_contain_text("of 62 points")


def test_every_state_is_accessible(points_page, assert_accessible):
    assert_accessible(points_page)
    points_page.locator(".chip", has_text="Filters").click()
    points_page.locator(".chip", has_text="Chinese").click()
    expect(points_page.locator(".points__picked")).to_be_visible()
    assert_accessible(points_page)
    points_page.get_by_role("searchbox").fill("b47")
    expect(points_page.get_by_text("BL47 names two points")).to_be_visible()
    assert_accessible(points_page)
    points_page.get_by_role("searchbox").fill("zzz")
    expect(points_page.get_by_role("heading", name="Nothing fits all of that")).to_be_visible()
    assert_accessible(points_page)


def test_unknown_code_leads_on(page, live_server, assert_accessible, allowed_errors):
    allowed_errors.add("404")
    page.goto(f"{live_server.url}/points/UB23/")
    assert_accessible(page)
    page.locator(".row", has_text="BL23").click()

    assert "waist" in told_where(page)


@pytest.mark.parametrize("words", ["kidney", "low back"])
def test_without_scripts_words_and_a_button_find_it(plain_page, words):
    plain_page.get_by_role("searchbox").fill(words)
    plain_page.get_by_role("button", name="Show").click()
    plain_page.locator(".row", has_text="BL23").click()

    assert "waist" in told_where(plain_page)


def test_without_scripts_aim_and_reach_find_it(plain_page):
    plain_page.locator(".chip", has_text="Sleep").click()
    plain_page.locator(".chip", has_text="Filters").click()
    plain_page.locator(".chip", has_text="With a ball").click()
    plain_page.get_by_role("button", name="Show").click()
    assert plain_page.evaluate("document.documentElement.scrollWidth") <= 320
    plain_page.locator(".row", has_text="BL23").click()

    assert "waist" in told_where(plain_page)


def test_safe_for_me_shows_only_what_the_answers_allow(
    page, live_server, log_in, assert_accessible
):
    owner = make.person(name="owner")
    make.screening(owner=owner, answers={"osteoporosis": "yes"})
    log_in(owner)
    page.goto(f"{live_server.url}/points/?q=GV")
    expect(page.locator(".row", has_text="GV4")).to_contain_text("Leave it out")
    assert_accessible(page)
    page.locator(".chip", has_text="Safe for me").click()

    expect(page.locator(".row", has_text="GV4")).to_have_count(0)
