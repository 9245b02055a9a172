"""Dates under a chart, and the height of its bars."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.axes import Scale, minutes_scale, ticks

TODAY = dt.date(2026, 11, 22)


def shown(first, last=TODAY):
    return [tick.day.isoformat() for tick in ticks(first, last) if not tick.is_extra]


def test_four_weeks_name_every_monday():
    assert [tick.day.day for tick in ticks(dt.date(2026, 10, 26), TODAY)] == [26, 2, 9, 16]


def test_three_months_name_every_second_monday_and_fewer_on_a_phone():
    named = ticks(dt.date(2026, 8, 31), TODAY)

    assert [tick.day.isoformat()[5:] for tick in named] == [
        "08-31", "09-14", "09-28", "10-12", "10-26", "11-09",
    ]  # fmt: skip
    assert shown(dt.date(2026, 8, 31)) == ["2026-08-31", "2026-09-28", "2026-10-26"]


def test_a_year_names_its_quarters_and_january_by_the_year():
    assert shown(dt.date(2025, 11, 24)) == ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"]
    assert ticks(dt.date(2025, 11, 24), TODAY)[1].pattern == "Y"


def test_ten_years_name_no_more_than_four_years_on_a_phone():
    assert shown(dt.date(2016, 11, 28)) == ["2017-01-01", "2020-01-01", "2023-01-01", "2026-01-01"]


@given(st.integers(0, 20_000))
def test_dates_stand_inside_and_in_order(days):
    first = TODAY - dt.timedelta(days=days)

    named = [tick.day for tick in ticks(first, TODAY)]

    assert all(first <= day <= TODAY for day in named)
    assert all(day < later for day, later in pairwise(named))


def test_a_usual_day_has_its_mark_at_ten_minutes():
    assert minutes_scale(12) == Scale(mark=10, top=12)


def test_no_minutes_still_have_a_scale():
    assert minutes_scale(0) == Scale(mark=5, top=6)


@given(st.integers(0, 2_000))
def test_the_longest_bar_and_the_mark_fit(longest):
    scale = minutes_scale(longest)

    assert max(longest, scale.mark) <= scale.top
