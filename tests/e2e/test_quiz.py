"""The quiz in a real browser: by finger, by keys, without scripts, with storage closed."""

import re

import pytest

CLOSED = """
    Object.defineProperty(window, "localStorage", {get() { throw new DOMException("closed"); }});
"""
FIGURE = "[data-part=figure]"


def scale_of(page):
    """CSS pixels to a figure unit, and the figure's place in the window."""
    box = page.locator(FIGURE).bounding_box()
    width = float(page.locator(FIGURE).get_attribute("viewBox").split()[2])
    return box["width"] / width, box


def spot_of(page):
    spots = page.locator("point-quiz").get_attribute("data-spots")
    return [float(one) for one in spots.split(";")[0].split(",")]


def tap(page, x, y):
    scale, box = scale_of(page)
    page.mouse.click(box["x"] + x * scale, box["y"] + y * scale)


def said(page):
    return page.locator("[data-part=said]").inner_text()


def answers(page):
    return page.evaluate("location.hash")


@pytest.fixture
def asked(page, live_server):
    page.goto(f"{live_server.url}/quiz/7/1/")
    return page


def test_tap_on_the_place_is_on_it(asked, assert_accessible):
    x, y, _ = spot_of(asked)
    asked.locator(FIGURE).scroll_into_view_if_needed()
    tap(asked, x, y)
    assert_accessible(asked)
    asked.get_by_role("button", name="Answer").click()

    assert said(asked).startswith("On it.")
    assert asked.locator(".quiz__spots circle").count() >= 1
    assert asked.get_by_role("heading", name="How to find it").is_visible()
    assert_accessible(asked)


def test_nothing_can_be_answered_before_a_place_is_chosen(asked):
    assert asked.get_by_role("button", name="Answer").is_disabled()
    assert asked.get_by_role("heading", name="How to find it").count() == 0


def test_arrows_move_a_quarter_of_a_cun_and_enter_answers(asked):
    figure = asked.locator(FIGURE)
    cun = float(asked.locator("point-quiz").get_attribute("data-cun"))
    figure.focus()
    figure.press("ArrowRight")  # the first key puts the marker in the middle
    start = marker(asked)
    figure.press("ArrowRight")
    figure.press("Shift+ArrowDown")
    here = marker(asked)

    assert [round((b - a) / cun, 2) for a, b in zip(start, here, strict=True)] == [0.25, 1.0]
    assert "cun from the left edge" in asked.locator("[data-part=place]").inner_text()
    figure.press("Enter")
    assert said(asked)
    assert asked.evaluate("document.activeElement.dataset.part") == "next"
    asked.keyboard.press("Enter")
    asked.wait_for_url("**/quiz/7/2/#so=*")


def marker(page):
    moved = page.locator("[data-part=marker]").get_attribute("transform")
    return [float(one) for one in re.findall(r"-?[\d.]+", moved)]


def test_marker_stays_on_the_figure(asked):
    figure = asked.locator(FIGURE)
    figure.focus()
    for _ in range(60):
        figure.press("Shift+ArrowUp")

    assert marker(asked)[1] == 0


def test_whole_round_is_summed_up_and_sends_no_answer(page, live_server, assert_accessible):
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto(f"{live_server.url}/quiz/7/1/")
    for number in range(1, 11):
        page.wait_for_url(f"**/quiz/7/{number}/**")
        if number == 2:
            page.get_by_role("link", name="Show me").click()
        else:
            x, y, _ = spot_of(page)
            page.locator(FIGURE).scroll_into_view_if_needed()
            tap(page, x, y)
            page.get_by_role("button", name="Answer").click()
        page.locator("[data-part=next]").click()
    page.wait_for_url("**/quiz/7/sum/**")

    assert page.locator("[data-part=on_it]").inner_text() == "9"
    assert page.locator("[data-part=shown]").inner_text() == "1"
    assert page.locator("[data-part=mean]").inner_text() == "0.0"
    assert page.locator("[data-part=row]").nth(1).inner_text() == "shown"
    assert answers(page) == "#so=0,-" + ",0" * 8
    assert not [url for url in sent if "?" in url.partition("#")[0]]
    assert_accessible(page)


def test_round_before_is_remembered_in_this_browser_alone(page, live_server):
    page.goto(f"{live_server.url}/quiz/7/sum/#so=10,20")
    assert page.locator("[data-part=before]").is_hidden()
    page.goto(f"{live_server.url}/quiz/8/sum/#so=0,10")
    assert page.locator("[data-part=before-mean]").inner_text() == "1.5"
    page.reload()
    assert page.locator("[data-part=before-mean]").inner_text() == "1.5"


def test_closed_storage_spoils_nothing(page, live_server):
    page.add_init_script(CLOSED)
    page.goto(f"{live_server.url}/quiz/7/1/")
    page.get_by_role("link", name="Show me").click()
    page.locator("[data-part=next]").click()
    page.wait_for_url("**/quiz/7/2/#so=-")
    page.goto(f"{live_server.url}/quiz/7/sum/#so=10,-")

    assert page.locator("[data-part=mean]").inner_text() == "1.0"


def test_round_goes_on_without_scripts(browser, live_server):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 640}, locale="en-GB"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/quiz/7/9/?so=" + ",".join("0" * 8))
    picture = page.locator("input[type=image]")
    box = picture.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    picture.click(position={"x": 100, "y": 100})

    page.wait_for_url("**/quiz/7/9/?so=*tap.x=100&tap.y=100")
    assert said(page)
    assert page.locator(".quiz__spots circle").count() >= 1
    page.get_by_role("link", name="Next point").click()
    page.get_by_role("link", name="Show me").click()
    page.get_by_role("link", name="See the sum").click()
    assert page.locator("[data-part=on_it]").inner_text() in {"8", "9"}
    assert page.locator("[data-part=shown]").inner_text() == "1"
    context.close()
