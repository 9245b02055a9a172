"""Pages of the diary: they work, belong to one person, and keep what was typed."""

import datetime as dt
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from journal.forms.merging import seen_of
from journal.models import Entry
from routines.models import Preferences
from tests import make
from tests.make import MONDAY

LONG = "x" * 10_000
ODD = ["😀 it hurts", "يؤلمني ظهري", "<script>alert(1)</script>"]


def entry_url(entry, name="entry"):
    return reverse(f"journal:{name}", args=[entry.key])


def form_of(entry, **changes):
    """What the page of an entry sends when nothing but ``changes`` was touched."""
    local = entry.occurred_at.astimezone(make.WARSAW)
    return {
        "version": entry.version,
        "seen": seen_of(entry),
        "intensity": entry.intensity,
        "when_0": "own",
        "when_1": f"{local:%Y-%m-%dT%H:%M}",
        "note": entry.note,
        **changes,
    }


# One tap


def test_a_tap_is_saved_and_returns_to_its_page(signed_in, owner):
    sent = {"intensity": 4, "key": uuid4(), "next": "/"}

    response = signed_in.post("/journal/entries/", sent)

    assert (response.status_code, response.url) == (302, "/")
    entry = Entry.objects.get()
    assert (entry.owner, entry.intensity, entry.key) == (owner, 4, sent["key"])


def test_a_tap_costs_few_queries(signed_in, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        signed_in.post("/journal/entries/", {"intensity": 4, "key": uuid4()})


def test_a_tap_sent_twice_is_one_row(signed_in):
    sent = {"intensity": 4, "key": uuid4()}

    answers = [signed_in.post("/journal/entries/", sent).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert Entry.objects.count() == 1


def test_another_number_under_the_same_key_is_told_and_offered_again(signed_in):
    key = uuid4()
    signed_in.post("/journal/entries/", {"intensity": 4, "key": key})

    response = signed_in.post("/journal/entries/", {"intensity": 7, "key": key})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "This page had already saved 4, so 7 was left out." in response.text
    assert str(key) not in response.text  # the scale carries a key of its own
    assert Entry.objects.get().intensity == 4


@pytest.mark.parametrize("intensity", ["", "11", "-1", "4.5", "four", LONG, "\0", "😀"])
def test_a_number_that_is_none_gets_a_sentence(signed_in, intensity):
    response = signed_in.post("/journal/entries/", {"intensity": intensity, "key": uuid4()})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose a number from 0 to 10." in response.text
    assert not Entry.objects.exists()


@pytest.mark.parametrize("key", ["", "x", LONG, "\0"])
def test_a_tap_without_a_key_is_asked_for_again(signed_in, key):
    response = signed_in.post("/journal/entries/", {"intensity": 4, "key": key})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Reload it, then choose again." in response.text


def test_a_refused_tap_on_today_comes_back_in_its_place(signed_in):
    response = signed_in.post(
        "/journal/entries/",
        {"intensity": 11, "key": uuid4()},
        headers={"HX-Request": "true", "HX-Target": "pain-now"},
    )

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.text.strip().startswith('<section class="stack" id="pain-now">')


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/" + LONG,
    ],
)
def test_a_tap_never_leads_off_the_site(signed_in, elsewhere):
    sent = {"intensity": 4, "key": uuid4(), "next": elsewhere}

    assert signed_in.post("/journal/entries/", sent).url == "/journal/"


def test_a_log_in_that_ran_out_leads_to_the_diary_afterwards(signed_in):
    assert signed_in.get("/journal/entries/").url == "/journal/"


# One entry


def test_an_entry_shows_its_details(signed_in, owner):
    entry = make.entry(
        owner=owner,
        day=dt.date(2025, 6, 2),
        regions=["low_back_left"],
        sleep=6,
        note="Desk",
    )

    response = signed_in.get(entry_url(entry))

    assert response.status_code == HTTPStatus.OK
    assert "2 June 2025, 20:00" in response.text
    for part in (
        'value="low_back_left" checked',
        'value="6"',
        "Desk</textarea>",
        "2025-06-02T20:00",
    ):
        assert part in response.text


