"""What tests of a phone without a network do again and again."""

import datetime as dt
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from routines.models import Screening, SessionEvent
from tests.e2e.playing import HOLD, READY, waiting

ROWS = """
    async kind => {
        const known = await indexedDB.databases();  // to open it would make it, and empty
        if (!known.some(found => found.name === "backbeat")) return [];
        return new Promise(done => {
            const asked = indexedDB.open("backbeat");
            asked.onsuccess = () => {
                const rows = asked.result.transaction(kind).objectStore(kind).getAll();
                rows.onsuccess = () => { asked.result.close(); done(rows.result); };
            };
        });
    }
"""
CACHED = """
    async () => {
        const found = [];
        for (const name of await caches.keys())
            for (const request of await (await caches.open(name)).keys()) found.push(request.url);
        return found;
    }
"""

STANDS_IN = """
    () => {
        const shell = document.querySelector("offline-shell");
        return shell !== null && !shell.isBusy;
    }
"""


def kept_by(page, address):
    """Open Today, and wait until the device has what it needs."""
    page.goto(f"{address}/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, lambda: page.evaluate(ROWS, "packs"))


def until(page, holds):
    for _ in range(200):
        with suppress(Error):  # the page may just be leaving
            if found := holds():
                return found
        page.wait_for_timeout(50)
    return pytest.fail("It never came to that.")


def until_nothing_waits(page):
    until(page, lambda: not waiting(page))


def online(page):
    """Give the network back; a page that stands in for another one goes to that one."""
    stands_in = page.evaluate(STANDS_IN)
    page.context.set_offline(False)
    if stands_in:
        expect(page.locator("offline-shell")).to_have_count(0)


def start(page, address, *, path="/", length="Usual", look=lambda page: None):
    page.clock.install()
    page.goto(address + path)
    if path == "/":
        page.get_by_role("button", name=length).first.click()
    page.get_by_role("button", name="None of these, start").click()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    look(page)
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(seconds=30))


def press(page, holds=1):
    for _ in range(holds):
        page.clock.run_for(READY + HOLD + 300)


def told(session):
    rows = SessionEvent.objects.filter(session=session).order_by("hold", "pk")
    return list(rows.values_list("kind", "hold", "pressed_seconds"))


def given(screening, *, hours_ago):
    """Say when answers were given."""
    at = dt.datetime.now(tz=dt.UTC) - dt.timedelta(hours=hours_ago)
    Screening.objects.filter(pk=screening.pk).update(occurred_at=at)
