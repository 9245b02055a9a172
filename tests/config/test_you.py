"""The You pages: preferences, everything in a file, and an account that leaves nothing behind."""

import csv
import datetime as dt
import io
import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from config.you.cells import cell, text_of
from config.you.export import everything
from config.you.places import countries, country_name, country_of, zones_by_area
from journal.models import Entry
from routines.local_time import known_zone
from routines.models import DayChoice, Pause, Preferences, SessionEvent
from tests import make

CANARY = "canary-7f3a"
PAGES = ["/you/", "/you/preferences/", "/you/export/", "/you/delete/"]


@pytest.fixture(autouse=True)
def fresh_counts(db):
    """Rate limits count in the cache, which no transaction rolls back for the next test."""
    cache.clear()


def fill(person, *, mark=""):
    """Give a person one of each kind of row, marked where text is kept."""
    routine = make.routine(owner=person, name=f"Routine {mark}")
    make.plan(owner=person, routine=routine)
    make.screening(owner=person)
    DayChoice.objects.create(owner=person, day=make.MONDAY, routine=None)
    Pause.objects.create(owner=person, first_day=make.MONDAY, reason=f"Away {mark}")
    session = make.practice(owner=person, name=f"Session {mark}")
    SessionEvent.objects.create(
        session=session, kind="hold", hold=0, pressed_seconds=60,
        happened_at=session.occurred_at, received_at=session.occurred_at,
    )  # fmt: skip
    make.entry(owner=person, note=f"Note {mark}", intensity=7)
    make.entry(owner=person, note=f"Binned {mark}", deleted_at=make.at(make.MONDAY))
    EmailAddress.objects.create(user=person, email=f"{mark or 'me'}@example.org", primary=True)
    Authenticator.objects.create(user=person, type="totp", data={"secret": f"secret-{mark}"})


# The list


@pytest.mark.parametrize("path", PAGES)
def test_a_you_page_sends_a_visitor_to_log_in(client, path):
    for response in (client.get(path), client.post(path)):
        assert response.status_code == 302
        assert response.url.startswith("/account/login/")


@pytest.mark.parametrize("path", PAGES)
def test_a_you_page_takes_two_queries(signed_in, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):  # log-in, person with preferences
        assert signed_in.get(path).status_code == 200


def test_you_says_how_things_stand(signed_in, owner):
    Preferences.objects.filter(owner=owner).update(country="PL", theme="dark", sound=False)

    page = signed_in.get("/you/").content.decode()

    for words in ("Poland", "Dark", "off", "owner", 'data-theme="dark"'):
        assert words in page
    assert "made-up" not in page


def test_you_tells_a_sample_person_when_it_ends(signed_in, owner):
    ends = dt.datetime.now(tz=dt.UTC) + dt.timedelta(hours=3, minutes=1)
    Preferences.objects.filter(owner=owner).update(expires_at=ends)

    page = signed_in.get("/you/").content.decode()

    assert "made-up person" in page
    assert "Two-step" not in page


# Preferences


def choose(client, **typed):
    chosen = {"theme": "dark", "zone": "Asia/Tokyo", "country": "JP", "sound": "on"}
    return client.post("/you/preferences/", chosen | typed)


def test_preferences_are_kept(signed_in, owner):
    assert choose(signed_in).url == "/you/"

    kept = Preferences.objects.get(owner=owner)
    chosen = (kept.theme, kept.zone, kept.country, kept.sound, kept.vibration)
    assert chosen == ("dark", "Asia/Tokyo", "JP", True, False)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("zone", "Mars/Olympus"), ("zone", ""), ("country", "XX"), ("country", "pl"),
     ("theme", "neon"), ("zone", "\0"), ("zone", "x" * 10_000)],
)  # fmt: skip
def test_preferences_refuse_what_is_no_choice(signed_in, owner, field, typed):
    response = choose(signed_in, **{field: typed})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Not saved yet." in response.content.decode()
    assert Preferences.objects.get(owner=owner).zone == "Europe/Warsaw"


def test_a_new_zone_changes_no_row_that_was_written(signed_in, owner):
    fill(owner)
    before = list(Entry.objects.values_list("pk", "local_date", "zone", "utc_offset_minutes"))

    choose(signed_in, zone="Pacific/Kiritimati")

    after = list(Entry.objects.values_list("pk", "local_date", "zone", "utc_offset_minutes"))
    assert after == before


def test_an_old_name_of_a_zone_stays_a_choice(signed_in, owner):
    Preferences.objects.filter(owner=owner).update(zone="Asia/Calcutta")

    page = signed_in.get("/you/preferences/").content.decode()
    assert '<option value="Asia/Calcutta" selected>' in page
    assert choose(signed_in, zone="Asia/Calcutta").status_code == 302


