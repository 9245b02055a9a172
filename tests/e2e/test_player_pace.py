"""Moving in a session, its pace, its voice."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import (
    HOLD,
    READY,
    VOICE,
    begin,
    choose,
    press_through,
    seconds,
    stage,
    told,
    until_kept,
    until_sent,
    word,
)


def test_arrows_move_15_seconds_and_what_is_jumped_over_is_not_pressed(player, session):
    begin(player)
    player.clock.run_for(READY + 2_000)
    player.keyboard.press("ArrowRight")
    assert seconds(player) == pytest.approx(13, abs=1)
    player.keyboard.press("ArrowLeft")
    assert seconds(player) == pytest.approx(28, abs=1)
    player.keyboard.press("ArrowLeft")
    assert seconds(player) == 30
    player.keyboard.press("ArrowRight")
    with player.expect_response("**/events/"):
        player.clock.run_for(15_500)
    until_sent(player)
    assert told(session) == [("hold", 0, 15, "", "")]


def test_the_buttons_say_what_they_do_to_a_countdown(player, session):
    """A plus that makes the number smaller reads the wrong way."""
    begin(player)
    player.clock.run_for(READY + 18_000)
    player.locator(".player__side").click()  # pauses, and shows where one can go
    left = seconds(player)
    back = player.get_by_role("button", name="15 s back", exact=True)
    on = player.get_by_role("button", name="15 s on", exact=True)

    back.click()
    assert seconds(player) == left + 15
    on.click()
    assert seconds(player) == left
    expect(player.locator(".player__more")).not_to_contain_text(re.compile("[+−-]"))


def test_a_hold_can_be_pressed_again_and_the_one_before_once_more(player, session):
    begin(player)
    press_through(player)
    player.clock.run_for(READY + 10_000)
    player.locator(".player__side").click()  # pauses, and shows where one can go
    player.get_by_role("button", name="This hold again").click()
    player.clock.run_for(READY + 250)
    assert (stage(player), seconds(player)) == ("hold", 30)

    player.keyboard.press("ArrowUp")
    expect(player.locator(".player__side")).to_have_text("Left")
    with player.expect_response("**/events/"):
        player.clock.run_for(READY + HOLD + 300)
    expect(player.locator(".player__side")).to_have_text("Right")
    until_sent(player)
    until_kept(player, session, holds_done=1, pressed_seconds=30)


@pytest.mark.parametrize("name", ["The hold before", "This hold again"])
def test_a_move_by_keyboard_leaves_the_focus_on_pause(player, name):
    begin(player)
    press_through(player)
    player.clock.run_for(READY + 10_000)
    player.get_by_role("button", name="Pause").press("Enter")
    player.get_by_role("button", name=name).press("Enter")

    expect(player.get_by_role("group", name="Move in the session")).to_be_hidden()
    expect(player.get_by_role("button", name="Pause")).to_be_focused()


def test_a_session_waits_for_who_wants_it(player, session, person):
    choose(person, waits=True)
    player.reload()
    begin(player)
    press_through(player)
    assert (stage(player), word(player)) == ("ready", "Tap when ready")
    expect(player.get_by_role("button", name="Good")).to_be_visible()
    player.clock.run_for(60_000)
    assert stage(player) == "ready"

    player.locator(".player__hint").first.click()
    player.clock.run_for(READY + 250)
    assert stage(player) == "hold"


def test_the_times_are_those_a_person_chose(player, person):
    choose(person, ready_seconds=20, turn_seconds=12, breath="5-7")
    player.reload()
    begin(player)
    assert seconds(player) == 20
    player.clock.run_for(19_000)
    assert stage(player) == "ready"
    said = []
    for wait in (1_250, 5_000, 5_000, 7_000):
        player.clock.run_for(wait)
        said.append(word(player))
    assert said == ["Press slowly", "Breathe in", "Breathe out", "Breathe in"]
    player.clock.run_for(13_000 + 11_000)
    assert stage(player) == "ready"


def test_a_voice_says_what_a_shut_eye_needs(player, person):
    player.add_init_script(VOICE)
    player.reload()
    begin(player)
    player.clock.run_for(READY + HOLD + 300)
    spoken = player.evaluate("spoken")
    assert spoken[0].startswith("Left. Low back, level with L2. ")
    assert spoken[0].endswith("30 seconds. Medium, a good ache.")
    assert spoken[1:] == ["Press slowly", "Let go", "Now the right side, 30 seconds."]

    player.get_by_role("button", name="Sound").click()
    player.clock.run_for(READY + HOLD + 300)
    assert len(player.evaluate("spoken")) == 4
