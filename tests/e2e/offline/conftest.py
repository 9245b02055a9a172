"""A phone that has opened Today once, and then lost its network."""

import pytest

from tests import make
from tests.e2e.offline.phones import kept_by
from tests.e2e.playing import choose


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"service_workers": "allow"}


@pytest.fixture
def person(transactional_db):
    """Somebody whose plan holds one routine: BL23 left, BL23 right, GV4, 30 seconds each."""
    person = make.person(name="owner")
    make.screening(owner=person)
    choose(person, turn_seconds=5)
    routine = make.routine(owner=person, codes=("BL23", "GV4"), seconds=30, name="Low back")
    make.plan(owner=person, routine=routine)
    return person


@pytest.fixture
def page(page):
    page.set_default_timeout(20_000)
    return page


@pytest.fixture
def phone(signed_in_page, live_server, allowed_errors):
    """The page of a phone that has opened Today once, and then lost its network."""
    page = signed_in_page
    allowed_errors |= {
        "ERR_INTERNET_DISCONNECTED",
        "ERR_FAILED",
        "Failed to load resource",
        "htmx:",
    }
    kept_by(page, live_server.url)
    page.context.set_offline(True)
    return page
