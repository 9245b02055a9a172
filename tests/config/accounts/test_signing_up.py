"""Making an account: names that have no twin, passwords, zone, and the answers of a moment ago."""

import pytest
from django.contrib.auth.models import User

from config.accounts.forms import SignUpForm
from config.accounts.names import folded
from routines.drafts import Draft
from routines.models import Preferences, Routine, Screening
from tests import make
from tests.config.accounts.steps import PASSWORD, sign_up


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


def test_a_name_that_is_taken_between_check_and_write_comes_back_as_a_form(rf, db):
    form = SignUpForm({"username": "ada", "password1": PASSWORD})
    assert form.is_valid()
    make.person(name="ada")
    request = rf.post("/account/signup/")
    request.session = {}

    person, response = form.try_save(request)

    assert (person, response.template_name) == (None, "account/signup.html")
    assert list(form.errors) == ["username"]
    assert User.objects.count() == Preferences.objects.count() == 1
