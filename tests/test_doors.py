"""Every door of the site: who may open it, by which verb, and what is found behind it."""

import datetime as dt
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from routines.models import Routine, Session
from tests import make
from tests.closed import check_headers, check_page
from tests.cookies import session_cookie
from tests.doors import DOORS, KEY, WHO, Door
from tests.routines.rows import NOW, answered, started, token_of, told

# allauth and the admin change with their versions: one rule for each prefix
PUBLIC_ACCOUNT = {
    "account/login/",
    "account/logout/",
    "account/inactive/",
    "account/signup/",
    "account/confirm-email/",
    "account/password/reset/",
    "account/login/code/confirm/",
    "account/^confirm-email/(?P<key>[-:\\w]+)/$",
    "account/password/reset/key/done/",
    "account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
    "account/password/reset/done/",
    "account/2fa/authenticate/",
    "account/2fa/webauthn/login/",
}


def routes(patterns=None, prefix: str = "") -> Iterator[str]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, here)
        else:
            yield here


ROUTES = sorted(set(routes()))
PRIVATE_ACCOUNT = [r for r in ROUTES if r.startswith("account/") and r not in PUBLIC_ACCOUNT]
ADMIN = [r for r in ROUTES if r.startswith("admin/")]


@pytest.fixture(scope="module")
def people(lasting_rows):
    """Three people, made once for all doors; what a test writes is taken back."""
    people = {
        "owner": make.person(name="owner"),
        "stranger": make.person(name="stranger"),
        "staff": make.person(name="staff", is_staff=True, is_superuser=True),
    }
    for person in people.values():
        answered(person)
    return people


@pytest.fixture(scope="module")
def cookies(people):
    """The log-ins of the three."""
    return {who: session_cookie(person) for who, person in people.items()}


@pytest.fixture(scope="module")
def kept(people):
    """What the owner has that could leak, as parts of addresses."""
    owner = people["owner"]
    routine = make.routine(owner=owner, name="Kestrel routine")
    Routine.objects.filter(pk=routine.pk).update(key=KEY)
    make.plan(owner=owner, routine=routine, starts_on=NOW.today)
    return {
        "routine": routine.pk,
        "session": started(owner, routine=routine).key,
        "token": token_of(routine),
        "entry": make.entry(owner=owner, note="Kestrel note").key,
        "happening": make.event(owner=owner, kind="other", name="Kestrel event").key,
        "answers": make.answers(owner=owner).key,
        "pause": make.pause(owner=owner, first_day=NOW.today + dt.timedelta(days=90)).pk,
        "today": NOW.today,
        "tradition": "chinese",
        "letter": make.entry(owner=owner, day=dt.date(2026, 1, 5)).key,
        "fair_test": make.fair_test(owner=owner, day=NOW.today).key,
    }


@pytest.fixture
def client_of(db, cookies):
    """Give a new client of one of the three, or of nobody."""

    def make_client(who: str) -> Client:
        client = Client()
        if who in cookies:
            client.cookies[settings.SESSION_COOKIE_NAME] = cookies[who]
        return client

    return make_client


def answer_of(response) -> str:
    return f"{response.status_code} {getattr(response, 'url', '')}".strip()


def knock(door: Door, verb: str, client: Client, person, kept):
    """Return the path and the answer of one request, whose writes are taken back."""
    path = door.path.format(**kept)
    with transaction.atomic():
        if verb == "get":
            response = client.get(path)
        elif door.json:
            session = Session.objects.get(key=kept["session"])
            body = told(session, person=person.pk if person else 0)
            body |= {name: value.format(**kept) for name, value in door.body.items()}
            response = client.post(path, body, content_type="application/json")
        else:
            body = {name: value.format(**kept) for name, value in door.body.items()}
            response = client.post(path, body)
        transaction.set_rollback(True)
    return path, response


def test_every_route_is_in_the_table_and_every_row_has_a_route():
    ours = {route for route in ROUTES if not route.startswith(("account/", "admin/"))}

    assert ours == set(DOORS)
    assert set(ROUTES) >= PUBLIC_ACCOUNT


@pytest.mark.parametrize("route", DOORS)
def test_every_door_answers_as_stated(client_of, people, kept, route):
    door = DOORS[route]

    for verb, answers in (("get", door.get), ("post", door.post)):
        for who in WHO:
            path, response = knock(door, verb, client_of(who), people.get(who), kept)
            quoted = path.replace("?", "%3F").replace("=", "%3D")
            expected = answers[who].format(**kept, path=quoted)
            assert answer_of(response) == expected, f"{verb} {path} as {who}"
            check_headers(response, who)
            check_page(response)
            if who != "owner":
                assert b"Kestrel" not in response.getvalue(), f"{verb} {path} as {who}"


