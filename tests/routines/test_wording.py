"""A plan in words."""

import datetime as dt

import pytest

from routines.models import Plan
from routines.recurrence import EVERY_DAY, every, on_weekdays
from routines.wording import days_in_words, plan_in_words
from tests.make import MONDAY


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (EVERY_DAY, "Every day"),
        (every(2), "Every other day"),
        (every(3), "Every 3 days"),
        (on_weekdays([1]), "Monday"),
        (on_weekdays([1, 4, 7]), "Monday, Thursday and Sunday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Friday, every 2 weeks"),
    ],
)
def test_days_are_named(rule, words):
    assert days_in_words(rule) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Every day"),
        ({"times_a_day": 2}, "Every day, 2 times a day"),
        ({"times": [dt.time(8)]}, "Every day, at 08:00"),
        (
            {"times_a_day": 2, "times": [dt.time(8), dt.time(20, 30)]},
            "Every day, 2 times a day, at 08:00 and 20:30",
        ),
        ({"ends_on": dt.date(2027, 1, 3)}, "Every day, until 3 January"),
        ({"starts_on": dt.date(2026, 11, 20)}, "Every day, from 20 November"),
    ],
)
def test_times_and_ends_are_named(fields, words):
    plan = Plan(**({"starts_on": MONDAY} | fields))

    assert plan_in_words(plan, today=MONDAY) == words
