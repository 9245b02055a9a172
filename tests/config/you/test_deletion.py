"""An account that is deleted leaves nothing behind."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from tests import make
from tests.config.you.filling import CANARY, fill


def rows_of_all_tables():
    """Return how many rows each table holds; the cache counts tries, not people."""
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(set(connection.introspection.table_names()) - {"cache"}):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - names of our tables
            counts[table] = cursor.fetchone()[0]
        return counts


def test_deletion_leaves_no_row_in_any_table(client, stranger):
    fill(stranger, mark="stays")
    before = rows_of_all_tables()
    person = make.person(name="leaving")
    phone = Client()
    for browser in (client, phone):
        browser.post("/account/login/", {"login": "leaving", "password": make.PASSWORD})
    fill(person, mark=CANARY)
    changed = {table for table, n in rows_of_all_tables().items() if n > before[table]}
    assert {
        "journal_answers",
        "journal_entry",
        "journal_finding",
        "journal_happening",
        "routines_session",
        "routines_sessionevent",
        "django_session",
        "usersessions_usersession",
    } < changed

    response = client.post("/you/delete/", {"password": make.PASSWORD})

    assert (response.status_code, response.url) == (302, "/")
    assert rows_of_all_tables() == before
    assert "is deleted" in client.get("/").content.decode()
    assert phone.get("/you/").status_code == 302


@pytest.mark.parametrize("typed", [{}, {"password": ""}, {"password": "wrong"}])
def test_deletion_needs_the_password(signed_in, owner, typed):
    response = signed_in.post("/you/delete/", typed)

    assert response.status_code == 422
    assert "Nothing is deleted yet." in response.content.decode()
    assert User.objects.filter(pk=owner.pk).exists()


def test_deletion_waits_after_many_wrong_passwords(signed_in, owner):
    for _ in range(5):
        signed_in.post("/you/delete/", {"password": "wrong"})

    response = signed_in.post("/you/delete/", {"password": make.PASSWORD})

    assert response.status_code == 429
    assert User.objects.filter(pk=owner.pk).exists()


def test_deletion_is_a_post_and_takes_nobody_else(signed_in, owner, stranger):
    signed_in.get("/you/delete/")
    assert User.objects.filter(pk=owner.pk).exists()

    signed_in.post("/you/delete/", {"password": make.PASSWORD, "person": stranger.pk})
    assert list(User.objects.values_list("username", flat=True)) == ["stranger"]
