"""Everything in a file: all of one person, nothing of another."""

import csv
import io
import json

from django.apps import apps
from django.contrib.auth.models import User
from hypothesis import given
from hypothesis import strategies as st

from config.you.export import everything
from routines.cells import cell, text_of
from tests import make
from tests.config.you.filling import CANARY, fill


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
    noticed = [session[name] for name in ("sore_after", "bruised_after", "after_note")]
    assert noticed == [True, False, "Spot "]
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
        "Plan", "DayChoice", "Pause", "Session", "Entry", "Happening", "Answers", "FairTest",
        "Finding", "Beginning",
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
