"""Changing and resetting a password, and the addresses that are used for it."""

import re

import pytest
from django.contrib.auth.models import User

from config.accounts.forms import ResetPasswordForm, SignUpForm
from config.templatetags.typed import holds_passwords
from tests import make
from tests.config.accounts.steps import PASSWORD, confirm, log_in


def test_password_change_needs_the_old_one_and_keeps_the_log_in(client, owner):
    client.force_login(owner)
    url = "/account/password/change/"

    refused = client.post(url, {"oldpassword": "wrong", "password1": PASSWORD})
    changed = client.post(url, {"oldpassword": make.PASSWORD, "password1": PASSWORD})

    assert (refused.status_code, changed.status_code) == (422, 302)
    assert client.get("/you/").status_code == 200
    client.logout()
    assert log_in(client, password=PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("url", "typed"),
    [
        ("/account/signup/", {"username": "kestrel", "email": "me@", "password1": PASSWORD}),
        ("/account/password/change/", {"oldpassword": "wrong", "password1": PASSWORD}),
    ],
)
def test_a_form_that_comes_back_without_its_passwords_says_so(client, owner, url, typed):
    if "change" in url:
        client.force_login(owner)

    page = client.post(url, typed)

    assert page.status_code == 422
    text = " ".join(page.text.split())
    assert "What you typed is kept, but for passwords: type them again." in text
    assert PASSWORD not in text
    assert typed.get("username", "") in text


def test_a_form_without_a_password_keeps_all_that_was_typed():
    assert not holds_passwords(ResetPasswordForm())
    assert holds_passwords(SignUpForm())


def test_password_reset_sends_a_link_that_sets_a_new_password_once(client, owner, mailoutbox):
    User.objects.filter(pk=owner.pk).update(email="me@example.org")

    response = client.post("/account/password/reset/", {"email": "ME@example.org"})
    assert response.url == "/account/password/reset/done/"
    [letter] = mailoutbox
    assert letter.subject == "Backbeat: Choose a new password"
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    form_url = client.get(link).url
    assert client.get(form_url).status_code == 200
    assert client.post(form_url, {"password1": "short"}).status_code == 422
    assert client.post(form_url, {"password1": PASSWORD}).status_code == 302

    assert log_in(client, password=PASSWORD).status_code == 302
    client.logout()
    again = client.get(link)
    assert "too old" in again.content.decode()


def test_password_reset_says_the_same_for_an_address_without_account(client, mailoutbox):
    response = client.post("/account/password/reset/", {"email": "nobody@example.org"})

    assert response.url == "/account/password/reset/done/"
    assert mailoutbox == []


def test_an_address_of_somebody_else_cannot_be_added(client, owner, stranger):
    User.objects.filter(pk=stranger.pk).update(email="taken@example.org")
    log_in(client)
    confirm(client)

    response = client.post("/account/email/", {"email": "Taken@example.org", "action_add": "1"})

    assert response.status_code == 422
    assert owner.emailaddress_set.count() == 0


def test_an_address_is_added_after_the_password_is_given_again(client, owner):
    client.force_login(owner)
    typed = {"email": "me@example.org", "action_add": "1"}

    asked = client.post("/account/email/", typed)
    assert asked.url.startswith("/account/reauthenticate/")
    confirm(client)
    client.post("/account/email/", typed)

    assert [address.email for address in owner.emailaddress_set.all()] == ["me@example.org"]


def test_the_first_address_is_used_first_and_the_second_is_not(client, owner):
    log_in(client)
    confirm(client)

    for address in ("one@example.org", "two@example.org"):
        client.post("/account/email/", {"email": address, "action_add": "1"})

    owner.refresh_from_db()
    assert owner.email == "one@example.org"
    assert [a.primary for a in owner.emailaddress_set.order_by("email")] == [True, False]
