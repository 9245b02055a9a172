"""The player in a real browser: time, keys, taps, a network that goes, a log-in that ends."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import (
    HOLD,
    READY,
    begin,
    press_through,
    stage,
    told,
    until_kept,
    until_sent,
    until_told,
    waiting,
    word,
)


def test_a_whole_session_runs_by_itself(player, session):
    begin(player)
    press_through(player, holds=2)
    player.clock.run_for(READY + HOLD + 300)
    player.wait_for_url("**/after/")

    until_sent(player)
    assert told(session) == [("hold", n, 30, "", "") for n in range(3)]
    session.refresh_from_db()
    assert session.pressed_seconds == session.planned_seconds == 90
    assert session.finished_at is not None


def test_each_part_of_a_hold_has_its_word(player):
    begin(player)
    said = [(stage(player), word(player))]
    for wait in (READY, 5_000, 4_000, 6_000, 10_000):
        player.clock.run_for(wait + 250)
        said.append((stage(player), word(player)))
    assert said == [
        ("ready", "Get ready"),
        ("hold", "Press slowly"),
        ("hold", "Breathe in"),
        ("hold", "Breathe out"),
        ("hold", "Breathe in"),
        ("hold", "Let go"),
    ]


def test_the_next_side_changes_word_and_figure(player):
    begin(player)
    press_through(player)
    expect(player.locator(".player__side")).to_have_text("Right")
    expect(player.locator("[data-plate]:not([hidden])")).to_have_attribute(
        "data-plate", "BL23-right"
    )
    assert stage(player) == "ready"


def test_space_begins_pauses_and_goes_on(player, session):
    player.keyboard.press("Space")
    player.clock.run_for(READY + 1_000)
    assert stage(player) == "hold"
    player.keyboard.press("Space")
    expect(player.get_by_role("button", name="Resume")).to_be_visible()
    player.keyboard.press("Space")
    expect(player.get_by_role("button", name="Pause")).to_be_visible()


def test_a_page_left_in_mid_hold_keeps_what_was_pressed(player, live_server, session):
    begin(player)
    player.clock.run_for(READY + 20_000)
    player.goto(f"{live_server.url}/")
    player.get_by_role("button", name="Save as it is").click()
    player.wait_for_url("**/after/")

    until_kept(player, session, pressed_seconds=20, holds_done=0)


def test_letter_keys_can_be_turned_off(player, session, person):
    person.preferences.letter_keys = False
    person.preferences.save()
    player.reload()
    begin(player)
    player.clock.run_for(READY + 1_000)
    for key in ("n", "2", "Space"):
        player.keyboard.press(key)

    expect(player.get_by_role("button", name="Resume")).to_be_visible()
    expect(player.get_by_role("dialog")).to_have_count(0)
    assert told(session) == []


def test_a_session_goes_by_keyboard_alone(player, session):
    player.keyboard.press("Tab")  # the link to the content
    while player.evaluate("document.activeElement.dataset.action") != "main":
        player.keyboard.press("Tab")
    player.keyboard.press("Enter")
    player.clock.run_for(READY + 10_000)
    player.keyboard.press("2")
    player.evaluate("document.activeElement.blur()")
    player.keyboard.press("Space")
    expect(player.get_by_role("button", name="Resume")).to_be_visible()
    player.clock.run_for(600_000)
    player.keyboard.press("Space")
    player.keyboard.press("n")
    player.keyboard.press("Shift+Tab")  # from Keep pressing to Skip, then No time
    player.keyboard.press("Shift+Tab")
    with player.expect_response("**/events/"):
        player.keyboard.press("Enter")
    expect(player.locator(".player__side")).to_have_text("Right")
    player.keyboard.press("Escape")
    player.keyboard.press("Shift+Tab")
    player.keyboard.press("Enter")
    player.wait_for_url("**/after/")

    until_told(player, session, [("feel", 0, 0, "", "good"), ("skip", 0, 10, "no_time", "")])


def test_a_tap_above_the_feedback_pauses_and_any_tap_goes_on(player):
    begin(player)
    player.clock.run_for(READY + 1_000)
    player.locator(".player__side").click()
    assert word(player) == "Paused"
    player.clock.run_for(3_000)
    player.locator(".player__hint").first.click()
    assert word(player) == "Press slowly"


def test_escape_asks_and_keep_going_goes_on(player):
    begin(player)
    player.clock.run_for(READY + 1_000)
    player.keyboard.press("Escape")
    expect(player.get_by_role("heading", name="End here?")).to_be_visible()
    expect(player.get_by_role("button", name="Keep going")).to_be_focused()
    player.keyboard.press("Escape")
    expect(player.get_by_role("heading", name="End here?")).to_be_hidden()
    assert word(player) == "Press slowly"


def test_a_session_ended_in_mid_hold_keeps_the_hold_as_begun_not_as_skipped(player, session):
    begin(player)
    player.clock.run_for(READY + 10_000)
    player.keyboard.press("Escape")
    player.get_by_role("dialog").get_by_role("button", name="Save as it is").click()
    player.wait_for_url("**/after/")

    until_told(player, session, [("part", 0, 10, "", "")])


@pytest.mark.parametrize(("answer", "pressed"), [("Yes", [30]), ("No, back to this hold", [])])
def test_time_asleep_is_asked_about(player, session, answer, pressed):
    begin(player)
    player.clock.run_for(READY + 10_000)
    player.clock.fast_forward(600_000)
    player.clock.run_for(300)
    expect(player.get_by_role("heading", name="Were you still pressing?")).to_be_visible()
    assert told(session) == []
    player.get_by_role("button", name=answer).click()
    if pressed:
        expect(player.locator(".player__side")).to_have_text("Right")
    until_sent(player)
    assert [row[2] for row in told(session)] == pressed
    assert stage(player) == "ready"


def test_going_back_to_a_hold_needs_only_its_rest(player):
    begin(player)
    player.clock.run_for(READY + 10_000)
    player.clock.fast_forward(600_000)
    player.clock.run_for(300)
    player.get_by_role("button", name="No, back to this hold").click()
    player.clock.run_for(READY + 250)
    assert int(player.locator(".ring__seconds").text_content()) == pytest.approx(20, abs=1)


def test_a_reload_keeps_what_is_done_and_the_rest_of_the_hold(player, session):
    begin(player)
    press_through(player)
    player.clock.run_for(READY + 12_000)
    player.reload()
    expect(player.locator(".player__side")).to_have_text("Right")
    expect(player.get_by_role("button", name=re.compile("Resume, 1 min left"))).to_be_visible()
    assert int(player.locator(".ring__seconds").text_content()) == pytest.approx(18, abs=1)
    until_told(player, session, [("hold", 0, 30, "", ""), ("part", 1, 12, "", "")])


def test_a_hold_that_was_not_sent_is_still_done_after_a_reload(player, session, allowed_errors):
    allowed_errors.add("Failed to load resource")
    player.route("**/events/", lambda route: route.abort())
    begin(player)
    player.clock.run_for(READY + HOLD + 300)
    expect(player.locator(".player__side")).to_have_text("Right")
    player.reload()
    expect(player.locator(".player__side")).to_have_text("Right")
    assert told(session) == []


def test_a_network_that_comes_back_gets_each_event_once(player, session, allowed_errors):
    allowed_errors.add("Failed to load resource")
    player.route("**/events/", lambda route: route.abort())
    begin(player)
    player.clock.run_for(2 * (READY + HOLD) + 4_000)
    expect(player.get_by_text("2 waiting to be sent")).to_be_visible()
    assert sorted(body["hold"] for body in waiting(player)) == [0, 1]

    player.unroute("**/events/")
    player.evaluate("window.dispatchEvent(new Event('online'))")
    until_sent(player)
    player.clock.run_for(300)
    expect(player.get_by_text("waiting to be sent")).to_be_hidden()
    assert sorted(told(session)) == [("hold", 0, 30, "", ""), ("hold", 1, 30, "", "")]


def test_an_answer_that_got_lost_is_not_a_second_event(player, session, allowed_errors):
    allowed_errors.add("Failed to load resource")

    def cut(route):
        route.fetch()  # it arrives, but the answer does not
        route.abort()

    player.route("**/events/", cut, times=1)
    begin(player)
    player.clock.run_for(READY + HOLD + 300)
    player.wait_for_timeout(300)
    player.clock.run_for(2_000)
    until_sent(player)
    assert told(session) == [("hold", 0, 30, "", "")]


def test_an_ended_log_in_keeps_the_entry_and_says_where_to_log_in(
    player, session, log_in, allowed_errors
):
    allowed_errors.add("401")
    player.context.clear_cookies(name="session")
    begin(player)
    player.clock.run_for(READY + HOLD + 4_000)
    link = player.get_by_role("link", name="Log in to send 1 entry")
    expect(link).to_be_visible()
    assert [body["hold"] for body in waiting(player)] == [0]

    log_in(session.owner)
    player.reload()
    until_sent(player)
    assert told(session) == [("hold", 0, 30, "", "")]


def test_a_stale_token_is_renewed(player, session, allowed_errors):
    allowed_errors.add("403")
    player.locator("[name=csrfmiddlewaretoken]").evaluate_all(
        "fields => fields.forEach(field => field.value = 'x'.repeat(64))"
    )
    begin(player)
    player.clock.run_for(READY + HOLD + 300)
    until_sent(player)
    assert told(session) == [("hold", 0, 30, "", "")]


def test_what_the_server_refuses_is_shown_with_its_sentence(player, session, allowed_errors):
    allowed_errors.add("422")
    body = json.dumps({"error": "This session has 3 holds."})
    player.route("**/events/", lambda route: route.fulfill(status=422, body=body))
    begin(player)
    player.clock.run_for(READY + HOLD + 300)
    expect(player.get_by_text("1 not accepted: This session has 3 holds.")).to_be_visible()
    assert len(waiting(player)) == 1

    player.get_by_role("button", name="Remove it").click()
    assert waiting(player) == []


def test_another_persons_entries_are_never_sent(player, session):
    player.evaluate(
        """() => localStorage.setItem("backbeat-outbox:other", JSON.stringify(
            {url: location.pathname + "events/", session: "x", at: 1,
             body: {key: "other", person: -1, kind: "hold", hold: 2, pressed_seconds: 30}}))"""
    )
    begin(player)
    press_through(player)
    until_sent(player, but=["other"])
    assert told(session) == [("hold", 0, 30, "", "")]


def test_sound_off_is_remembered(player):
    sound = player.get_by_role("button", name="Sound")
    expect(sound).to_have_attribute("aria-pressed", "true")
    sound.click()
    player.reload()
    expect(sound).to_have_attribute("aria-pressed", "false")


def test_every_state_is_accessible(player, assert_accessible):
    player.clock.resume()  # axe waits by the clock of the page
    assert_accessible(player)
    begin(player)
    assert_accessible(player)
    player.clock.fast_forward(READY + 10_000)
    assert_accessible(player)
    player.keyboard.press("n")
    assert_accessible(player)
    player.get_by_role("button", name="Keep pressing").click()
    player.keyboard.press("Escape")
    assert_accessible(player)


def test_targets_are_large_enough_for_a_thumb(player):
    begin(player)
    player.clock.run_for(READY + 1_000)
    small = player.locator("session-player button:visible").evaluate_all(
        "all => all.map(b => [b.textContent.trim(), b.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 53 || box.width < 53).map(([name]) => name)"
    )
    assert small == []


def test_without_scripts_the_same_holds_are_forms(browser, live_server, log_in, session, page):
    log_in(session.owner)
    context = browser.new_context(
        java_script_enabled=False, storage_state=page.context.storage_state()
    )
    plain = context.new_page()
    plain.goto(f"{live_server.url}/sessions/{session.key}/")
    expect(plain.locator(".player__side")).to_have_text("Left")
    plain.get_by_role("button", name="Done").click()
    expect(plain.locator(".player__side")).to_have_text("Right")
    plain.locator("summary").click()
    plain.get_by_role("button", name="Sore").click()
    expect(plain.locator(".player__code")).to_have_text("GV4")
    plain.get_by_role("button", name="Done").click()
    plain.wait_for_url("**/after/")
    expect(plain.get_by_text("2 of 3 holds")).to_be_visible()
    plain.get_by_role("button", name="4", exact=True).click()
    expect(plain.get_by_text("How it felt: 5 before, 4 after.")).to_be_visible()
    context.close()

    assert [row[:4] for row in told(session)] == [
        ("hold", 0, 30, ""),
        ("skip", 1, 0, "sore"),
        ("hold", 2, 30, ""),
    ]
