"""Trying the cues of a session on the page of preferences."""

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import VOICE


@pytest.mark.parametrize(
    ("script", "sentence"),
    [(VOICE, "That was the voice of this device."), ("", "This device has no voice")],
)
def test_a_person_learns_whether_this_device_has_a_voice(
    signed_in_page, live_server, script, sentence
):
    page = signed_in_page
    page.add_init_script(script or "delete globalThis.speechSynthesis")
    page.goto(f"{live_server.url}/you/preferences/")
    page.get_by_role("button", name="Hear the voice").click()
    expect(page.get_by_role("status")).to_contain_text(sentence)
    if script:
        assert page.evaluate("spoken") == ["Left side. Press slowly."]


def test_the_tones_and_the_vibration_say_what_they_were(
    signed_in_page, live_server, assert_accessible
):
    page = signed_in_page
    page.goto(f"{live_server.url}/you/preferences/")
    page.get_by_role("button", name="Hear the tones").click()
    expect(page.get_by_role("status")).to_contain_text("change sides")
    page.get_by_role("button", name="Feel the vibration").click()
    expect(page.get_by_role("status")).to_contain_text("vibrat")
    assert_accessible(page)
