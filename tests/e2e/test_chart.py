"""Looking at the numbers of a chart by keys, by touch, and without scripts."""

import json
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from config.sample import make_sample_person
from journal.models import FairTest

PAGES = [
    "/journal/chart/",
    "/journal/chart/?range=all",
    "/journal/chart/weeks/?range=all",
    "/journal/chart/sessions/",
    "/journal/chart/days/",
]


@pytest.fixture
def sample(transactional_db):
    return make_sample_person(at=timezone.now(), zone=ZoneInfo("Europe/Warsaw"))


def test_values_are_read_by_keys_and_by_touch(page, live_server, sample, log_in, assert_accessible):
    log_in(sample)
    for path in PAGES:
        page.goto(live_server.url + path)
        slider, words = page.locator("chart-values input"), page.locator(".chart__value")

        slider.focus()
        page.keyboard.press("Home")
        first = words.inner_text()
        page.keyboard.press("ArrowRight")

        assert words.inner_text() == slider.get_attribute("aria-valuetext") != first, path
        page.locator(".chart__drawing").first.click(position={"x": 150, "y": 120})
        assert words.inner_text() == slider.get_attribute("aria-valuetext"), path
        assert page.locator(".chart__cursor, .chart__ring").count() == 1, path
        assert_accessible(page)


def test_another_stretch_can_be_looked_at_as_well(page, live_server, sample, log_in):
    log_in(sample)
    page.goto(f"{live_server.url}/journal/chart/")

    page.get_by_role("link", name="4 weeks").click()
    page.wait_for_url("**/journal/chart/?range=4w")

    assert page.locator("chart-values input").get_attribute("max") == "27"


def test_without_scripts_the_table_says_the_same(browser, live_server, sample):
    client = Client()
    client.force_login(sample)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    for path in PAGES:
        page.goto(live_server.url + path)
        assert page.locator("chart-values input").count() == 0, path
        page.get_by_text("The same numbers as a table").click()
        assert page.locator("tbody tr").first.is_visible(), path
    context.close()


def test_the_ring_stands_on_the_dot_it_speaks_of(page, live_server, sample, log_in):
    log_in(sample)
    page.goto(f"{live_server.url}/journal/chart/weeks/?range=all")
    points = json.loads(page.locator("chart-values").get_attribute("data-points"))
    last = max(n for n, point in enumerate(points) if point[3])  # stands aside of its column

    page.locator("chart-values input").fill(str(last))

    ring = page.locator(".chart__ring")
    assert ring.get_attribute("cy") == str(points[last][1])
    assert ring.get_attribute("transform") == f"translate({points[last][3]})"


@pytest.mark.parametrize("width", [320, 360])
def test_every_pair_of_a_fair_test_is_seen_without_scrolling(
    page, live_server, sample, log_in, assert_accessible, width
):
    test = FairTest.objects.kept_by(sample).get()
    log_in(sample)
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{live_server.url}/journal/fair-tests/{test.key}/")

    hidden = "frame => frame.scrollWidth - frame.clientWidth"
    assert page.locator(".table-frame").evaluate(hidden) <= 0
    heights = page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.clientHeight)")
    assert len(heights) == 6
    assert max(heights) == min(heights)  # no date wraps
    assert_accessible(page)
