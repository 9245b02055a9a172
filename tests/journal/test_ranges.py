"""The stretches that the charts can show."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.ranges import stretch_of

SUNDAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("4w", dt.date(2026, 10, 26)),
        ("3m", dt.date(2026, 8, 31)),
        ("1y", dt.date(2025, 11, 24)),
        ("all", None),
    ],
)
def test_a_range_begins_on(name, first):
    assert stretch_of({"range": name}, SUNDAY).first == first


def test_a_year_begins_on_a_monday_whatever_day_it_is():
    days = [SUNDAY + dt.timedelta(days=n) for n in range(7)]

    assert {stretch_of({"range": "1y"}, day).first.weekday() for day in days} == {0}


@pytest.mark.parametrize("name", ["", "5w", "\0", "3M", "a" * 10_000])
def test_anything_else_is_the_usual_range(name):
    assert stretch_of({"range": name}, SUNDAY) == stretch_of({}, SUNDAY)
    assert stretch_of({}, SUNDAY).name == "3m"


def test_own_dates_are_taken_and_stand_in_the_address():
    found = stretch_of({"from": "2026-11-01", "to": "2026-11-20", "range": "4w"}, SUNDAY)

    assert (found.first, found.last) == (dt.date(2026, 11, 1), dt.date(2026, 11, 20))
    assert not found.is_weekly
    assert found.query == "from=2026-11-01&to=2026-11-20"
    assert stretch_of({}, SUNDAY).query == "range=3m"


def test_long_own_dates_are_drawn_by_weeks_from_a_monday():
    found = stretch_of({"from": "2026-01-01", "to": ""}, SUNDAY)

    assert found.is_weekly
    assert found.first == dt.date(2025, 12, 29)
    assert found.last == SUNDAY


@pytest.mark.parametrize(
    ("first", "last", "problem"),
    [
        ("2026-11-20", "2026-11-01", "The last day comes before the first one."),
        ("2026-02-30", "2026-11-01", "Choose a first and a last day."),
        ("", "2026-11-01", "Choose a first and a last day."),
        ("1899-12-31", "2026-11-01", "Choose days between 1900 and today."),
        ("2026-11-01", "2026-11-23", "Choose days between 1900 and today."),
    ],
)
def test_other_own_dates_are_refused_with_a_sentence_and_kept(first, last, problem):
    found = stretch_of({"from": first, "to": last}, SUNDAY)

    assert found.problem == problem
    assert found.asked == (first, last)
    assert found.name == "3m"


@given(st.text(), st.text())
def test_no_text_breaks_it(first, last):
    assert stretch_of({"from": first, "to": last}, SUNDAY).last <= SUNDAY
