"""Coming in by name or address, not too often, and by the admin's door."""

from django.contrib.auth.models import User

from config.accounts.backend import PersonBackend
from tests.config.accounts.steps import PASSWORD, log_in


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
