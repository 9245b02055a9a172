"""The cast and the stage: people, a catalogue, a throw-away database."""

import pytest

from points.loading import load_catalogue
from routines.programmes import load_programmes
from tests import make


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Load the catalogue once; every test sees it, and none keeps a change to it."""
    with django_db_blocker.unblock():
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

