"""The days of the looks."""

import datetime as dt

import pytest

from journal.association import SHORTEST_SHIFT
from journal.looks import WINDOW, looks

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
        (168, 168, 336),
        (335, 168, 336),
        (336, 336, 504),
        (3_000, 2_856, 3_024),
    ],
)
def test_looks_are_6_12_and_24_weeks_after_the_first_day_then_every_24(day, last, following):
    found = looks(FIRST, after(day))

    assert found[:2] == (last and after(last), after(following))


def test_a_look_asks_for_more_than_a_single_one_would_and_later_ones_for_the_most():
    levels = [looks(FIRST, after(day)).level for day in (42, 84, 168, 336, 504)]

    assert levels == [0.014, 0.014, 0.0065, 0.0035, 0.0025]
    assert sum(levels) < 0.05


@pytest.mark.parametrize("day", [84, 168, 336, 504, 672, 840, 3_528])
def test_every_look_from_the_second_on_has_calendars_enough_to_tell_something(day):
    days = min(day, WINDOW)
    calendars = 1 + days - 2 * SHORTEST_SHIFT + 1  # the true one, and the shifted ones

    assert looks(FIRST, after(day)).level * calendars > 1
