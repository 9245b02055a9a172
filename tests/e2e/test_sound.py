"""A session as audio tracks: they follow the clock, and the lock screen speaks for the page."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import HOLD, READY, begin, press_through, stage, told, until_sent

HEARD = """
    globalThis.tones = 0;
    globalThis.Audio = class extends Audio { constructor() { super(); globalThis.sound = this; } };
    globalThis.OscillatorNode = class extends OscillatorNode {
        constructor(...with_) { super(...with_); globalThis.tones += 1; }
    };
    globalThis.kept = new Set();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = blob => {
        const url = createObjectURL.call(URL, blob);
        if (blob.type === "audio/wav") kept.add(url);
        return url;
    };
    URL.revokeObjectURL = url => { kept.delete(url); revokeObjectURL.call(URL, url); };
    globalThis.asked = {};
    const take = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (action, handler) => {
        asked[action] = handler;
        take(action, handler);
    };
"""  # what a page does not show of itself

SLOW = 4  # seconds; the moves that are told apart are longer


@pytest.fixture
def sounding(player):
    """The player, its sound within the reach of a test."""
    player.add_init_script(HEARD)
    player.reload()
    return player


def until(page, holds):
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {holds}")


def place(page):
    """Seconds of the track that have sounded."""
    return page.evaluate("sound.currentTime")


def is_at(page, seconds):
    """Whether a track is where the clock says; it plays on while a busy machine asks."""
    return seconds - 0.4 <= place(page) <= seconds + SLOW


def shown(page):
    return page.evaluate(
        "({title, artist, album, artwork}) => [title, artist, album]",
        page.evaluate_handle("navigator.mediaSession.metadata"),
    )


def state(page):
    return page.evaluate("navigator.mediaSession.playbackState")


def press_key(page, action):
    """What a button of the lock screen does."""
    page.evaluate("action => asked[action]()", action)


def test_a_hold_sounds_as_one_track_that_follows_the_clock(sounding):
    begin(sounding)
    until(sounding, "sound.duration > 0")
    assert sounding.evaluate("[sound.paused, sound.duration]") == [False, 37]
    assert is_at(sounding, 0)
    sounding.clock.run_for(READY + 10_000)
    assert is_at(sounding, 15)
    sounding.keyboard.press("ArrowRight")
    assert is_at(sounding, 30)
    sounding.keyboard.press("ArrowLeft")
    assert is_at(sounding, 15)
    assert sounding.evaluate("tones") == 0


def test_the_lock_screen_shows_the_hold_and_moves_with_it(sounding, session):
    begin(sounding)
    assert shown(sounding) == ["BL23 left, 30 s", "Backbeat", session.name]
    assert state(sounding) == "playing"
    press_through(sounding)
    assert shown(sounding)[0] == "BL23 right, 30 s"
    assert sounding.evaluate("[...kept].join() === sound.src")  # the track before was let go
    press_through(sounding)
    assert shown(sounding)[0] == "GV4, 30 s"


def test_the_figure_of_the_hold_is_its_picture(sounding):
    begin(sounding)
    until(sounding, "navigator.mediaSession.metadata.artwork[0]?.sizes === '512x512'")
    drawn = sounding.evaluate(
        """async () => {
        const image = new Image();
        image.src = navigator.mediaSession.metadata.artwork[0].src;
        await image.decode();
        const pen = new OffscreenCanvas(512, 512).getContext("2d");
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, 512, 512);
        const colours = new Set();
        for (let n = 0; n < data.length; n += 4)
            colours.add([data[n], data[n + 1], data[n + 2]].map(part => part >> 4).join());
        return [image.width, image.height, colours.size > 5, data[3]];
    }"""
    )
    assert drawn == [512, 512, True, 255]


def test_the_lock_screen_pauses_goes_on_and_moves(sounding, session):
    begin(sounding)
    sounding.clock.run_for(READY + 20_000)
    press_key(sounding, "pause")
    expect(sounding.get_by_role("button", name="Resume")).to_be_visible()
    assert (sounding.evaluate("sound.paused"), state(sounding)) == (True, "paused")
    press_key(sounding, "pause")  # once more changes nothing
    press_key(sounding, "play")
    expect(sounding.get_by_role("button", name="Pause")).to_be_visible()
    assert (sounding.evaluate("sound.paused"), state(sounding)) == (False, "playing")
    press_key(sounding, "seekbackward")
    assert is_at(sounding, 10)
    press_key(sounding, "seekforward")
    assert is_at(sounding, 25)

    press_key(sounding, "nexttrack")
    expect(sounding.locator(".player__side")).to_have_text("Right")
    expect(sounding.get_by_role("dialog")).to_have_count(0)
    assert is_at(sounding, 0)
    press_key(sounding, "previoustrack")
    expect(sounding.locator(".player__side")).to_have_text("Left")
    until_sent(sounding)
    assert [row[:4] for row in told(session)] == [
        ("skip", 0, 5, "")
    ]  # what was jumped over was not pressed


def test_a_question_on_the_page_is_not_answered_from_the_lock_screen(sounding):
    begin(sounding)
    sounding.clock.run_for(READY + 5_000)
    sounding.keyboard.press("n")
    assert sounding.evaluate("sound.paused")
    for action in ("play", "nexttrack", "pause"):
        press_key(sounding, action)
    expect(sounding.get_by_role("heading", name="Skip this hold?")).to_be_visible()
    assert shown(sounding)[0] == "BL23 left, 30 s"


def test_a_pause_from_elsewhere_pauses_the_session(sounding):
    begin(sounding)
    sounding.clock.run_for(READY + 5_000)
    sounding.evaluate("sound.pause()")  # as a call does, or a pulled plug
    expect(sounding.get_by_role("button", name="Resume")).to_be_visible()


def test_a_phone_that_stops_the_sound_as_it_locks_does_not_end_it(sounding):
    begin(sounding)
    sounding.clock.run_for(READY + 5_000)
    sounding.evaluate(
        """() => {
        Object.defineProperty(document, "hidden", { get: () => true });
        document.dispatchEvent(new Event("visibilitychange"));
        sound.pause();
    }"""
    )
    sounding.clock.run_for(1_000)
    until(sounding, "!sound.paused")
    expect(sounding.get_by_role("button", name="Pause")).to_be_visible()

    sounding.clock.run_for(5_000)
    sounding.evaluate("sound.pause()")  # later, it is somebody else's
    expect(sounding.get_by_role("button", name="Resume")).to_be_visible()


def test_the_sound_of_a_hidden_page_turns_it_over(sounding):
    begin(sounding)
    sounding.evaluate("clearInterval(document.querySelector('session-player').player.ticker.timer)")
    sounding.clock.resume()
    for _ in range(2):
        sounding.clock.fast_forward((READY + HOLD) // 2 - 500)
        until(sounding, "sound.currentTime > 16")
    expect(sounding.locator(".player__side")).to_have_text("Right")
    assert stage(sounding) == "ready"


def test_with_the_sound_off_there_is_no_track(sounding):
    sounding.get_by_role("button", name="Sound").click()
    begin(sounding)
    sounding.clock.run_for(READY + 1_000)
    assert sounding.evaluate("[sound.paused, sound.src]") == [True, ""]
    assert state(sounding) == "none"

    sounding.get_by_role("button", name="Sound").click()
    assert sounding.evaluate("sound.paused") is False
    assert is_at(sounding, 6)
    sounding.get_by_role("button", name="Sound").click()
    assert sounding.evaluate("[sound.paused, kept.size]") == [True, 0]
    assert sounding.evaluate("[navigator.mediaSession.metadata, tones]") == [None, 1]


def test_where_no_track_may_play_the_live_tones_are_heard(player):
    player.add_init_script(HEARD)
    player.add_init_script(
        "Audio.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    )
    player.reload()
    begin(player)
    until(player, "tones === 1")  # the call to get ready
    player.clock.run_for(READY + HOLD)
    assert player.evaluate("tones") == 1 + 1 + 3 + 2  # press, the counts, change sides
    assert state(player) == "none"


def test_a_hold_that_waits_for_a_word_is_called_and_then_silent(sounding, person):
    person.preferences.waits = True
    person.preferences.save()
    sounding.reload()
    begin(sounding)
    press_through(sounding)
    assert sounding.evaluate("sound.paused") is False
    until(sounding, "sound.currentTime > 0.6")
    sounding.clock.run_for(300)
    assert (sounding.evaluate("sound.paused"), state(sounding)) == (True, "paused")
    press_key(sounding, "play")
    assert (sounding.evaluate("sound.paused"), stage(sounding)) == (False, "ready")


def test_media_keys_work_without_a_track(player, session):
    player.get_by_role("button", name="Sound").click()
    begin(player)
    player.clock.run_for(READY + 12_000)
    player.keyboard.press("MediaPlayPause")
    expect(player.get_by_role("button", name="Resume")).to_be_visible()
    player.keyboard.press("MediaPlayPause")
    expect(player.get_by_role("button", name="Pause")).to_be_visible()
    player.keyboard.press("MediaTrackNext")
    expect(player.locator(".player__side")).to_have_text("Right")
    expect(player.get_by_role("dialog")).to_have_count(0)
    player.keyboard.press("MediaTrackPrevious")
    expect(player.locator(".player__side")).to_have_text("Left")
    until_sent(player)
    assert told(session) == [("skip", 0, 12, "", "")]


WATCHED = """
    globalThis.said = [];
    addEventListener("DOMContentLoaded", () => {
        for (const region of document.querySelectorAll("[aria-live], [role=status], [role=alert]"))
            new MutationObserver(() => said.push([performance.now(), region.textContent.trim()]))
                .observe(region, { childList: true, characterData: true, subtree: true });
    });
