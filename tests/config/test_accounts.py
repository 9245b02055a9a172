"""Coming in: sign-up, log-in, passwords, codes, log-ins, the admin's door, and how it looks."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import User
from django.core.cache import cache
from django.urls import reverse

from config.accounts.backend import PersonBackend
from config.accounts.names import folded
from config.templatetags.accounts import browser, modules_path, qr_code
from routines.drafts import Draft
from routines.models import Preferences, Routine, Screening
from tests import make

PASSWORD = "four slow rivers meet"


@pytest.fixture(autouse=True)
def fresh_counts(db):
    """Rate limits count in the cache, which no transaction rolls back for the next test."""
    cache.clear()


def sign_up(client, **typed):
    return client.post("/account/signup/", {"username": "ada", "password1": PASSWORD} | typed)


def log_in(client, login="owner", password=make.PASSWORD, **typed):
    return client.post("/account/login/", {"login": login, "password": password} | typed)


# Signing up


def test_sign_up_asks_for_a_name_and_one_password_only(client):
    response = sign_up(client)

    assert (response.status_code, response.url) == (302, "/")
    person = User.objects.get()
    assert (person.username, person.email) == ("ada", "")
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize(
    ("sent", "zone", "country"),
    [
        ("Europe/Warsaw", "Europe/Warsaw", "PL"),
        ("Asia/Calcutta", "Asia/Calcutta", "IN"),
        ("Mars/Olympus", "UTC", ""),
        ("", "UTC", ""),
        ("../../etc/passwd", "UTC", ""),
    ],
)
def test_sign_up_keeps_the_zone_of_the_browser_where_it_is_one(client, sent, zone, country):
    sign_up(client, zone=sent)

    preferences = Preferences.objects.get()
    assert (preferences.zone, preferences.country) == (zone, country)


def test_sign_up_takes_the_country_from_the_language_where_the_zone_says_none(client):
    client.post(
        "/account/signup/",
        {"username": "ada", "password1": PASSWORD},
        headers={"accept-language": "en-NZ,en;q=0.9"},
    )

    assert Preferences.objects.get().country == "NZ"


@pytest.mark.parametrize("twin", ["ada", "ADA", "Ａｄａ", " ada ", "aDa"])
def test_sign_up_refuses_a_name_that_is_the_same_written_differently(client, twin):
    make.person(name="ada")

    response = sign_up(client, username=twin)

    assert response.status_code == 422
    assert response.context["form"].errors["username"] == [
        "This name is taken. Choose another one."
    ]
    assert User.objects.count() == 1


@pytest.mark.parametrize("twin", ["Ada@Example.org", "ada@example.ORG", "ａｄａ@example.org"])
def test_sign_up_refuses_an_address_that_is_the_same_written_differently(client, twin):
    sign_up(client, email="ada@example.org")
    client.logout()

    response = sign_up(client, username="other", email=twin)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["email"]
    assert User.objects.count() == 1


@pytest.mark.parametrize("name", ["admin", "Backbeat", "SAMPLE", "", "a b", "x" * 151, "nul\0name"])
def test_sign_up_refuses_a_name_that_cannot_be_used(client, name):
    response = sign_up(client, username=name)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["username"]
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "password", ["elevenchars", "", "password1234", "qwerty123456", "ada-ada-ada-ada"]
)
def test_sign_up_refuses_a_password_that_is_short_common_or_the_name(client, password):
    response = sign_up(client, username="ada-ada-ada", password1=password)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["password1"]


def test_sign_up_keeps_what_was_typed_and_says_that_nothing_is_saved(client):
    response = sign_up(client, username="ada", email="someone@example")

    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="someone@example"' in page
    assert "Not saved yet." in page
    assert "Is the address complete?" in page


def test_sign_up_brings_the_finished_safety_answers_of_the_visitor(client):
    answer(client, done=True)
    assert "come with you" in client.get("/account/signup/").content.decode()

    sign_up(client, zone="Europe/Warsaw")

    person = User.objects.get()
    assert "screening" not in client.session
    assert Screening.objects.kept_by(person).get().answers == {"osteoporosis": "yes"}
    assert Routine.objects.kept_by(person).get().programme.slug == "article-set"


def test_sign_up_leaves_unfinished_answers_to_be_finished(client):
    answer(client, done=False)
    assert "come with you" not in client.get("/account/signup/").content.decode()

    sign_up(client)

    assert client.session["screening"]["answers"] == {"osteoporosis": "yes"}
    assert not Screening.objects.exists()


def answer(client, *, done):
    session = client.session
    session["screening"] = Draft(answers={"osteoporosis": "yes"}, done=done).stored()
    session.save()


def test_a_name_folds_to_one_spelling_that_folds_to_itself():
    assert folded(" ＡＤＡ ") == "ada"
    assert folded("Straße") == folded("STRASSE") == "strasse"
    assert folded("ﬁn") == "fin"
    assert folded(folded("ΑΔΑΣ")) == folded("ΑΔΑΣ")


# Logging in


def test_log_in_works_by_name_in_any_spelling_and_by_address(client, owner):
    for login in ("owner", "OWNER", " owner ", "me@example.org", "Me@Example.org"):
        User.objects.filter(pk=owner.pk).update(email="me@example.org")
        response = log_in(client, login)
        assert (response.status_code, response.url) == (302, "/"), login
        client.logout()


def test_log_in_refuses_a_wrong_password_and_keeps_the_name(client, owner):
    response = log_in(client, password="not the right one")

    assert response.status_code == 422
    assert 'value="owner"' in response.content.decode()
    assert (
        "Not logged in yet.</strong> This name and password do not go" in response.content.decode()
    )
    assert "_auth_user_id" not in client.session


def test_log_in_goes_back_to_where_the_person_was_but_never_off_the_site(client, owner):
    assert log_in(client, next="/journal/").url == "/journal/"
    client.logout()
    assert log_in(client, next="https://example.org/").url == "/"


def test_log_in_answers_429_after_five_wrong_passwords_and_lets_nobody_in_then(client, owner):
    statuses = [log_in(client, password="wrong").status_code for _ in range(6)]
    response = log_in(client)

    assert statuses == [422] * 5 + [429]
    assert response.status_code == 429
    assert "Wait 5 minutes" in response.content.decode()
    assert 'class="account"' in response.content.decode()


def test_log_in_answers_429_on_our_own_page_after_a_flood(client):
    for _ in range(30):
        response = log_in(client, login="", password="")
    response = log_in(client, login="", password="")

    assert response.status_code == 429
    assert "data-page" in response.content.decode()


def test_a_person_and_the_preferences_are_read_in_one_query(
    client, owner, django_assert_num_queries
):
    with django_assert_num_queries(1):
        person = PersonBackend().get_user(owner.pk)
        assert person.preferences.zone == "Europe/Warsaw"


def test_a_person_made_by_hand_has_no_preferences_and_comes_in_all_the_same(db):
    person = User.objects.create_superuser("root", password=PASSWORD)

    assert PersonBackend().get_user(person.pk) == person
    assert PersonBackend().get_user(0) is None


def test_a_closed_account_is_nobody(owner):
    User.objects.filter(pk=owner.pk).update(is_active=False)

    assert PersonBackend().get_user(owner.pk) is None


# Passwords


def test_password_change_needs_the_old_one_and_keeps_the_log_in(client, owner):
    client.force_login(owner)
    url = "/account/password/change/"

    refused = client.post(url, {"oldpassword": "wrong", "password1": PASSWORD})
    changed = client.post(url, {"oldpassword": make.PASSWORD, "password1": PASSWORD})

    assert (refused.status_code, changed.status_code) == (422, 302)
    assert client.get("/you/").status_code == 200
    client.logout()
    assert log_in(client, password=PASSWORD).status_code == 302


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


# Addresses


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


# Two steps


def confirm(client):
    response = client.post("/account/reauthenticate/", {"password": make.PASSWORD})
    assert response.status_code == 302


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_codes_are_turned_on_asked_for_and_replaced_by_recovery_codes(client, owner):
    log_in(client)
    confirm(client)
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    assert client.post("/account/2fa/totp/activate/", {"code": "000"}).status_code == 422
    done = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert done.url == "/account/2fa/recovery-codes/"
    codes = client.get(done.url).context["unused_codes"]
    assert len(codes) == 10
    client.logout()

    assert log_in(client).url.startswith("/account/2fa/authenticate/")
    assert client.get("/you/").url.startswith("/account/login/")
    assert client.post("/account/2fa/authenticate/", {"code": "123456"}).status_code == 422
    response = client.post("/account/2fa/authenticate/", {"code": codes[0]})

    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/you/").status_code == 200


def test_codes_can_be_turned_off_again(client, owner):
    log_in(client)
    confirm(client)
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})

    assert client.post("/account/2fa/totp/deactivate/").url == "/account/2fa/"
    assert not Authenticator.objects.filter(type="totp").exists()


def test_the_square_to_scan_says_the_address_of_the_key():
    drawn = qr_code("otpauth://totp/owner?secret=ABC&issuer=Backbeat")

    side = drawn["width"] - 8
    assert side in range(21, 60, 4)  # the sizes that the standard knows
    assert drawn["path"].startswith("M0 0h7v1h-7z")  # top edge of the first corner mark


def test_a_run_of_dark_modules_is_one_rectangle():
    assert modules_path([[True, True, False], [False, False, True]]) == "M0 0h2v1h-2zM2 1h1v1h-1z"


# Where one is logged in


def test_other_log_ins_are_listed_and_ended(client, owner, django_user_agent_pair):
    here, there = django_user_agent_pair
    log_in(here)
    log_in(there)

    page = here.get("/account/sessions/")
    assert len(page.context["sessions"]) == 2
    assert "Firefox on Linux" in page.content.decode()
    assert here.post("/account/sessions/").status_code == 302

    assert here.get("/you/").status_code == 200
    assert there.get("/you/").status_code == 302


@pytest.fixture
def django_user_agent_pair(client):
    linux = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    return type(client)(headers={"user-agent": linux}), type(client)()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS) Version/18.0 Mobile Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", "Another program"),
        ("", "Another program"),
    ],
)
def test_a_browser_is_named_by_what_it_says(said, words):
    assert browser(said) == words


# The admin's door


def test_the_admin_sends_a_visitor_to_our_log_in_and_back(client):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == "/account/login/?next=%2Fadmin%2F"
    User.objects.create_superuser("root", password=PASSWORD)
    assert log_in(client, "root", PASSWORD, next="/admin/").url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_admin_shows_a_person_without_rights_403_and_no_loop(client, owner):
    client.force_login(owner)

    response = client.get("/admin/", follow=True)

    assert response.status_code == 403
    assert len(response.redirect_chain) == 1
    assert "data-page" in response.content.decode()


def test_the_admins_own_log_in_takes_no_password(client):
    User.objects.create_superuser("root", password=PASSWORD)

    client.post("/admin/login/", {"username": "root", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


# Looks

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
