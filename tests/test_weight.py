"""How much a page asks of the database and of the line: counted, where a clock would only guess.

Source:
    The goals that `make bench` prints.
"""

import gzip
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlparse
from uuid import uuid4
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from config.lean_files import MAIN, lean_script, one_sheet
from journal.models import Entry
from routines.local_time import Moment
from routines.models import Session
from tests.bench.cold import IN_SCRIPT, fetched_by
from tests.bench.people import make_regular
from tests.look.cast import with_open_session

COLD, COLD_SCRIPTS = 60_000, 30_000
INDEX, POINT = 60 * 1024, 40 * 1024
PACKED = {"accept-encoding": "gzip"}


@pytest.fixture(params=[1, 300], ids=["1 day", "300 days"])
def regular(request, db, client):
    """A person logged in, with an entry on each of some days and a session on most."""
    person = make_regular("regular", days=request.param)
    client.force_login(person)
    return person


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 10),
        ("/journal/", 8),
        ("/journal/?show=pain", 8),
        ("/journal/chart/?range=4w", 8),
        ("/journal/chart/?range=all", 8),
    ],
)
def test_page_takes_few_queries_however_long_the_history(
    client, regular, path, queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(queries):
        assert client.get(path).status_code == 200


def test_today_takes_few_queries_with_a_session_left_open(
    client, regular, django_assert_max_num_queries
):
    with_open_session(regular, Moment(timezone.now(), ZoneInfo("UTC")))

    with django_assert_max_num_queries(10):
        assert client.get("/").context["resume"]["done"] == 3


def test_saving_a_number_takes_few_queries(client, regular, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.post("/journal/entries/", {"intensity": 4, "key": uuid4()})

    assert Entry.objects.kept_by(regular).first().intensity == 4


@pytest.mark.parametrize("path", ["/points/", "/points/BL23/"])
def test_library_takes_few_queries_of_a_visitor(client, db, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(("path", "most"), [("/points/", INDEX), ("/points/BL23/", POINT)])
def test_library_page_is_light(client, db, path, most):
    assert len(client.get(path, headers=PACKED).content) <= most


def test_first_visit_of_today_is_light(client, regular):
    answer = client.get("/", headers=PACKED)
    files = all_files(gzip.decompress(answer.content).decode())
    sizes = {name: len(brotli.compress(lean_text(name).encode())) for name in files}

    assert {"css/main.css", "img/icons.svg", "img/favicon.svg"} <= set(files)
    assert len(answer.content) + sum(sizes.values()) <= COLD
    assert sum(size for name, size in sizes.items() if name.endswith(".js")) <= COLD_SCRIPTS


def test_scripts_of_a_session_are_light(client, regular):
    with_open_session(regular, Moment(timezone.now(), ZoneInfo("UTC")))
    key = Session.objects.kept_by(regular).get(finished_at=None).key

    files = all_files(client.get(f"/sessions/{key}/").content.decode())
    ours = [name for name in files if re.match(r"js/.*\.js$", name)]

    assert {"js/player/session-player.js", "js/player/media.js"} <= set(ours)
    assert sum(len(brotli.compress(lean_text(name).encode())) for name in ours) <= COLD_SCRIPTS


def all_files(page):
    """The static files that a page asks for, and those that its modules ask for."""
    found = [name_of(address) for address in fetched_by("/", page)]
    for name in found:
        if name.endswith(".js"):
            near = PurePosixPath(name).parent
            asked = [str(near / part) for part in IN_SCRIPT.findall(lean_text(name))]
            found += [file for file in asked if file not in found]
    return dict.fromkeys(found)


def name_of(address):
    return unquote(urlparse(address).path).removeprefix("/static/")


def source_of(name):
    return Path(finders.find(name)).read_text()


def lean_text(name):
    """A file as it is sent: the sheets as one, our scripts without comments."""
    if name == MAIN:
        return one_sheet(source_of(MAIN), lambda part: source_of(f"css/{part}"))
    return lean_script(source_of(name)) if re.match(r"js/.*\.js$", name) else source_of(name)