"""


def test_a_whole_session_by_keys_is_told_at_most_once_in_five_seconds(player, session):
    player.add_init_script(WATCHED)
    player.reload()
    player.keyboard.press("Space")
    for _ in range(2):
        player.clock.run_for(READY + 3_000)
        player.keyboard.press("Space")  # pause, and at once on again
        player.clock.run_for(500)
        player.keyboard.press("Space")
        player.clock.run_for(HOLD - 3_000 + 250)
        until_sent(player)
    player.clock.run_for(READY + HOLD - 1_000)
    said = player.evaluate("said")
    player.clock.run_for(1_500)
    player.wait_for_url("**/after/")

    assert [words for _, words in said] == [
        "Left, BL23, 30 seconds",
        "Paused",
        "Going on",
        "Right, BL23, 30 seconds",
        "Paused",
        "Going on",
        "Middle, GV4, 30 seconds",
    ]
    apart = [later - sooner for (sooner, _), (later, _) in itertools.pairwise(said)]
    assert min(apart) >= 5_000
    assert told(session) == [("hold", n, 30, "", "") for n in range(3)]


def test_the_last_tones_are_heard_before_the_page_is_left(sounding):
    begin(sounding)
    press_through(sounding, holds=2)
    sounding.evaluate(
        """() => {
        const { sound } = globalThis;
        sound.addEventListener("ended", () => { localStorage.ended = sound.currentTime; });
    }"""
    )
    sounding.clock.run_for(READY + HOLD + 300)
    sounding.wait_for_url("**/after/")
    assert float(sounding.evaluate("localStorage.ended")) == pytest.approx(0.6, abs=0.01)
