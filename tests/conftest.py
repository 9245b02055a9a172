"""The cast and the stage: people, a catalogue, a throw-away database."""

import pytest
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import TransactionTestCase
from django.utils import timezone
from hypothesis import settings

from points.loading import load_catalogue
from routines.programmes import load_programmes
from tests import clock, make, restoring

MigrationLoader(None)  # models and migrations name the real clock as a default: they come first
timezone.now = clock.now  # all of the project reads its time there

settings.register_profile("house", deadline=None)  # machines are busy; a time is no finding
settings.load_profile("house")

SEND_AWAY = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""  # a browser closed in mid-request leaves a thread behind, and its connection


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the catalogue once; every test sees it, and none keeps a change to it."""
    with django_db_blocker.unblock():
        load_catalogue()
        load_programmes()
        restoring.remember()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(SEND_AWAY)


# Django empties all tables after a test that may not be rolled back, the catalogue's too.
TransactionTestCase._fixture_teardown = lambda case: restoring.put_back()


@pytest.fixture(scope="module")
def lasting_rows(django_db_setup, django_db_blocker):
    """Let fixtures of a module write; its tests see it, and when they are done it is gone."""
    around = transaction.atomic()
    around._from_testcase = True  # a durable block may stand inside
    with django_db_blocker.unblock(), around:
        yield
        transaction.set_rollback(True)


@pytest.fixture
def back_to_now():
    """Run all migrations again after a test that went back before one of them."""
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


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
