"""The stretches that the chart can show."""

import datetime as dt

import pytest

from journal.ranges import RANGES, USUAL, range_of

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
    assert RANGES[name].first_day(SUNDAY) == first


def test_a_year_begins_on_a_monday_whatever_day_it_is():
    firsts = [RANGES["1y"].first_day(SUNDAY + dt.timedelta(days=n)) for n in range(7)]

    assert {day.weekday() for day in firsts} == {0}


@pytest.mark.parametrize("name", ["", "5w", "\0", "3M", "a" * 10_000])
def test_anything_else_is_the_usual_range(name):
    assert range_of(name) is USUAL