@pytest.mark.parametrize("verb", ["put", "patch", "delete"])
def test_no_door_opens_by_another_verb(client_of, kept, verb):
    client = client_of("owner")

    for door in DOORS.values():
        assert getattr(client, verb)(door.path.format(**kept)).status_code == 405, door.path


@pytest.mark.parametrize("file", ["all", "entries"])
def test_an_export_holds_what_is_mine_alone(client_of, kept, file):
    def exported(who):
        return client_of(who).post("/you/export/", {"file": file})

    assert b"Kestrel note" in exported("owner").getvalue()
    for who in ("stranger", "staff"):
        response = exported(who)
        assert response.status_code == 200
        assert b"Kestrel" not in response.getvalue()
        assert "no-store" in response.headers["Cache-Control"]
    assert exported("anonymous").url == "/account/login/?next=/you/export/"


@pytest.mark.parametrize(
    ("path", "target", "partial"),
    [
        ("/", "pain-now", True),
        ("/journal/", "diary-rows", True),
        ("/journal/chart/", "chart-region", True),
        ("/journal/", "no-such-part", False),
        ("/journal/", "section#diary-rows", True),  # as htmx 4 names it
    ],
)
def test_a_part_of_a_page_is_as_private_as_the_page(client_of, kept, path, target, partial):
    htmx = {"HX-Request": "true", "HX-Target": target}

    response = client_of("owner").get(path, headers=htmx)
    assert response.status_code == 200
    assert (b"<html" not in response.content) is partial
    check_headers(response, "owner")
    check_page(response)
    for who in ("stranger", "staff"):
        assert b"Kestrel" not in client_of(who).get(path, headers=htmx).content
    away = client_of("anonymous").get(path, headers=htmx)
    if path != "/":
        assert away.headers["HX-Redirect"].startswith("/account/login/")
        assert away.content == b""


def test_a_stranger_s_rows_cannot_be_named_in_a_form(client_of, people, kept):
    """A foreign number in a field is as closed as one in an address."""
    client = client_of("stranger")

    assert client.post("/sessions/", {"routine": kept["routine"]}).status_code == 404
    client.post(f"/days/{kept['today']}/choose/", {"choice": kept["routine"]})
    assert not people["stranger"].day_choices.exists()


def test_the_account_s_own_pages_send_a_visitor_to_the_log_in(client, db):
    for path in [f"/{route}".replace("<int:pk>", "1") for route in PRIVATE_ACCOUNT]:
        for response in (client.get(path), client.post(path)):
            assert response.status_code == 302, path
            assert response.url.startswith("/account/login/?next="), path
            check_headers(response, "anonymous")


def test_the_account_s_own_pages_are_never_stored(client_of):
    client = client_of("owner")

    for path in [f"/{route}" for route in PRIVATE_ACCOUNT if "<" not in route]:
        response = client.get(path)
        assert response.status_code in {200, 302, 404}, path
        check_headers(response, "owner")
        check_page(response)


def test_the_account_s_public_pages_are_as_closed_as_ours(client, db):
    for path in [f"/{route}" for route in PUBLIC_ACCOUNT if "^" not in route]:
        response = client.get(path)
        assert response.status_code in {200, 302, 400}, path
        check_headers(response, "anonymous")
        check_page(response)


def admin_path(route: str) -> str:
    return f"/{route}".replace("<path:object_id>", "1").replace("<int:content_type_id>", "1")


@pytest.mark.parametrize("who", ["anonymous", "owner", "stranger"])
def test_the_admin_is_for_staff(client_of, who):
    client = client_of(who)

    for path in [admin_path(route) for route in ADMIN if "(?P" not in route]:
        response = client.get(path)
        if path == "/admin/login/" and who != "anonymous":
            assert response.status_code == 403
        else:
            assert response.status_code == 302, path
            assert response.url.startswith(("/admin/", "/account/login/")), path
        check_headers(response, who)


def test_the_admin_logs_in_through_our_own_door(client_of):
    anonymous, staff = client_of("anonymous"), client_of("staff")

    assert anonymous.get("/admin/login/").url == "/account/login/?next=%2Fadmin%2F"
    assert staff.get("/admin/").status_code == 200


def test_a_page_that_is_not_there_is_as_closed_as_the_others(client_of):
    for who in WHO:
        response = client_of(who).get(f"/no/{uuid4()}/")
        assert response.status_code == 404
        check_headers(response, who)
        check_page(response)