def test_preferences_of_a_person_made_by_hand_are_made_when_chosen(client):
    person = User.objects.create_user("root", password=make.PASSWORD)
    client.force_login(person)

    assert client.get("/you/preferences/").status_code == 200
    choose(client)

    assert Preferences.objects.get(owner=person).zone == "Asia/Tokyo"


def test_preferences_change_nobody_elses(signed_in, stranger):
    choose(signed_in, owner=stranger.pk, pk=stranger.preferences.pk)

    assert Preferences.objects.get(owner=stranger).zone == "Europe/Warsaw"


# Places


def test_every_zone_of_the_table_exists_and_leads_back_to_its_country():
    for country in countries():
        for zone in (*country.zones, *country.old_zones):
            assert known_zone(zone)
            assert country_of(zone) == country.code


def test_places_know_their_country():
    assert (country_of("Europe/Oslo"), country_of("America/Los_Angeles")) == ("NO", "US")
    assert (country_of("UTC"), country_of("nowhere")) == ("", "")
    assert (country_name("NO"), country_name("")) == ("Norway", "")
    assert [area for area, _zones in zones_by_area()][:3] == ["Africa", "America", "Antarctica"]


# Export


def exported(client):
    response = client.post("/you/export/", {"file": "everything"})
    assert response.headers["Content-Type"].startswith("application/json")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="backbeat-')
    assert "no-store" in response.headers["Cache-Control"]
    return json.loads(b"".join(response.streaming_content))


def test_export_holds_everything_of_the_owner_and_nothing_of_a_stranger(signed_in, owner, stranger):
    fill(owner)
    fill(stranger, mark=CANARY)

    document = exported(signed_in)

    assert CANARY not in json.dumps(document)
    assert (document["format"], document["version"]) == ("backbeat", 1)
    assert document["person"]["user_name"] == "owner"
    assert [entry["intensity"] for entry in document["entries"]] == [7, 4]
    assert [bool(entry["deleted_at"]) for entry in document["entries"]] == [False, True]
    [routine], [session] = document["routines"], document["sessions"]
    assert [step["point"] for step in routine["steps"]] == ["BL23", "PC6"]
    assert session["snapshot"]["version"] == 1
    assert [event["pressed_seconds"] for event in session["events"]] == [60]
    for kind in (
        "preferences",
        "screenings",
        "plans",
        "day_choices",
        "pauses",
        "addresses",
        "keys",
    ):
        assert len(document[kind]) == 1, kind


def test_export_gives_away_no_secret(signed_in, owner):
    fill(owner, mark=CANARY)

    text = json.dumps(exported(signed_in))

    assert f"secret-{CANARY}" not in text
    assert owner.password not in text


def test_export_of_an_empty_account_is_whole(signed_in):
    document = exported(signed_in)

    assert document["entries"] == []
    assert len(document["preferences"]) == 1


def test_every_kind_of_row_that_belongs_to_a_person_is_exported(owner):
    told = {
        "Preferences", "EmailAddress", "Authenticator", "UserSession", "Screening", "Routine",
        "Plan", "DayChoice", "Pause", "Session", "Entry",
    }  # fmt: skip
    silent = {"LogEntry"}  # the admin's own log, about staff
    kinds = {
        model.__name__
        for model in apps.get_models()
        if any(
            field.related_model is User and not field.many_to_many for field in model._meta.fields
        )
    }

    assert kinds - silent == told
    assert len(everything(owner)) == len(told)


def test_an_export_is_made_by_post_only(signed_in):
    assert "attachment" not in str(signed_in.get("/you/export/?file=everything").headers)


def test_entries_are_a_table_that_no_spreadsheet_runs(signed_in, owner):
    make.entry(owner=owner, note='=HYPERLINK("http://example.org")', intensity=3)
    make.entry(owner=owner, note='-3 today, "so-so"\nsecond line', intensity=4, hour=21)

    response = signed_in.post("/you/export/", {"file": "entries"})
    written = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written)))

    assert [row["pain"] for row in rows] == ["3", "4"]
    assert rows[0]["note"] == '\'=HYPERLINK("http://example.org")'
    assert rows[0]["occurred_at"] == "2026-11-16T20:00+01:00"
    assert text_of(rows[1]["note"]) == '-3 today, "so-so"\nsecond line'


@given(st.text())
def test_a_cell_never_starts_a_formula_and_finds_its_way_back(text):
    assert text_of(cell(text)) == text
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))


# Deletion


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
        "journal_entry",
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
