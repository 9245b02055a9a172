"""What a device keeps for when there is no network: our own files and one page, nobody's words."""

import json
import re

import pytest
from django.contrib.staticfiles import finders

from config import kept_files
from tests import make

IMPORTED = re.compile(r'(?:from|import\()\s*"(\.{1,2}/[^"]+)"')


@pytest.fixture
def told(client, db):
    """What the script says it keeps."""
    answer = client.get("/service-worker.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    return json.loads(answer.content.decode().split("var KEPT = ")[1].split(";")[0])


def test_it_keeps_files_of_ours_that_are_there(told):
    assert told["files"] == [f"/static/{name}" for name in kept_files.kept_names()]
    assert [name for name in kept_files.kept_names() if not finders.find(name)] == []


def test_it_keeps_every_module_that_a_kept_module_asks_for():
    kept = set(kept_files.kept_names())
    asked = {
        str((kept_files.Path("/", name).parent / part).resolve().relative_to("/"))
        for name in kept
        if name.endswith(".js")
        for part in IMPORTED.findall(kept_files.Path(finders.find(name)).read_text())
    }

    assert asked
    assert asked - kept == set()


def test_its_page_asks_for_nothing_that_is_not_kept(client, db):
    page = client.get("/offline/").content.decode()
    asked = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    spare = {"/static/img/icon-180.png"}  # for the home screen of a phone that has a network

    assert {"/static/css/main.css", "/static/js/offline/shell.js"} <= asked
    assert {url for url in asked if "django_htmx" not in url} - spare <= set(kept_files.kept_urls())


def test_its_page_is_the_same_for_everybody(client, db):
    stranger = client.get("/offline/").content
    client.force_login(make.person(name="pat-of-the-test"))
    client.get("/")

    answer = client.get("/offline/")

    assert answer.content == stranger
    assert b"csrfmiddlewaretoken" not in stranger
    assert "pat-of-the-test" not in answer.content.decode()


def test_the_script_is_asked_for_again_each_time_and_sent_once(client, db):
    first = client.get("/service-worker.js")
    again = client.get("/service-worker.js", headers={"if-none-match": first.headers["ETag"]})

    assert "no-cache" in first.headers["Cache-Control"]
    assert (first.status_code, again.status_code) == (200, 304)


FILES = {"/static/a.js": b"1", "/static/b.js": b"2"}


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("<p>other</p>", FILES),
        ("<p></p>", {"/static/a.js": b"1"}),
        ("<p></p>", FILES | {"/static/b.js": b"3"}),
        ("<p></p>", {"/static/a.js": b"1", "/static/c.js": b"2"}),
    ],
)
def test_the_version_changes_with_the_page_and_with_any_file(page, files):
    assert kept_files.version_of("<p></p>", FILES) == kept_files.version_of("<p></p>", dict(FILES))
    assert kept_files.version_of(page, files) != kept_files.version_of("<p></p>", FILES)


def test_the_version_is_16_letters():
    assert len(kept_files.version()) == 16
