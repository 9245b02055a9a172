"""Forms that arrive too late are kept, and only our own are shown back."""

from http import HTTPStatus
from uuid import uuid4

import pytest
from django.test import Client

from journal.models import Entry
from tests import make

OURS = {"Origin": "http://testserver"}
HELD = {
    "technique": "static_pressure", "side": "both", "hold_seconds": "90", "rounds": "1",
    "pressure": "light", "posture": "sitting", "tool": "hand",
}  # fmt: skip


@pytest.fixture
def entry(owner):
    return make.entry(owner=owner)


def test_late_form_shows_what_was_typed_and_how_to_go_on(client, entry):
    typed = {"note": "left side <b>", "qualities": ["dull", "cramp"]}
    response = client.post(f"/journal/entries/{entry.key}/", typed, headers=OURS)

    assert response.status_code == HTTPStatus.UNAUTHORIZED
    assert response.context["fields"] == [
        ("note", "left side <b>"),
        ("qualities", "dull"),
        ("qualities", "cramp"),
    ]
    assert b"left side &lt;b&gt;" in response.content
    assert "no-store" in response.headers["Cache-Control"]


def test_late_form_of_another_site_is_sent_to_log_in_and_never_shown(client, entry):
    headers = {"Origin": "http://elsewhere.example"}
    response = client.post(f"/journal/entries/{entry.key}/", {"note": "x"}, headers=headers)

    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"].startswith("/account/login/")


def test_late_tap_is_answered_in_place(client, db):
    headers = OURS | {"HX-Request": "true", "HX-Target": "pain-now"}
    response = client.post("/journal/entries/", {"intensity": "4"}, headers=headers)

    assert response.status_code == HTTPStatus.UNAUTHORIZED
    assert response.content == b""


def test_late_reading_goes_to_the_log_in_page(client, db):
    assert client.get("/journal/").headers["Location"] == "/account/login/?next=/journal/"


def test_old_token_shows_the_form_again_with_a_new_one(owner, entry):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    typed = {"csrfmiddlewaretoken": "x" * 64, "note": "long text", "password": "secret"}
    response = client.post(f"/journal/entries/{entry.key}/", typed, headers=OURS)

    assert response.status_code == HTTPStatus.FORBIDDEN
    assert response.context["fields"] == [("note", "long text")]
    assert b"You are logged in as <strong>owner</strong>" in response.content
    assert Entry.objects.get().note == ""


def test_a_routine_that_was_sent_too_late_loses_no_point(client, owner):
    routine = make.routine(owner=owner, codes=("BL23", "PC6"), seconds=60)
    rows = {str(step.pk): step.point.code for step in routine.steps.all()}
    typed = {"name": "Evening", "version": "1", "key": str(uuid4()), "row": list(rows)}
    typed |= {f"{row}-code": code for row, code in rows.items()}
    typed |= {f"{row}-{name}": value for row in rows for name, value in HELD.items()}

    late = client.post(f"/routines/{routine.pk}/edit/", typed, headers=OURS)

    again = {}
    for name, value in late.context["fields"]:
        again.setdefault(name, []).append(value)
    client.force_login(owner)
    client.post(f"/routines/{routine.pk}/edit/", again)
    told = routine.steps.order_by("position").values_list("point__code", "hold_seconds")
    assert list(told) == [("BL23", 90), ("PC6", 90)]


@pytest.mark.parametrize(
    ("path", "name", "is_shown"),
    [
        ("/routines/points/add/", "code", True),
        ("/routines/new/", "codes", True),
        ("/routines/open/", "code", True),
        ("/account/2fa/totp/activate/", "code", False),
        ("/account/2fa/webauthn/add/", "credential", False),
        ("/account/password/change/", "oldpassword", False),
        ("/admin/auth/user/add/", "password1", False),
        ("/journal/entries/", "csrfmiddlewaretoken", False),
    ],
)
def test_only_what_opens_a_door_is_left_out(db, path, name, is_shown):
    client = Client(enforce_csrf_checks=True)  # so that each of them comes too late

    late = client.post(path, {name: "BL23", "kept": "yes"}, headers=OURS)

    assert late.status_code == HTTPStatus.FORBIDDEN
    assert late.context["fields"] == [(name, "BL23")] * is_shown + [("kept", "yes")]


def test_old_token_of_another_site_is_refused_without_echo(owner, entry):
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    headers = {"Origin": "http://elsewhere.example"}
    response = client.post(f"/journal/entries/{entry.key}/", {"note": "mine"}, headers=headers)

    assert response.status_code == HTTPStatus.FORBIDDEN
    assert b"mine" not in response.content
