"""Time in a long session: absolute, whatever timers, tabs and clocks do."""

import pytest
from playwright.sync_api import expect

from tests.e2e.playing import begin, seconds, told, until_sent

MINUTE = 60_000

# Sound that plays by the clock of the test; a hidden tab whose own timers run once a minute.
HALF_HIDDEN = """
    globalThis.tab = { hidden: false };
    Object.defineProperty(document, "hidden", { get: () => tab.hidden });
    const every = setInterval;
    globalThis.setInterval = (look, wait) => {
        let last = 0;
        return every(() => {
            if (tab.hidden && Date.now() - last < 60_000) return;
            last = Date.now();
            look();
        }, wait);
    };
    let long = 0;
    const { createObjectURL } = URL;
    URL.createObjectURL = blob => {
        if (blob.type === "audio/wav") long = (blob.size - 44) / 16_000;
        return createObjectURL.call(URL, blob);
    };
    globalThis.Audio = class extends EventTarget {
        paused = true;
        #at = 0;
        #since = 0;
        constructor() {
            super();
            every(() => this.#tell(), 250);
        }
        set src(url) { this.paused = true; this.currentTime = 0; this.long = long; }
        get ended() { return this.currentTime === this.long; }
        get currentTime() {
            const gone = this.paused ? 0 : (Date.now() - this.#since) / 1000;
            return Math.min(this.long, this.#at + gone);
        }
        set currentTime(at) { this.#at = at; this.#since = Date.now(); }
        removeAttribute() {}
        pause() { this.#at = this.currentTime; this.paused = true; }
        async play() { this.#since = Date.now(); this.paused = false; }
        #tell() {
            if (this.paused) return;
            if (TELLS) this.dispatchEvent(new Event("timeupdate"));
            if (!this.ended) return;
            this.pause();
            this.dispatchEvent(new Event("pause"));
            this.dispatchEvent(new Event("ended"));
        }
    };
    addEventListener("DOMContentLoaded", () => {
        const player = document.querySelector("session-player");
        if (player) new MutationObserver(() => {
            if (player.dataset.stage === "over") localStorage.over ??= Date.now();
        }).observe(player, { attributeFilter: ["data-stage"] });
    });
"""


@pytest.fixture
def half_an_hour(session):
    """Ten holds of 175 seconds, five seconds before each: 30 minutes."""
    three = session.snapshot["holds"]
    session.snapshot["holds"] = [three[n % 3] | {"seconds": 175} for n in range(10)]
    session.planned_seconds = 1_750
    session.save()
    return session


def press_half_an_hour(page, *, hidden):
    """Let 30 minutes go by, three at a time hidden and shown; return the milliseconds it took."""
    begin(page)
    began = page.evaluate("Date.now()")
    for minute in range(30):
        if hidden and minute % 3 == 0:
            page.evaluate(
                "on => { tab.hidden = on; document.dispatchEvent(new Event('visibilitychange')); }",
                minute % 6 == 0,
            )
        page.clock.run_for(3_000)
        until_sent(page)  # what is under way gives up when the clock runs on
        page.clock.run_for(57_000)
        if minute < 29:
            until_sent(page)
    page.clock.run_for(1_000)  # and the last tones
    page.wait_for_url("**/after/")
    return int(page.evaluate("localStorage.over")) - began


@pytest.mark.parametrize("tells", ["true", "false"], ids=["time told", "only ends told"])
def test_half_an_hour_ends_on_time_with_the_tab_hidden_half_of_it(player, half_an_hour, tells):
    player.add_init_script(HALF_HIDDEN.replace("TELLS", tells))
    player.reload()

    late = press_half_an_hour(player, hidden=True) - 30 * MINUTE

    assert 0 <= late <= 500
    assert told(half_an_hour) == [("hold", n, 175, "", "") for n in range(10)]


LOOKS = """async looks => {
    const { Run } = await import("/static/js/player/run.js");
    const hold = { seconds: 30, posture: "sitting", code: "BL23", side: "left", state: "todo" };
    const holds = [0, 1, 2].map(index => ({ ...hold, index }));
    const run = new Run(holds, { ready: 5000, turn: 5000, waits: false });
    run.begin(0);
    const found = looks.flatMap(([now, heard]) => run.look(now, heard));
    return [found.map(({ kind, index }) => `${kind} ${index}`), run.stage, run.paused, run.left];
}"""


@pytest.mark.parametrize(
    ("looks", "found", "stage", "left"),
    [
        ([[36_000, 35_900]], ["hold 0", "ended 0", "ready 1"], "ready", 0),
        (
            [[6_000], [71_000, 71_000]],
            ["hold 0", "ended 0", "ready 1", "hold 1", "ended 1", "ready 2"],
            "ready",
            0,
        ),
        ([[6_000], [60_000]], ["hold 0", "asked 0"], "hold", 29_000),
        ([[6_000], [60_000, 20_000]], ["hold 0", "asked 0"], "hold", 15_000),
        ([[6_000], [90_000, 37_000]], ["hold 0", "ended 0", "ready 1", "lost 1"], "ready", 5_000),
        ([[6_000], [30_000, 90_000]], ["hold 0"], "hold", 0),
    ],
    ids=[
        "heard to the end",
        "heard through two holds",
        "slept",
        "heard a while, then slept",
        "heard to the end of the hold, then slept",
        "sound ahead of the clock",
    ],
)
def test_only_time_that_nobody_heard_is_asked_about(player, looks, found, stage, left):
    happened, now_at, paused, rest = player.evaluate(LOOKS, looks)
    assert (happened, now_at) == (found, stage)
    if paused:
        assert rest == left


def test_a_clock_set_forward_is_asked_about_although_it_sounds(player, half_an_hour):
    player.add_init_script(
        HALF_HIDDEN.replace("TELLS", "true").replace("Date.now()", "performance.now()")
    )
    player.reload()
    begin(player)
    player.clock.run_for(65_000)
    player.evaluate("const now = Date.now; Date.now = () => now() + 3_600_000")
    player.clock.run_for(300)
    expect(player.get_by_role("heading", name="Were you still pressing?")).to_be_visible()
    player.get_by_role("button", name="No, back to this hold").click()
    player.clock.run_for(5_250)
    assert seconds(player) == pytest.approx(115, abs=1)


def test_a_clock_set_back_changes_nothing(player, half_an_hour):
    player.reload()
    begin(player)
    player.clock.run_for(65_000)
    player.evaluate("const now = Date.now; Date.now = () => now() - 3_600_000")
    player.clock.run_for(5_000)
    assert seconds(player) == pytest.approx(110, abs=1)
    assert player.evaluate("document.querySelector('dialog[open]')") is None
