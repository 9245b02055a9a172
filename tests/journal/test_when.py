"""When it was, by the clock on the wall, on the nights clocks change too."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django import forms

from journal.when import WhenField
from routines.local_time import Moment

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = Moment(at=dt.datetime(2027, 11, 5, 19, 30, tzinfo=dt.UTC), zone=WARSAW)


class Asked(forms.Form):
    when = WhenField()


def asked(chosen="", typed="", which="", *, now=NOW, initial=None):
    sent = {"when_0": chosen, "when_1": typed, "when_2": which}
    form = Asked(sent, initial={"when": initial})
    form.fields["when"].ask(now, now.zone)
    return form


def instant(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


def test_now_is_now():
    form = asked("now")

    assert form.is_valid()
    assert form.cleaned_data["when"] == NOW.at


def test_a_named_time_is_the_wall_clock_it_carries():
    assert asked("2027-11-05T08:00").fields["when"].clean(["2027-11-05T08:00", "", ""]) == instant(
        2027, 11, 5, 7
    )


def test_a_named_time_stays_the_same_morning_when_sent_after_midnight():
    late = Moment(at=dt.datetime(2027, 11, 5, 23, 5, tzinfo=dt.UTC), zone=WARSAW)  # 6 Nov, 00:05
    form = asked("2027-11-05T08:00", now=late)

    assert form.is_valid()
    assert form.cleaned_data["when"] == instant(2027, 11, 5, 7)


def test_a_typed_time_is_read_with_or_without_seconds():
    for typed in (
        "2027-07-01T09:15",
        "2027-07-01 09:15",
        "2027-07-01T09:15:44",
        " 2027-07-01T09:15",
    ):
        form = asked("own", typed)
        assert form.is_valid(), typed
        assert form.cleaned_data["when"] == instant(2027, 7, 1, 7, 15)


def test_the_repeated_hour_is_asked_about_in_place():
    form = asked("own", "2027-10-31T02:30")

    assert form.errors["when"] == [
        "Clocks went back that night, so 02:30 came twice. Which one was it?"
    ]
    html = str(form["when"])
    assert 'value="2027-10-31T02:30"' in html
    assert html.count('name="when_2"') == 2


@pytest.mark.parametrize(("which", "hour"), [("first", 0), ("second", 1)])
def test_the_repeated_hour_is_the_one_that_is_chosen(which, hour):
    form = asked("own", "2027-10-31T02:30", which)

    assert form.is_valid()
    assert form.cleaned_data["when"] == instant(2027, 10, 31, hour, 30)


def test_the_left_out_hour_is_read_with_the_clock_before_it():
    form = asked("own", "2027-03-28T02:30")

    assert form.is_valid()
    assert form.cleaned_data["when"] == instant(2027, 3, 28, 1, 30)  # the wall showed 03:30


def test_an_hour_that_comes_once_asks_nothing():
    assert 'name="when_2"' not in str(asked("own", "2027-10-30T02:30")["when"])


@pytest.mark.parametrize("typed", ["2027-11-05T20:32", "2027-11-07T00:00", "9999-12-31T23:59"])
def test_a_time_to_come_is_refused(typed):
    assert asked("own", typed).errors["when"] == ["That is still to come. When was it?"]


def test_a_clock_a_minute_ahead_is_forgiven():
    assert asked("own", "2027-11-05T20:31").is_valid()


@pytest.mark.parametrize("zone", ["Europe/Warsaw", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_the_ends_of_the_calendar_are_shown_again_as_typed_in_every_zone(typed, zone):
    form = asked("own", typed, now=Moment(at=NOW.at, zone=ZoneInfo(zone)))

    assert not form.is_valid()
    assert f'value="{typed}"' in str(form["when"])
    assert 'name="when_2"' not in str(form["when"])


@pytest.mark.parametrize("typed", ["1899-12-31T23:59", "0001-01-01T00:00"])
def test_a_year_before_1900_is_refused(typed):
    assert asked("own", typed).errors["when"] == ["Write a year from 1900 on."]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "yesterday",
        "2027-02-30T08:00",
        "2027-11-05T08:00+01:00",
        "a" * 10_000,
        "\0",
        "😀",
        "مساء",
    ],
)
def test_anything_else_gets_a_sentence_and_is_kept(typed):
    form = asked("own", typed)

    assert form.errors["when"] == ["Write a date and a time, like 2026-11-22 08:05."]


def test_nothing_chosen_asks_for_a_time():
    assert asked().errors["when"] == ["When was it? Choose a time, or write a date and a time."]


@pytest.mark.parametrize(
    ("initial", "typed", "which"),
    [
        (instant(2027, 10, 31, 0, 30), "2027-10-31T02:30", "first"),
        (instant(2027, 10, 31, 1, 30), "2027-10-31T02:30", "second"),
        (instant(2027, 7, 1, 7, 15, 44), "2027-07-01T09:15", ""),
    ],
)
def test_a_time_left_alone_has_not_changed(initial, typed, which):
    form = asked("own", typed, which, initial=initial)

    assert form.is_valid()
    assert form.changed_data == []
