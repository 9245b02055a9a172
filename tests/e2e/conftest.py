"""A real browser on the real site: one that fails a test for any error the page itself reports."""

import datetime as dt
import os
import shutil
import time
from urllib.parse import urlparse
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from routines import actions
from routines.local_time import Moment
from routines.models import Routine, Screening
from tests import clock, make
from tests.e2e.playing import choose

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = Axe()
expect.set_options(timeout=15_000)  # milliseconds: machines are busy, and a time is no finding
BUSY = """
    SELECT count(*) > 0 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
"""
QUIET_LOOKS = 3  # in a row: a request may be between two of its queries
OFTEN_SEEN = (
    "try { localStorage['backbeat-comfort'] ??= '3' } catch {}"  # the check before a session
)
RULES = {
    "preload": False,  # or axe asks for the imports of style sheets in the wrong folder
    "resultTypes": ["violations"],  # what is right would be told element by element
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
}


def pytest_collection_modifyitems(items):
    for item in items:
        if "/e2e/" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    browser = next((shutil.which(name) for name in BROWSERS if shutil.which(name)), None)
    if browser is None:
        pytest.fail("No Chromium is here: run `sh .ci/browser`, or install one.")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": browser, "args": [*QUIET, *root]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {
        "locale": "en-GB",
        "timezone_id": "Europe/Warsaw",
        "viewport": {"width": 360, "height": 800},
        "reduced_motion": "reduce",
        "service_workers": "block",  # but for the tests of what is kept
    }


@pytest.fixture(autouse=True)
def real_time(monkeypatch):
    """Let the server live by the clock of the browser, and no test stand across midnight."""
    monkeypatch.setattr(timezone, "now", clock.real_now)
    clock.wait_for_the_next_day()


@pytest.fixture(autouse=True)
def nobody_writes(transactional_db):
    """Let the tables be emptied only when the server has done all a closed browser asked of it."""
    yield
    give_up = time.monotonic() + 10
    quiet = 0
    while quiet < QUIET_LOOKS and time.monotonic() < give_up:
        time.sleep(0.02)
        quiet = 0 if others_are_busy() else quiet + 1


def others_are_busy():
    with connection.cursor() as cursor:
        cursor.execute(BUSY)
        return cursor.fetchone()[0]


@pytest.fixture
def allowed_errors():
    """Words of console errors that a test provokes itself; a test may add to it."""
    return set()


@pytest.fixture
def complaints():
    """What the page itself has reported so far."""
    return []


@pytest.fixture
def page(page, live_server, allowed_errors, complaints):
    """A page that must end without console errors, refused content or requests elsewhere."""
    home = urlparse(live_server.url).netloc

    def note(message):
        if message.type == "error":
            complaints.append(message.text)

    def origin(request):
        url = urlparse(request.url)
        if url.scheme in {"http", "https"} and url.netloc != home:
            complaints.append(f"asked {request.url}")

    def answer(response):
        if response.status >= 400:
            complaints.append(f"{response.status} {response.url}")

    page.add_init_script(OFTEN_SEEN)
    page.on("console", note)
    page.on("response", answer)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", origin)
    yield page
    assert [c for c in complaints if not any(word in c for word in allowed_errors)] == []


@pytest.fixture
def log_in(page, live_server):
    """Put a person's session into the browser."""

    def put(person):
        client = Client()
        client.force_login(person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
        )

    return put


@pytest.fixture
def person(transactional_db):
    """The owner with safety answers, a routine and a plan."""
    person = make.person(name="owner")
    make.screening(owner=person)
    routine = make.routine(owner=person)
    make.plan(owner=person, routine=routine)
    return person


@pytest.fixture
def signed_in_page(page, person, log_in):
    """The page of the owner."""
    log_in(person)
    return page


@pytest.fixture
def assert_accessible(complaints):
    """Fail on any violation of WCAG 2.2 A and AA that axe finds in the page's present state."""

    def check(page):
        before = len(complaints)
        results = AXE.run(page, options=RULES)
        page.wait_for_timeout(1)
        del complaints[before:]  # axe itself tries inline styles, which our policy refuses
        found = [
            f"{v['id']}: {[node['target'] for node in v['nodes']][:4]}"
            for v in results.response["violations"]
        ]
        assert found == [], page.url

    return check


@pytest.fixture
def session(person):
    """Three holds of 30 seconds: BL23 left, BL23 right, GV4."""
    choose(person, turn_seconds=5)
    made = make.routine(owner=person, codes=("BL23", "GV4"), seconds=30)
    return actions.start_session(
        person=person,
        routine=Routine.objects.for_reading().get(pk=made.pk),
        screening=Screening.objects.get(owner=person),
        length="usual",
        pain_before=5,
        moment=Moment(at=dt.datetime.now(tz=dt.UTC), zone=make.WARSAW),
        key=uuid4(),
    )


@pytest.fixture
def player(signed_in_page, live_server, session):
    """The page of the session, its clock in the test's hands, before Begin."""
    page = signed_in_page
    page.clock.install()
    page.goto(f"{live_server.url}/sessions/{session.key}/")
    expect(page.get_by_role("button", name="Begin")).to_be_visible()
    page.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(minutes=1))
    return page
