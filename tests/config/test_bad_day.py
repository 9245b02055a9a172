"""A bad day: a number, the signs, three gentle minutes, and no word of plans."""

import pytest

from journal.models import Entry, Happening
from routines.models import Session
from tests import make
from tests.routines.rows import answered

START = {"short": "gentle", "length": "usual", "key": "5f0c2e0e-9d1e-4c55-8f5b-1f6f5f8a9b99"}


@pytest.fixture
def reader(signed_in, owner):
    answered(owner)
    make.routine(owner=owner)
    return signed_in


def test_a_new_person_is_asked_the_safety_questions_first(signed_in):
    assert signed_in.get("/bad-day/").url == "/screening/1/"


def test_the_page_says_nothing_of_plans_and_days(reader):
    page = reader.get("/bad-day/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]

    assert "None of these, start 3 minutes" in main
    for word in ("planned", "practised", "28 days", "rest day"):
        assert word not in main


def test_a_number_is_saved_and_the_person_stays_here(reader, owner):
    number = {"intensity": "8", "key": START["key"], "next": "/bad-day/"}
    assert reader.post("/journal/entries/", number).url == "/bad-day/"

    page = reader.get("/bad-day/")
    assert page.context["pain"].level == 8
    assert 'name="next" value="/bad-day/"' in page.content.decode()
    assert Entry.objects.kept_by(owner).count() == 1


def test_three_gentle_minutes_are_one_session_of_six_holds_away_from_the_back(reader, owner):
    reader.post("/sessions/", START)
    reader.post("/sessions/", START)

    session = Session.objects.get(owner=owner)
    assert session.planned_seconds == 180
    assert session.name == "Three gentle minutes"
    assert [hold["code"] for hold in session.snapshot["holds"]] == [
        code for code in ("PC6", "HT7", "SI3") for _side in range(2)
    ]
    assert reader.get(f"/sessions/{session.key}/").status_code == 200


def test_a_sign_that_is_marked_closes_the_routines_here_as_well(reader, owner):
    check = reader.get("/bad-day/").context["form"].fields["checks"].choices[0][0]
    answer = reader.post("/sessions/", START | {"checks": check})

    assert answer.status_code == 302
    assert not Session.objects.filter(owner=owner).exists()
    assert reader.get("/bad-day/").context["closed"]
    assert b"start 3 minutes" not in reader.get("/bad-day/").content


def test_two_minutes_go_by_a_plain_link_and_are_called_so_everywhere(reader, owner):
    make.routine(owner=owner)
    assert "No time? 2 minutes" in reader.get("/").text

    page = reader.get("/sessions/new/?short=micro")
    assert page.status_code == 200
    assert 'name="short" value="micro"' in page.content.decode()

    reader.post("/sessions/", START | {"short": "micro"})
    session = Session.objects.get(owner=owner)
    assert (session.name, session.planned_seconds) == ("Two minutes", 90)
    assert "2 min left" in reader.get(f"/sessions/{session.key}/").text


def test_a_bad_spell_is_begun_here_and_only_once(reader, owner):
    spell = {"kind": "flare", "key": START["key"], "next": "/bad-day/"}
    assert reader.get("/bad-day/").context["has_spell"] is False
    assert reader.post("/journal/happenings/", spell).url == "/bad-day/"

    page = reader.get("/bad-day/")
    assert page.context["has_spell"] is True
    assert b"A bad spell has begun" not in page.content
    assert Happening.objects.kept_by(owner).flares().still_open().count() == 1


@pytest.mark.parametrize("short", ["", "huge", "\0", "x" * 10_000])
def test_a_run_that_nobody_made_is_not_found(reader, short):
    assert reader.get("/sessions/new/", {"short": short}).status_code == 404
    assert reader.post("/sessions/", START | {"short": short}).status_code == 404
