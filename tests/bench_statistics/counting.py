"""Counts in how many histories something is told, at all the looks at each of them together."""

import datetime as dt
from random import Random

from journal.association import associate, count, shortages
from journal.course import slope
from journal.fair_test import order_of, outcome, pairs_of, weeks_of
from journal.looks import WINDOW, looks
from tests.bench_statistics.histories import MEAN, SD, WEEK, Truth, make

BEGAN = dt.date(2026, 1, 5)  # a Monday


def days_of_looks(weeks: int) -> list[int]:
    """Return the days of all looks at a history of so many weeks, counted from the first one."""
    seen = {looks(BEGAN, BEGAN + dt.timedelta(days=day)).last for day in range(weeks * WEEK)}
    return sorted((day - BEGAN).days for day in seen if day)


def is_told(truth: Truth, weeks: int, seed: str) -> bool:
    """Return whether a difference after sessions is told at any look at a history."""
    history = make(truth, days=weeks * WEEK, seed=seed)
    return any(_is_told_at(history.pain, history.practised, day) for day in days_of_looks(weeks))


def _is_told_at(pain: list[float | None], practised: list[bool], day: int) -> bool:
    first = max(0, day + 1 - WINDOW)
    seen, done = pain[first : day + 1], practised[first : day + 1]
    if shortages(count(seen, done)):
        return False
    level = looks(BEGAN, BEGAN + dt.timedelta(days=day)).level
    return associate(seen, done, level=level).is_told


def is_trend(truth: Truth, weeks: int, seed: str) -> bool:
    """Return whether a way up or down is told of so many weeks on a level path."""
    found = slope(tuple(make(truth, days=weeks * WEEK, seed=seed).pain))
    return found is not None and found.is_clear


def is_clear(rho: float, pairs: int, effect: float, missing: float, seed: str) -> bool:
    """Return whether a fair test of so many pairs is called clear."""
    random = Random(seed)  # noqa: S311 - a simulation
    weeks = weeks_of(order_of(random.randrange(2**pairs), pairs), BEGAN)
    practised = {
        week.first + dt.timedelta(days=n) for week in weeks if week.is_on for n in range(7)
    }
    level = random.gauss(0, SD)
    means = {}
    for n in range(2 * pairs * WEEK):
        day = BEGAN + dt.timedelta(days=n)
        level = rho * level + random.gauss(0, SD * (1 - rho**2) ** 0.5)
        felt = MEAN + level + effect * (day - dt.timedelta(days=1) in practised)
        if random.random() >= missing:
            means[day] = float(min(10, max(0, round(felt))))
    found = outcome(pairs_of(weeks, means))
    return found is not None and found.is_clear
