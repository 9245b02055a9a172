"""The builder in a browser: by keyboard, by drag, without scripts, in two tabs."""

import re

import pytest
from playwright.sync_api import expect

from routines.models import Routine
from tests import make
from tests.e2e.playing import until_kept

CODES = ("BL23", "PC6", "GB34")


@pytest.fixture
def routine(person):
    return make.routine(owner=person, codes=CODES, seconds=60, name="Mine")


@pytest.fixture
def address(live_server, routine):
    return f"{live_server.url}/routines/{routine.pk}/edit/"


def codes(routine):
    return list(routine.steps.order_by("position").values_list("point__code", flat=True))


def expect_steps(page, wanted):
    expect(page.locator(".upright__more > summary strong")).to_have_text(wanted)


def rows(routine):
    return dict(routine.steps.values_list("point__code", "pk"))


def tab_to(page, name):
    """Press Tab until the element of that id has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    pytest.fail(f"{name} is not reached by Tab")


def test_by_keyboard_a_step_moves_and_the_focus_stays_on_it(
    signed_in_page, routine, address, assert_accessible
):
    page, row = signed_in_page, rows(routine)["BL23"]
    page.goto(address)

    tab_to(page, f"row-{row}")
    page.keyboard.press("Enter")
    tab_to(page, f"down-{row}")
    for after in (["PC6", "BL23", "GB34"], ["PC6", "GB34", "BL23"]):
        page.keyboard.press("Enter")
        expect_steps(page, after)
        expect(page.locator(f"#down-{row}")).to_be_focused()
    assert_accessible(page)

    assert codes(routine) == ["PC6", "GB34", "BL23"]


def test_a_press_right_after_an_answer_is_answered_in_place(signed_in_page, routine, address):
    page, row = signed_in_page, rows(routine)["BL23"]
    page.goto(f"{address}?open={row}")
    page.evaluate(
        """name => {
            window.stayed = true;
            const again = () => setTimeout(() => document.getElementById(name).click());
            document.addEventListener("htmx:afterSwap", again, {once: true});
        }""",
        f"down-{row}",
    )

    page.locator(f"#down-{row}").press("Enter")

    expect_steps(page, ["PC6", "GB34", "BL23"])
    expect(page.locator(f"#down-{row}")).to_be_focused()
    assert page.evaluate("window.stayed")


def test_by_keyboard_the_focus_stays_at_the_steps_when_one_is_taken_out(
    signed_in_page, routine, address
):
    page, row = signed_in_page, rows(routine)["PC6"]
    page.goto(f"{address}?open={row}")

    page.get_by_role("button", name="Take out PC6").press("Enter")

    expect_steps(page, ["BL23", "GB34"])
    expect(page.locator("#builder-steps")).to_be_focused()


def test_by_keyboard_seconds_technique_and_name_are_kept_as_they_are_set(
    signed_in_page, routine, address
):
    page, row = signed_in_page, rows(routine)["BL23"]
    page.goto(address)

    tab_to(page, f"row-{row}")
    page.keyboard.press("Enter")
    tab_to(page, f"id_{row}-technique")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"#row-{row}")).to_contain_text("Deep pressure")
    expect(page.locator(f"#id_{row}-technique")).to_be_focused()
    tab_to(page, f"id_{row}-hold_seconds")
    page.keyboard.type("120")
    page.keyboard.press("Tab")
    expect(page.locator(".builder__total")).to_contain_text("8")

    step = routine.steps.get(pk=row)
    until_kept(page, step, hold_seconds=120)
    assert step.technique.slug == "deep_pressure"


def test_taps_in_a_row_are_all_counted(signed_in_page, routine, address):
    page, row = signed_in_page, rows(routine)["PC6"]
    page.goto(address)
    more = page.locator(f"#step-{row} .stepper__button[data-by='1']")

    for pause in (20, 20, 500, 20, 350, 20):
        more.click()
        page.wait_for_timeout(pause)

    expect(page.locator(f"#id_{row}-hold_seconds")).to_have_value("90")
    expect(page.locator(".builder__total")).to_contain_text("7")
    expect(page.locator("#builder-clock-1")).to_have_text("7 min 0 s")
    expect(page.locator(".htmx-request")).to_have_count(0)
    until_kept(page, routine.steps.get(pk=row), hold_seconds=90)


def test_a_step_is_dragged_to_the_end(signed_in_page, routine, address):
    page, row = signed_in_page, rows(routine)["BL23"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    grip = page.locator(f"#step-{row} [data-grip]").bounding_box()
    last = page.locator(f"#step-{rows(routine)['GB34']}").bounding_box()

    page.mouse.move(grip["x"] + 10, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(last["x"] + 300, last["y"] + last["height"] / 2, steps=4)
    page.mouse.move(last["x"] + 300, last["y"] + last["height"] + 10, steps=4)
    with page.expect_response(lambda answer: answer.request.method == "GET"):
        page.mouse.up()

    expect_steps(page, ["PC6", "GB34", "BL23"])
    assert codes(routine) == ["PC6", "GB34", "BL23"]


def test_a_point_is_searched_and_added(signed_in_page, routine, address, allowed_errors):
    allowed_errors.update({"htmx:afterRequest", "htmx:sendAbort"})  # a search that is overtaken
    page = signed_in_page
    page.goto(address)

    page.get_by_role("link", name="Add a point").click()
    page.get_by_label("A code, a name or a place").fill("hegu")
    page.get_by_role("button", name="Add LI4").click()

    expect_steps(page, [*CODES, "LI4"])
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mine")


def test_on_a_desktop_a_point_is_added_from_the_margin(signed_in_page, routine, address):
    page = signed_in_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)

    page.locator("#builder-name").fill("Typed before")
    page.locator(".builder__finder .builder__plus").first.click()
    expect(page.locator(".upright__more > summary strong")).to_have_count(4)

    assert routine.steps.count() == 4
    assert Routine.objects.get(pk=routine.pk).name == "Typed before"


def test_without_scripts_everything_is_done_by_forms(browser, live_server, person, routine):
    phone = {"width": 360, "height": 800}
    context = browser.new_context(java_script_enabled=False, viewport=phone)
    page = context.new_page()
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[name=login]").fill(person.username)
    page.locator("input[name=password]").fill(make.PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(f"{live_server.url}/")
    page.goto(f"{live_server.url}/routines/{routine.pk}/edit/")
    row = rows(routine)["PC6"]

    page.locator("#builder-name").fill("Slowly")
    page.locator(f"#id_{row}-hold_seconds").fill("75")
    page.locator(f"#row-{row}").click()
    page.locator(f"#up-{row}").click()
    expect_steps(page, ["PC6", "BL23", "GB34"])
    page.get_by_role("link", name="Add a point").click()
    page.get_by_label("A code, a name or a place").fill("hegu")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Add LI4").click()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Slowly")
    assert codes(routine) == ["PC6", "BL23", "GB34", "LI4"]
    assert routine.steps.get(pk=row).hold_seconds == 75
    context.close()


def test_the_second_tab_is_told_and_keeps_what_it_has(
    signed_in_page, routine, address, allowed_errors, assert_accessible
):
    allowed_errors.add("409")
    page, row = signed_in_page, rows(routine)["PC6"]
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    other.locator("#builder-name").fill("From the other tab")
    other.locator("#builder-name").press("Enter")
    expect(other.locator("h1")).to_contain_text("From the other tab")

    page.locator(f"#step-{row} .stepper__button[data-by='1']").click()
    page.get_by_role("button", name="Look at both").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("another place"))
    assert_accessible(page)
    page.get_by_role("button", name="Keep this one").click()

    expect(page.locator(f"#id_{row}-hold_seconds")).to_have_value("65")
    until_kept(page, Routine.objects.get(pk=routine.pk), name="Mine")
    until_kept(page, routine.steps.get(pk=row), hold_seconds=65)


def test_what_becomes_of_the_steps_is_said_aloud(signed_in_page, routine, address):
    page, row = signed_in_page, rows(routine)["PC6"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    news = page.locator("step-news[role=status]")
    expect(news).to_be_empty()

    page.locator(f"#row-{row}").click()
    page.locator(f"#up-{row}").press("Enter")
    expect(news).to_have_text(re.compile(r"^PC6 is step 1 now\. 6 minutes pressing, 6 holds,"))
    page.locator(f"button[value='remove-{row}']").press("Enter")
    expect(news).to_have_text(re.compile(r"^PC6 is taken out\. 4 minutes"))
    page.locator("#add-GV20").press("Enter")

    expect(news).to_have_text(re.compile(r"^GV20 is added\. 5 minutes"))
