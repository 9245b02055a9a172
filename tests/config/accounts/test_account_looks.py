"""Every account page is ours: no default look, nothing inline, nothing to be kept by a store."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from tests.config.accounts.steps import confirm, log_in

FOR_VISITORS = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
]
FOR_PEOPLE = [
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
    "you",
    "you_preferences",
    "you_export",
    "you_delete",
]


def assert_ours(response):
    page = response.content.decode()
    assert response.status_code == 200
    assert '<main class="main" id="main"' in page
    assert "<h1" in page
    assert "style=" not in page
    assert "<style" not in page
    assert "data:" not in page
    assert "placeholder=" not in page
    assert not re.search(r"\son[a-z]+=", page)
    for tag in re.findall(r"<script[^>]*>", page):
        assert "src=" in tag or 'type="application/json"' in tag


@pytest.mark.parametrize("name", FOR_VISITORS)
def test_a_page_for_visitors_is_in_our_look(client, name):
    assert_ours(client.get(reverse(name)))


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_a_page_for_people_is_in_our_look(client, owner, name):
    log_in(client)
    confirm(client)

    response = client.get(reverse(name))

    assert_ours(response)
    assert response.headers["Cache-Control"].count("no-store") == 1


def test_the_pages_of_one_key_are_in_our_look(client, owner):
    log_in(client)
    confirm(client)
    key = {"name": "Phone", "credential": {"clientExtensionResults": {}}}
    passkey = Authenticator.objects.create(user=owner, type="webauthn", data=key)
    client.get(reverse("mfa_list_webauthn"))

    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert_ours(client.get(reverse(name, args=[passkey.pk])))


def test_a_stranger_cannot_rename_or_remove_a_key(client, owner, stranger):
    key = {"name": "Phone", "credential": {"clientExtensionResults": {}}}
    passkey = Authenticator.objects.create(user=stranger, type="webauthn", data=key)
    log_in(client)
    confirm(client)

    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert client.post(reverse(name, args=[passkey.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_a_link_that_is_too_old_is_in_our_look(client):
    assert_ours(client.get("/account/password/reset/key/1-set-password/"))
    assert_ours(client.get("/account/confirm-email/unknown/"))


def test_a_page_that_is_not_written_here_is_put_into_our_look_all_the_same(owner, rf):
    request = rf.get("/account/reauthenticate/")
    request.user = owner
    way = {"url": "/account/reauthenticate/", "description": "Use your password"}

    page = render_to_string(
        "account/base_reauthenticate.html", {"reauthentication_alternatives": [way]}, request
    )

    assert_ours(HttpResponse(page))
    assert re.search(
        r'<a class="button" href="/account/reauthenticate/">\s*Use your password', page
    )
