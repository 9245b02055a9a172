"""The body map by touch, by keyboard, by the list, and the questions' drafts, in a browser."""

import pytest
from playwright.sync_api import expect

from journal.models import Answers, Entry
from tests import make


@pytest.fixture
def entry(person):
    return make.entry(owner=person, intensity=4)


@pytest.fixture
def entry_page(signed_in_page, live_server, entry):
    signed_in_page.goto(f"{live_server.url}/journal/entries/{entry.key}/")
    return signed_in_page


def test_the_map_is_there_each_time_the_page_opens(entry_page):
    for _ in range(8):
        entry_page.reload()
        expect(entry_page.locator("#where svg:visible")).to_have_count(1)


def zone(page, word):
    return page.get_by_role("checkbox", name=word, exact=True).and_(page.locator("svg *"))


def box(page, region):
    return page.locator(f"input[name=regions][value={region}]")


def save(page):
    page.get_by_role("button", name="Save details").click()
    page.wait_for_url("**/journal/")
    return Entry.objects.get()


@pytest.mark.browser_context_args(has_touch=True)
def test_by_touch(entry_page):
    spot = zone(entry_page, "Low back, left")
    spot.scroll_into_view_if_needed()
    spot.tap()
    expect(spot).to_have_attribute("aria-checked", "true")
    expect(box(entry_page, "low_back_left")).to_be_checked()
    stronger = entry_page.get_by_role("button", name="Stronger")
    stronger.tap()
    stronger.tap()
    expect(spot.locator("text")).to_have_text("6")

    kept = save(entry_page)

    assert (kept.regions, kept.levels) == (["low_back_left"], {"low_back_left": 6})


def test_by_keyboard(entry_page):
    zone(entry_page, "Back of the head, left").focus()
    keys = entry_page.keyboard
    keys.press("ArrowDown")
    keys.press("ArrowRight")
    expect(zone(entry_page, "Neck, right")).to_be_focused()
    keys.press("Space")
    keys.press("+")
    keys.press("ArrowUp")
    keys.press("Enter")
    keys.press("Enter")
    expect(zone(entry_page, "Back of the head, right")).to_have_attribute("aria-checked", "false")

    kept = save(entry_page)

    assert (kept.regions, kept.levels) == (["neck_right"], {"neck_right": 5})


def test_by_the_list(entry_page, assert_accessible):
    label = entry_page.locator(".region__side", has=box(entry_page, "sacrum_right"))
    label.click()
    expect(zone(entry_page, "Base of the spine, right")).to_have_attribute("aria-checked", "true")
    how = entry_page.locator("input[name=level_sacrum_right]")
    expect(how).to_be_visible()
    how.fill("9")
    how.press("Tab")
    expect(zone(entry_page, "Base of the spine, right").locator("text")).to_have_text("9")
    entry_page.get_by_role("radio", name="Legs, behind").check()
    entry_page.locator(".region__side", has=box(entry_page, "calf_left")).click()
    assert_accessible(entry_page)

    kept = save(entry_page)

    assert set(kept.regions) == {"sacrum_right", "calf_left"}
    assert kept.levels == {"sacrum_right": 9, "calf_left": 4}


def test_without_scripts_the_list_does_everything(browser, live_server, log_in, page, entry):
    log_in(entry.owner)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(f"{live_server.url}/journal/entries/{entry.key}/")
    plain.locator(".region__side", has=box(plain, "low_back_right")).click()
    plain.locator("input[name=level_low_back_right]").fill("7")
    plain.get_by_role("radio", name="Front", exact=True).check()
    plain.locator(".region__side", has=box(plain, "belly_left")).click()

    kept = save(plain)
    context.close()

    assert set(kept.regions) == {"low_back_right", "belly_left"}
    assert kept.levels == {"low_back_right": 7}


def test_a_tap_on_the_figure_is_near_what_a_finger_needs(entry_page):
    sizes = entry_page.evaluate(
        """[...document.querySelectorAll('[data-part=back-upper] .plate__zone')]
           .map((zone) => zone.getBoundingClientRect())
           .map((box) => Math.min(box.width, box.height))"""
    )

    assert min(sizes) >= 24  # WCAG 2.5.8; the list beside it has 44


def test_unsaved_details_are_asked_about_before_they_are_left(entry_page, live_server):
    asked = []
    entry_page.get_by_label("Note", exact=True).fill("half a sentence")
    entry_page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    entry_page.get_by_role("link", name="Today").first.click()
    entry_page.wait_for_url(f"{live_server.url}/")

    assert asked == ["beforeunload"]


def test_a_note_tells_how_much_room_is_left_near_its_end(entry_page):
    note = entry_page.get_by_label("Note", exact=True)
    left = entry_page.locator("note-counter [role=status]")
    note.fill("short")
    expect(left).to_be_hidden()
    note.fill("x" * 3990)
    expect(left).to_have_text("10 characters left")


def test_answers_survive_a_closed_tab(signed_in_page, live_server, person):
    signed_in_page.goto(f"{live_server.url}/journal/questions/week/")
    with signed_in_page.expect_response("**/keep/"):
        signed_in_page.locator("label", has=signed_in_page.locator("[name=joy][value='6']")).click()

    signed_in_page.goto(f"{live_server.url}/journal/questions/week/")

    expect(signed_in_page.locator("[name=joy][value='6']")).to_be_checked()
    assert Answers.objects.get().answers == {"joy": 6}