def test_an_entry_keeps_every_detail(signed_in, owner):
    entry = make.entry(owner=owner, intensity=4)
    details = {
        "intensity": 5,
        "regions": ["low_back_left", "leg_right"],
        "qualities": ["burning"],
        "stiffness": "under_30",
        "legs": ["numb"],
        "sleep": 7,
        "painkillers": "some",
        "note": "Long drive",
    }

    response = signed_in.post(entry_url(entry), form_of(entry, **details))

    assert response.url == "/journal/"
    entry.refresh_from_db()
    assert {name: getattr(entry, name) for name in details} == details
    assert (entry.version, entry.local_date) == (2, MONDAY)


def test_an_entry_left_alone_keeps_its_second_and_its_zone(signed_in, owner):
    instant = make.at(MONDAY, 20, 0) + dt.timedelta(seconds=44)
    entry = make.entry(owner=owner, instant=instant)
    Preferences.objects.filter(owner=owner).update(zone="Pacific/Auckland")

    signed_in.post(entry_url(entry), form_of(entry, note="more"))

    entry.refresh_from_db()
    assert (entry.note, entry.occurred_at, entry.zone) == ("more", instant, "Europe/Warsaw")


def test_a_new_zone_in_the_profile_moves_no_entry(signed_in, owner):
    entries = [make.entry(owner=owner, hour=hour) for hour in (0, 12, 23)]
    before = [(entry.pk, entry.local_date) for entry in entries]

    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        Preferences.objects.filter(owner=owner).update(zone=zone)
        signed_in.get("/journal/")

    kept = Entry.objects.order_by("pk").values_list("pk", "local_date")
    assert list(kept) == before


@pytest.mark.parametrize(("which", "hour"), [("first", 0), ("second", 1)])
def test_an_entry_moves_to_either_of_two_equal_hours(signed_in, owner, which, hour):
    entry = make.entry(owner=owner)
    sent = form_of(entry, when_1="2025-10-26T02:30")

    asked = signed_in.post(entry_url(entry), sent)
    assert asked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Clocks went back that night, so 02:30 came twice." in asked.text

    signed_in.post(entry_url(entry), sent | {"when_2": which})
    entry.refresh_from_db()
    assert entry.occurred_at == dt.datetime(2025, 10, 26, hour, 30, tzinfo=dt.UTC)
    assert entry.local_date == dt.date(2025, 10, 26)


def test_an_entry_moves_to_an_hour_that_clocks_left_out(signed_in, owner):
    entry = make.entry(owner=owner)

    signed_in.post(entry_url(entry), form_of(entry, when_1="2026-03-29T02:30"))

    entry.refresh_from_db()
    assert entry.occurred_at == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
    assert entry.utc_offset_minutes == 120


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"intensity": 11}, "Choose a number from 0 to 10."),
        ({"intensity": ""}, "Choose a number from 0 to 10."),
        ({"sleep": 11}, "Sleep is a number from 0 to 10."),
        ({"sleep": "well"}, "Sleep is a number from 0 to 10."),
        ({"regions": ["tail"]}, "Choose from what is shown here."),
        ({"stiffness": LONG}, "Choose from what is shown here."),
        ({"legs": ["nothing", "numb"]}, "Choose Nothing, or what you feel, not both."),
        ({"when_1": "1899-01-01T10:00"}, "Write a year from 1900 on."),
        ({"when_1": "2999-01-01T10:00"}, "That is still to come."),
        ({"version": ""}, "This page is incomplete."),
        ({"version": "x" * 99}, "This page is incomplete."),
    ],
)
def test_an_entry_refused_says_why_and_keeps_the_text(signed_in, owner, changes, sentence):
    entry = make.entry(owner=owner, intensity=4)

    response = signed_in.post(entry_url(entry), form_of(entry, note="keep this", **changes))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in response.text
    assert "What you typed is kept." in response.text
    assert "keep this</textarea>" in response.text
    entry.refresh_from_db()
    assert (entry.intensity, entry.note, entry.version) == (4, "", 1)


def test_a_note_of_10000_characters_is_refused_and_kept(signed_in, owner):
    entry = make.entry(owner=owner)

    response = signed_in.post(entry_url(entry), form_of(entry, note=LONG))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "A note holds 4000 characters and this one has 10000." in response.text
    assert f"{LONG}</textarea>" in response.text
    assert "maxlength" not in response.text


def test_a_note_with_nul_is_refused_in_words(signed_in, owner):
    entry = make.entry(owner=owner)

    response = signed_in.post(entry_url(entry), form_of(entry, note="a\0b"))

    assert "The note holds a character that cannot be kept." in response.text


