"""The ten-second check on a small phone: its one button stays in front, and hides no number."""

import pytest
from playwright.sync_api import expect

from routines.models import Routine

RING = 5  # px around a chosen or focused cell
IN_FRONT = """number => {
    const foot = document.querySelector(".questions__foot");
    const cell = document.querySelector(`.pain-scale__cell[data-level="${number}"]`);
    const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
    const bar = foot.getBoundingClientRect();
    window.scrollBy({top: middle(cell.getBoundingClientRect())[1] - bar.y - 20,
                     behavior: "instant"});
    const [x, y] = middle(cell.getBoundingClientRect());
    if (y <= bar.y || y >= bar.bottom) return "not behind the bar";
    return foot.contains(document.elementFromPoint(x, y)) ? "bar" : "cell";
}"""


@pytest.fixture
def check(signed_in_page, live_server, person):
    page = signed_in_page
    page.set_viewport_size({"width": 360, "height": 560})
    routine = Routine.objects.get(owner=person)
    page.goto(f"{live_server.url}/sessions/new/?routine={routine.pk}&length=usual")
    expect(page.get_by_role("button", name="None of these, start")).to_be_visible()
    return page


@pytest.mark.parametrize("number", [3, 10])
def test_a_chosen_number_lies_behind_the_bar_and_never_on_it(check, number):
    check.locator(f'.pain-scale__cell[data-level="{number}"] input').check(force=True)
    check.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")

    assert check.evaluate(IN_FRONT, number) == "bar"


@pytest.mark.parametrize("number", [0, 10])
def test_a_number_that_is_scrolled_to_stands_above_the_bar_with_its_ring(check, number):
    cell = check.locator(f'.pain-scale__cell[data-level="{number}"]')
    cell.evaluate("cell => cell.scrollIntoView({block: 'end', behavior: 'instant'})")

    bar = check.locator(".questions__foot").bounding_box()
    box = cell.bounding_box()
    assert box["y"] + box["height"] + RING <= bar["y"]
