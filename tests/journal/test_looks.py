"""The days of the looks."""

import datetime as dt

import pytest

from journal.looks import looks

FIRST = dt.date(2026, 1, 1)


def after(days):
    return FIRST + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "last", "following"),
    [
        (0, None, 42),
        (41, None, 42),
        (42, 42, 84),
        (83, 42, 84),
        (84, 84, 168),
        (167, 84, 168),
        (168, 168, 252),
        (251, 168, 252),
        (252, 252, 336),
        (3_000, 2_940, 3_024),
    ],
)
def test_looks_are_6_12_and_24_weeks_after_the_first_day_then_every_12(day, last, following):
    assert looks(FIRST, after(day)) == (last and after(last), after(following))
