"""The list of what is about the person, and the choices of look, place and cues."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from journal.models import Entry
from routines.models import Preferences
from tests import make
from tests.config.you.filling import fill

PAGES = ["/you/", "/you/preferences/", "/you/export/", "/you/delete/"]


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
    ends = timezone.now() + dt.timedelta(hours=3, minutes=1)
    Preferences.objects.filter(owner=owner).update(expires_at=ends)

    page = signed_in.get("/you/").content.decode()

    assert "made-up person" in page
    assert "Two-step" not in page


def choose(client, **typed):
    chosen = {"theme": "dark", "zone": "Asia/Tokyo", "country": "JP", "sound": "on"}
    pace = {"breath": "5-7", "ready_seconds": "10", "turn_seconds": "6"}
    return client.post("/you/preferences/", chosen | pace | typed)


def test_preferences_are_kept(signed_in, owner):
    assert choose(signed_in).url == "/you/"

    kept = Preferences.objects.get(owner=owner)
    chosen = (kept.theme, kept.zone, kept.country, kept.sound, kept.vibration, kept.letter_keys)
    assert chosen == ("dark", "Asia/Tokyo", "JP", True, False, False)
    pace = (kept.ready_seconds, kept.turn_seconds, kept.breath_seconds(), kept.waits, kept.voice)
    assert pace == (10, 6, (5, 7), False, False)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ready_seconds": "2"}, "Take 3 to 30 seconds to get ready."),
        ({"ready_seconds": "10000"}, "Take 3 to 30 seconds to get ready."),
        ({"turn_seconds": "16"}, "Take 3 to 15 seconds to change sides."),
    ],
)
def test_a_pace_nobody_can_keep_is_refused_in_words(signed_in, owner, typed, sentence):
    response = choose(signed_in, **typed)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Preferences.objects.get(owner=owner).theme == ""


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


def test_thumb_width_is_kept_or_left_empty(signed_in, owner):
    choose(signed_in, thumb_mm="21")
    assert Preferences.objects.get(owner=owner).thumb_mm == 21

    choose(signed_in, thumb_mm="")
    assert Preferences.objects.get(owner=owner).thumb_mm is None


@pytest.mark.parametrize("typed", ["9", "41", "-1", "100000"])
def test_thumb_that_no_hand_has_is_refused_in_words(signed_in, owner, typed):
    response = choose(signed_in, thumb_mm=typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["thumb_mm"] or (
        "A thumb is 10 to 40 mm wide." in response.content.decode()
    )
    assert Preferences.objects.get(owner=owner).thumb_mm is None
