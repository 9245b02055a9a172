"""The tests' own clock: it stands at noon, ticks, and lets no browser test cross midnight."""

import datetime as dt

import pytest
from django.utils import timezone

from tests import clock


def test_the_project_reads_the_noon_of_the_tests():
    here = timezone.now().astimezone(clock.ZONE)
    assert here.date() == clock.START.date()
    assert here.hour in {12, 13}


def test_it_ticks():
    assert timezone.now() < timezone.now()


@pytest.mark.parametrize(
    ("shown", "slept"),
    [("12:00:00", []), ("23:55:30", []), ("23:57:00", [181.0]), ("23:59:59", [2.0])],
)
def test_a_browser_test_waits_for_the_next_day_when_little_is_left(monkeypatch, shown, slept):
    here = dt.datetime.combine(clock.START, dt.time.fromisoformat(shown), tzinfo=clock.ZONE)
    monkeypatch.setattr(clock, "real_now", lambda: here.astimezone(dt.UTC))
    waits = []
    monkeypatch.setattr(clock.time, "sleep", waits.append)

    clock.wait_for_the_next_day()

    assert waits == slept