@pytest.mark.parametrize("note", ODD)
def test_any_writing_is_kept_as_it_is(signed_in, owner, note):
    entry = make.entry(owner=owner)

    signed_in.post(entry_url(entry), form_of(entry, note=note))

    entry.refresh_from_db()
    assert entry.note == note
    assert "<script>alert" not in signed_in.get("/journal/").text
    assert "<script>alert" not in signed_in.get(entry_url(entry)).text


def test_the_second_of_two_tabs_keeps_its_text_and_sees_the_other(signed_in, owner):
    entry = make.entry(owner=owner, intensity=4)
    sent = form_of(entry, note="from the second tab")
    signed_in.post(entry_url(entry), form_of(entry, note="from the first tab", intensity=5))

    response = signed_in.post(entry_url(entry), sent)

    assert response.status_code == HTTPStatus.CONFLICT
    assert "This entry was changed in another tab." in response.text
    assert "from the first tab" in response.text
    assert "from the second tab</textarea>" in response.text
    assert 'name="version" value="2"' in response.text
    signed_in.post(entry_url(entry), sent | {"version": 2})
    entry.refresh_from_db()
    assert entry.note == "from the second tab"


def test_a_tab_whose_entry_was_deleted_can_bring_it_back_with_its_text(signed_in, owner):
    entry = make.entry(owner=owner)
    sent = form_of(entry, note="written meanwhile")
    signed_in.post(entry_url(entry, "delete"))

    response = signed_in.post(entry_url(entry), sent)
    assert response.status_code == HTTPStatus.CONFLICT
    assert "This entry was deleted in another tab." in response.text
    assert "written meanwhile</textarea>" in response.text

    signed_in.post(entry_url(entry), sent | {"version": 2})
    assert Entry.objects.kept_by(owner).get().note == "written meanwhile"


def test_delete_offers_undo_and_undo_brings_it_back(signed_in, owner):
    entry = make.entry(owner=owner)

    page = signed_in.post(entry_url(entry, "delete"), follow=True)
    assert "Entry deleted" in page.text
    assert f'action="{entry_url(entry, "restore")}"' in page.text
    assert signed_in.get(entry_url(entry)).status_code == HTTPStatus.NOT_FOUND

    signed_in.post(entry_url(entry, "restore"))
    assert signed_in.get(entry_url(entry)).status_code == HTTPStatus.OK


def test_delete_sent_twice_is_one_delete(signed_in, owner):
    entry = make.entry(owner=owner)

    answers = [signed_in.post(entry_url(entry, "delete")).status_code for _time in range(2)]

    assert answers == [302, 302]
    entry.refresh_from_db()
    assert entry.version == 2


@pytest.mark.parametrize("name", ["entry", "delete", "restore"])
@pytest.mark.parametrize("binned", [False, True])
def test_a_stranger_finds_nothing(client, stranger, name, binned):
    entry = make.entry(note="private", deleted_at=timezone.now() if binned else None)
    client.force_login(stranger)

    sent = client.post(entry_url(entry, name), form_of(entry, note="mine now"))

    assert sent.status_code == HTTPStatus.NOT_FOUND
    assert client.get(entry_url(entry)).status_code == HTTPStatus.NOT_FOUND
    before = (entry.note, entry.version, entry.deleted_at)
    entry.refresh_from_db()
    assert (entry.note, entry.version, entry.deleted_at) == before


@pytest.mark.parametrize("name", ["diary", "write", "entries", "chart"])
def test_a_visitor_is_asked_to_log_in(client, db, name):
    response = client.get(reverse(f"journal:{name}"))

    assert response.status_code == HTTPStatus.FOUND
    assert response.url.startswith("/account/login/")


@pytest.mark.parametrize("name", ["delete", "restore"])
def test_a_get_deletes_and_restores_nothing(signed_in, owner, name):
    entry = make.entry(owner=owner)

    assert signed_in.get(entry_url(entry, name)).status_code == HTTPStatus.FOUND
    assert Entry.objects.kept_by(owner).get() == entry


def test_an_entry_page_costs_few_queries(signed_in, owner, django_assert_max_num_queries):
    entries = [make.entry(owner=owner, hour=hour) for hour in (8, 12, 20)]

    with django_assert_max_num_queries(8):
        signed_in.get(entry_url(entries[0]))


def test_a_bad_day_stands_first_where_one_writes(signed_in):
    page = signed_in.get("/journal/write/").text.split("<main")[1]

    assert page.index('href="/bad-day/"') < page.index('name="when_0"')
