"""The cast and the stage: people, a catalogue, a throw-away database."""

import pytest
from django.db import connection, connections
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from points.loading import load_catalogue
from routines.programmes import load_programmes
from tests import make

settings.register_profile("house", deadline=None)  # machines are busy; a time is no finding
settings.load_profile("house")

BLOCKER = pytest.StashKey[DjangoDbBlocker]()
SEND_AWAY = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""  # a browser closed in mid-request leaves a thread behind, and its connection
EMPTYING = {"live_server", "transactional_db"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, request):
    """Load the catalogue once; every test sees it, and none keeps a change to it."""
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        load_everything()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(SEND_AWAY)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Load the catalogue again after a test that emptied every table at its end."""
    try:
        return (yield)
    finally:
        marker = item.get_closest_marker("django_db")
        emptied = EMPTYING & set(item.fixturenames) or (marker and marker.kwargs.get("transaction"))
        if emptied and nextitem is not None:
            with item.config.stash[BLOCKER].unblock():
                load_everything()
                connections.close_all()


def load_everything():
    load_catalogue()
    load_programmes()


@pytest.fixture
def owner(db):
    """The person whose pages are looked at."""
    return make.person(name="owner")


@pytest.fixture
def stranger(db):
    """A person who must never see what is the owner's."""
    return make.person(name="stranger")


@pytest.fixture
def signed_in(client, owner):
    """A client logged in as the owner."""
    client.force_login(owner)
    return client
