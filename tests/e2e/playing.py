"""What browser tests of the player do again and again."""

import json

from routines.models import Preferences, SessionEvent

READY = 5_000
HOLD = 30_000

VOICE = """
    globalThis.spoken = [];
    globalThis.SpeechSynthesisUtterance = class { constructor(words) { this.words = words; } };
    Object.defineProperty(globalThis, "speechSynthesis", {value: {
        getVoices: () => [{lang: "de-DE"}, {lang: "en-GB", localService: true}],
        speak: said => spoken.push(said.words),
        cancel: () => {},
    }});
"""  # headless browsers have no voice


def choose(person, **chosen):
    Preferences.objects.filter(owner=person).update(**chosen)


def seconds(page):
    return int(page.locator(".ring__seconds").text_content())


def see_it_first(page):
    """Load the page of a session as on a device that never showed one."""
    page.evaluate("localStorage['backbeat-comfort'] = '0'")
    page.reload()


def begin(page):
    page.get_by_role("button", name="Begin").click()


def press_through(page, holds=1):
    """Let the clock run over whole holds, and the events arrive."""
    for _ in range(holds):
        with page.expect_response("**/events/"):
            page.clock.run_for(READY + HOLD + 300)


def told(session):
    """What was pressed, skipped and felt, in the order it arrived."""
    rows = SessionEvent.objects.filter(session=session).order_by("pk")
    rows = rows.exclude(kind__in=["pause", "resume", "finish"])
    return list(rows.values_list("kind", "hold", "pressed_seconds", "reason", "feel"))


def waiting(page):
    """What the browser still keeps, as bodies of events."""
    kept = page.evaluate(
        "Object.keys(localStorage).filter(name => name.startsWith('backbeat-outbox'))"
        ".map(name => localStorage.getItem(name))"
    )
    return [json.loads(entry)["body"] for entry in kept]


def until(page, read, wanted):
    """Read until it is what is wanted: the server may still be writing what the browser sent."""
    for _ in range(200):
        if (found := read()) == wanted:
            return
        page.wait_for_timeout(50)
    assert found == wanted


def until_sent(page, *, but=()):
    until(page, lambda: [body["key"] for body in waiting(page)], list(but))


def until_told(page, session, wanted):
    until(page, lambda: told(session), wanted)


def until_kept(page, row, **wanted):
    """Read a row again until its columns are what is wanted."""

    def read():
        row.refresh_from_db()
        return {name: getattr(row, name) for name in wanted}

    until(page, read, wanted)


def stage(page):
    return page.locator("session-player").get_attribute("data-stage")


def word(page):
    return page.locator(".ring__word").text_content()
