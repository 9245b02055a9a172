"""The last 28 days and the calendar as they are drawn: nothing over another, all on one line."""

import pytest

CROWDED = """width => {
    const days = document.querySelector(".days");
    days.style.inlineSize = `${width}px`;
    const row = days.querySelector(".days__row");
    const found = [];
    for (let first = 0; first < 7; first++) {
        row.replaceChildren(...Array.from({length: 28}, (_, n) => {
            const day = document.createElement("i");
            day.className = "days__day";
            if (n % 7 === first) {
                const label = document.createElement("span");
                label.className = "days__monday";
                label.textContent = "26 Nov";
                day.dataset.monday = "";
                day.append(label);
            }
            return day;
        }));
        const boxes = [...row.querySelectorAll(".days__monday")]
            .map(label => label.getBoundingClientRect()).filter(box => box.width);
        boxes.forEach((box, n) => {
            if (n && box.left < boxes[n - 1].right + 4) found.push(`${first}: ${n}`);
        });
        if (boxes.length < 2) found.push(`${first}: only ${boxes.length}`);
        if (boxes.at(-1).right > row.getBoundingClientRect().right + 1) found.push(`${first}: out`);
    }
    return found;
}"""


@pytest.mark.parametrize("width", [200, 239, 240, 287, 320, 335, 337, 480])
def test_no_two_mondays_collide_whichever_day_it_is(signed_in_page, live_server, width):
    page = signed_in_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url)

    assert page.evaluate(CROWDED, width) == []


@pytest.mark.parametrize("path", ["/weeks/", "/months/", "/days/2026-11-24/"])
def test_the_links_to_before_and_after_stand_on_one_line(signed_in_page, live_server, path):
    page = signed_in_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}{path}")

    links = page.get_by_role("navigation", name="Earlier and later").get_by_role("link")
    assert len({round(link.bounding_box()["y"]) for link in links.all()}) == 1
