"""Marked words are typed everywhere; they may be found in their rows and nowhere else."""

import re

import pytest
from django.core import mail

from journal.models import Entry

CANARY = "canary-9f3a7-left-hip"


@pytest.fixture
def sinks(page):
    """Titles and addresses of everything the browser shows or asks for."""
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("framenavigated", lambda frame: seen.extend([frame.url, frame.title()]))
    return seen


def stored_in(page):
    """All that the browser keeps: local and session storage, cookies, caches."""
    kept = page.evaluate(
        """async () => JSON.stringify([
            {...localStorage}, {...sessionStorage}, document.cookie,
            await Promise.all((await caches.keys()).map(async name =>
                (await (await caches.open(name)).keys()).map(request => request.url))),
        ])"""
    )
    return f"{kept} {page.context.cookies()}"


def test_what_is_typed_reaches_no_title_address_log_or_store(
    signed_in_page, person, live_server, sinks, caplog, capfd, allowed_errors
):
    allowed_errors.add("422")
    page = signed_in_page
    page.goto(live_server.url)
    page.get_by_role("button", name="7", exact=True).click()
    page.get_by_text(re.compile("Saved at")).wait_for()
    entry = Entry.objects.get()
    page.goto(f"{live_server.url}/journal/entries/{entry.key}/")
    page.get_by_label("Note").fill(CANARY)
    page.get_by_role("button", name="Save details").click()
    page.wait_for_url("**/journal/")
    for path in ["/journal/", f"/journal/entries/{entry.key}/", "/journal/chart/", "/", "/you/"]:
        page.goto(live_server.url + path)

    entry.refresh_from_db()
    assert entry.note == CANARY  # there is something to leak

    page.goto(f"{live_server.url}/journal/entries/{entry.key}/")
    page.get_by_label("Note").fill(CANARY + "x" * 5000)  # comes back as an error
    with page.expect_response(lambda answer: answer.status == 422):
        page.get_by_role("button", name="Save details").click()
    page.wait_for_load_state()

    out, err = capfd.readouterr()
    letters = [f"{letter.subject} {letter.body}" for letter in mail.outbox]
    for sink in [*sinks, stored_in(page), caplog.text, out, err, *letters]:
        assert CANARY not in sink
