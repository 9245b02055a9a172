"""Weeks and months: where they begin and end, and what comes before and after."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.months import day_of, month_around, month_of, week_around, whole_weeks
from tests.make import MONDAY

DATES = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize("n", range(7))
def test_a_week_goes_from_monday_to_sunday(n):
    week = week_around(MONDAY + dt.timedelta(days=n))

    assert week == (MONDAY, dt.date(2026, 11, 22), dt.date(2026, 11, 9), dt.date(2026, 11, 23))


def test_a_month_has_its_days_and_neighbours():
    assert month_around(dt.date(2028, 2, 29)) == (
        dt.date(2028, 2, 1),
        dt.date(2028, 2, 29),
        dt.date(2028, 1, 1),
        dt.date(2028, 3, 1),
    )


def test_beyond_the_years_we_make_pages_for_there_is_no_link():
    assert month_around(dt.date(2000, 1, 9)).before is None
    assert month_around(dt.date(2099, 12, 9)).after is None
    assert week_around(dt.date(2000, 1, 3)).before is None


@given(day=DATES)
def test_a_month_in_whole_weeks_begins_on_monday_and_holds_every_day(day):
    month = month_around(day)
    first, last = whole_weeks(month)

    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first <= month.first <= day <= month.last <= last
    assert (last - first).days + 1 in {28, 35, 42}


@given(day=DATES)
def test_the_month_after_the_month_before_is_the_month(day):
    before = month_around(day).before

    assert before is None or month_around(before).after == day.replace(day=1)


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-31", "1999-12-31", "2100-01-01", "2026-1-1", "someday", "\0", "٢٠٢٦-01-01"],
)
def test_a_text_that_is_no_day_is_none(text):
    assert day_of(text) is None
    assert month_of(text[:7]) is None or text == "2026-02-31"


def test_days_and_months_are_read_from_addresses():
    assert day_of("2026-11-16") == MONDAY
    assert month_of("2026-11") == dt.date(2026, 11, 1)
    assert month_of("2026-13") is None
