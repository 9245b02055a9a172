"""Two tabs on one entry: what only one of them changed is never lost."""

import datetime as dt
from http import HTTPStatus

import pytest
from django.http import QueryDict
from django.urls import reverse

from journal.forms.merging import MERGED, read_seen, seen_of, taken_over
from journal.models import Entry
from tests import make
from tests.journal.test_pages import form_of

EVENING = dt.datetime(2026, 11, 16, 19, 0, 30, tzinfo=dt.UTC)
BEFORE = {
    "regions": ["neck_left"], "note": "one\ntwo", "sleep": 5, "intensity": 4,
    "occurred_at": EVENING, "zone": "Europe/Warsaw",
}  # fmt: skip


def entry(**changes):
    return Entry(**BEFORE | changes)


def merged(mine, theirs, sent=""):
    seen = read_seen(seen_of(entry()))
    return taken_over(QueryDict(sent), typed=entry(**mine), seen=seen, other=entry(**theirs))


def test_what_only_the_other_tab_changed_is_taken_over():
    result = merged({"note": "mine"}, {"sleep": 8, "legs": ["numb", "pins"]}, "note=mine&sleep=5")

    assert (result["note"], result["sleep"]) == ("mine", "8")
    assert result.getlist("legs") == ["numb", "pins"]


def test_where_both_changed_the_same_mine_stands():
    assert merged({"sleep": 2}, {"sleep": 8}, "sleep=2")["sleep"] == "2"


def test_what_the_other_tab_took_away_is_gone():
    result = merged({}, {"sleep": None, "regions": []}, "sleep=5&regions=neck_left")

    assert (result["sleep"], result.getlist("regions")) == ("", [])


def test_strengths_come_along():
    result = merged({}, {"levels": {"neck_left": 9}}, "level_neck_left=")

    assert result["level_neck_left"] == "9"


def test_a_time_that_only_the_other_tab_changed_is_taken_over():
    as_sent = EVENING.replace(second=0)  # a page carries the time to the minute
    morning = {"occurred_at": EVENING.replace(hour=8)}

    result = merged({"occurred_at": as_sent}, morning, "when_0=own&when_1=2026-11-16T20:00")

    assert [result[f"when_{part}"] for part in range(3)] == ["own", "2026-11-16T09:00", ""]


def test_the_second_of_two_equal_hours_is_taken_over_as_the_second():
    second = {"occurred_at": dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)}

    assert merged({}, second, "when_0=own")["when_2"] == "second"


def test_where_both_changed_the_time_mine_stands():
    mine, theirs = ({"occurred_at": EVENING.replace(hour=hour)} for hour in (7, 8))

    assert merged(mine, theirs, "when_1=2026-11-16T08:00")["when_1"] == "2026-11-16T08:00"


def test_a_time_left_alone_by_both_is_no_change():
    result = merged({"occurred_at": EVENING.replace(second=0)}, {}, "when_1=2026-11-16T20:00")

    assert result["when_1"] == "2026-11-16T20:00"
    assert "when_2" not in result


def test_line_ends_and_the_order_of_ticks_are_no_change():
    result = merged({"note": "one\r\ntwo"}, {"note": "theirs"}, "note=one")

    assert result["note"] == "theirs"


def test_what_is_seen_next_is_the_other_version():
    assert read_seen(merged({}, {"sleep": 8})["seen"])["sleep"] == 8


@pytest.mark.parametrize("text", ["", "x", "[]", "7", "{", "null", "[" * 100_000])
def test_anything_else_in_the_hidden_field_takes_nothing_over(text):
    assert read_seen(text) == {}
    result = taken_over(QueryDict("sleep=5"), typed=entry(), seen={}, other=entry(sleep=8))
    assert result["sleep"] == "5"


def test_every_detail_comes_together():
    details = {field.name for field in Entry._meta.concrete_fields}
    of_the_row = {
        "id", "owner", "key", "version", "deleted_at",
        "zone", "utc_offset_minutes", "local_date",
    }  # fmt: skip

    assert details - of_the_row == set(MERGED)


def test_two_tabs_end_in_one_entry_with_both(signed_in, owner):
    row = make.entry(owner=owner, intensity=4)
    url = reverse("journal:entry", args=[row.key])
    mine = form_of(row, note="from the second tab")
    signed_in.post(url, form_of(row, sleep="7", regions=["low_back_left"]))

    told = signed_in.post(url, mine)
    assert told.status_code == HTTPStatus.CONFLICT
    assert 'value="low_back_left" checked' in told.text
    shown = told.context["form"]
    again = {name: shown.data.getlist(name) for name in shown.data}
    signed_in.post(url, again | {"version": 2})

    row.refresh_from_db()
    assert (row.note, row.sleep, row.regions) == ("from the second tab", 7, ["low_back_left"])


def test_a_note_in_one_tab_and_a_time_in_the_other_are_both_kept(signed_in, owner):
    row = make.entry(owner=owner, hour=20)
    url, mine = reverse("journal:entry", args=[row.key]), form_of(row, note="hello")
    signed_in.post(url, form_of(row, when_1="2026-11-16T09:00"))

    told = signed_in.post(url, mine)
    assert told.status_code == HTTPStatus.CONFLICT
    assert 'value="2026-11-16T09:00"' in told.text
    assert '<details class="fold" open>' in told.text
    shown = told.context["form"]
    again = {name: shown.data.getlist(name) for name in shown.data}
    signed_in.post(url, again | {"version": 2})

    row.refresh_from_db()
    assert (row.note, f"{row.wall:%d %H:%M}") == ("hello", "16 09:00")


def test_where_both_tabs_changed_the_time_the_other_one_is_named_with_its_day(signed_in, owner):
    row = make.entry(owner=owner, hour=20)
    url, mine = reverse("journal:entry", args=[row.key]), form_of(row, when_1="2026-11-16T21:00")
    signed_in.post(url, form_of(row, when_1="2026-11-15T09:00"))

    told = signed_in.post(url, mine)

    assert 'value="2026-11-16T21:00"' in told.text
    assert "Where both changed the same" in told.text
    assert f"{row.intensity}, 15 November 2026, 09:00." in told.text
