"""Counts in how many histories something is told, at all the looks at each of them together."""

import datetime as dt
from functools import cache
from itertools import compress, islice
from math import ceil
from random import Random

from journal.association import SHORTEST_SHIFT, associate, count, shortages
from journal.course import slope
from journal.fair_test import order_of, outcome, pairs_of, weeks_of
from journal.looks import WINDOW, looks
from journal.shifting import TINY, calendar_of, ground_of
from tests.bench_statistics.histories import MEAN, SD, WEEK, Truth, make

BEGAN = dt.date(2026, 1, 5)  # a Monday
TRIED = 24  # shifted calendars, spread over all


@cache
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
    return not is_surely_chance(seen, done, level) and associate(seen, done, level=level).is_told


def is_surely_chance(pain: list[float | None], practised: list[bool], level: float) -> bool:
    """Return True where a few shifted calendars already fit so well that no difference is told.

    Most noise is known as such from the first of them, which spares holding it against all.
    """
    extra = len(pain) % WEEK
    pain, done = pain[extra:], practised[extra:]
    ground = ground_of(pain)

    def fit(shift: int) -> float:
        columns = [ground.used, ground.rest, *ground.basis]
        days, along, *explained = (
            sum(compress(column[shift:] + column[:shift], done)) for column in columns
        )
        return abs(calendar_of(days, along, 0.0, *explained).along)

    shifts = range(SHORTEST_SHIFT, len(pain) - SHORTEST_SHIFT + 1)
    enough = ceil(level * (1 + len(shifts)) - 1 - TINY)
    least = fit(0) - TINY
    as_good = (shift for shift in shifts[:: len(shifts) // TRIED or 1] if fit(shift) >= least)
    return enough < 1 or any(islice(as_good, enough - 1, None))


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
