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


TRACK = """
    globalThis.Audio = class extends Audio { constructor() { super(); globalThis.sound = this; } };
"""
REFUSED = "Audio.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"


@pytest.mark.parametrize(
    ("script", "sentence", "plays"),
    [(TRACK, "Lock the screen now.", True), (REFUSED + TRACK, "It will be silent", False)],
    ids=["allowed", "refused"],
)
def test_a_person_hears_what_is_left_of_a_session_on_a_locked_phone(
    signed_in_page, live_server, script, sentence, plays
):
    page = signed_in_page
    page.add_init_script(script)
    page.goto(f"{live_server.url}/you/preferences/")
    page.get_by_role("button", name="Try it locked").click()
    expect(page.get_by_role("status")).to_contain_text(sentence)
    assert page.evaluate("sound.paused") is not plays
    assert page.evaluate("sound.duration") == 23


def test_the_page_says_what_a_locked_screen_leaves_of_a_session(signed_in_page, live_server):
    page = signed_in_page
    page.goto(f"{live_server.url}/you/preferences/")
    expect(page.get_by_role("heading", name="With the screen locked")).to_be_visible()
    expect(page.get_by_text("there is no voice and no vibration")).to_be_visible()
