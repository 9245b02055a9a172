"""A look that a person chose gives way where the system or the paper has the say."""

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import choose

FILL = "skin => getComputedStyle(skin).fill"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_forced_colours_have_the_figures_of_the_system_whatever_the_look(
    signed_in_page, person, live_server, system
):
    page = signed_in_page
    fills = []
    for look in ("", "light", "dark"):
        choose(person, theme=look)
        page.emulate_media(color_scheme=system, forced_colors="active")
        page.goto(f"{live_server.url}/points/BL23/")
        fills.append(page.locator(".plate__skin").first.evaluate(FILL))

    assert fills == [fills[0]] * 3


@pytest.mark.parametrize("look", ["", "dark"])
def test_paper_is_light_whatever_the_look(signed_in_page, person, live_server, look):
    page = signed_in_page
    choose(person, theme=look)
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(live_server.url)

    expect(page.locator("html")).to_have_css("color-scheme", "light")
