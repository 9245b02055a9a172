"""Knows what daily ratings say over time: rolling and weekly means, slope, usual ups and downs.

A missing day stays missing: nothing is carried forward, and nothing is drawn over it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from math import hypot, sqrt
from statistics import fmean, median, stdev
from typing import NamedTuple

ONE_DAY = dt.timedelta(days=1)
WEEK = 7  # days
RATED_FOR_A_MEAN = 4  # of 7 days
DAYS_FOR_WOBBLE = 14
WEEKS_FOR_SLOPE = 6
HIGHEST_RHO = 0.9
TWO_SIDED_95 = 1.96

type Run = list[tuple[dt.date, float]]


class Week(NamedTuple):
    """One week, Monday to Sunday.

    Attributes:
        monday: Its first day.
        rated: How many days have a rating, 0 to 7.
        mean: The mean of the rated days, NRS points; None without any.
        sessions: How many sessions were practised.
        seconds: How long was pressed.
        practised: On how many days, 0 to 7.
    """

    monday: dt.date
    rated: int
    mean: float | None
    sessions: int
    seconds: int
    practised: int = 0

    @property
    def counts(self) -> bool:
        """Whether enough days are rated for the mean to stand for the week."""
        return self.rated >= RATED_FOR_A_MEAN


def monday_of(day: dt.date) -> dt.date:
    """Return the Monday of the week of a day."""
    return day - dt.timedelta(days=day.weekday())


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days first..last, both included."""
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def rolling_means(means: Mapping[dt.date, float], first: dt.date, last: dt.date) -> list[Run]:
    """Return the mean of the last 7 days, day by day, in runs without a gap.

    A day has a value where at least 4 of its last 7 days are rated. A run ends where there is
    none, and never reaches past the last rated day. For drawing only: never an input to a test.
    """
    runs: list[Run] = [[]]
    for day in days_between(first, last):
        rated = [means[back] for n in range(WEEK) if (back := day - n * ONE_DAY) in means]
        if len(rated) >= RATED_FOR_A_MEAN:
            runs[-1].append((day, fmean(rated)))
        elif runs[-1]:
            runs.append([])
    trimmed = [_up_to_a_rated_day(run, means) for run in runs]
    return [run for run in trimmed if run]


def _up_to_a_rated_day(run: Run, means: Mapping[dt.date, float]) -> Run:
    while run and run[-1][0] not in means:
        run = run[:-1]
    return run


def weekly(
    means: Mapping[dt.date, float],
    practice: Mapping[dt.date, tuple[int, int]],
    first: dt.date,
    last: dt.date,
) -> list[Week]:
    """Return every week that touches first..last, oldest first, counting only those days.

    Args:
        means: Mean intensity of each rated day.
        practice: Number of sessions and seconds pressed of each practised day.
        first: The first day that counts.
        last: The last one.
    """
    members: dict[dt.date, list[dt.date]] = {}
    for day in days_between(first, last):
        members.setdefault(monday_of(day), []).append(day)
    return [_week(monday, days, means, practice) for monday, days in members.items()]


def _week(
    monday: dt.date,
    days: Iterable[dt.date],
    means: Mapping[dt.date, float],
    practice: Mapping[dt.date, tuple[int, int]],
) -> Week:
    days = list(days)
    rated = [means[day] for day in days if day in means]
    done = [practice[day] for day in days if day in practice]
    return Week(
        monday=monday,
        rated=len(rated),
        mean=fmean(rated) if rated else None,
        sessions=sum(sessions for sessions, _seconds in done),
        seconds=sum(seconds for _sessions, seconds in done),
        practised=len(done),
    )


def weekly_runs(weeks: Iterable[Week], each: int = 1) -> list[Run]:
    """Return the means of weeks with at least 4 rated days, in runs of neighbouring weeks.

    Where each is several weeks put together, it needs 4 rated days for every one of them.
    """
    runs: list[Run] = []
    for week in weeks:
        if week.rated < each * RATED_FOR_A_MEAN or week.mean is None:
            continue
        follows = runs and week.monday - runs[-1][-1][0] == each * WEEK * ONE_DAY
        if not follows:
            runs.append([])
        runs[-1].append((week.monday, week.mean))
    return runs


def theil_sen(weekly_means: Sequence[float | None]) -> float:
    """Return the median slope of all pairs, in NRS points per week; negative means less pain.

    Args:
        weekly_means: One value a week, in order; None for a week without enough ratings.

    Raises:
        ValueError: with fewer than six weeks that have a value.

    Source:
        Sen 1968, J Am Stat Assoc 63:1379-1389.
    """
    known = [(week, mean) for week, mean in enumerate(weekly_means) if mean is not None]
    if len(known) < WEEKS_FOR_SLOPE:
        raise ValueError(f"A slope needs {WEEKS_FOR_SLOPE} weeks, not {len(known)}.")
    return median((late - early) / (j - i) for (i, early), (j, late) in combinations(known, 2))


class Wobble(NamedTuple):
    """How much a person's days differ by themselves.

    Attributes:
        sd: Standard deviation from day to day, NRS points.
        rho: How much of a day's deviation is still there the day after, 0 to 0.9.
    """

    sd: float
    rho: float

    def standard_error(self, days: int) -> float:
        """Return that of a mean of so many neighbouring days, which tell less than so many."""
        return self.sd / sqrt(days * (1 - self.rho) / (1 + self.rho))

    def is_exceeded(self, change: float, days: int = WEEK) -> bool:
        """Return whether two means of so many days differ by more than the usual."""
        return abs(change) > TWO_SIDED_95 * hypot(*2 * [self.standard_error(days)])


def wobble(ratings: Sequence[float | None]) -> Wobble:
    """Return the usual ups and downs of neighbouring days; None is a day without a rating.

    Raises:
        ValueError: with fewer than 14 rated days.

    Source:
        Bayley & Hammersley 1946, J R Stat Soc Suppl 8:184-197 (effective number of observations).
    """
    rated = [rating for rating in ratings if rating is not None]
    if len(rated) < DAYS_FOR_WOBBLE:
        raise ValueError(f"Usual ups and downs need {DAYS_FOR_WOBBLE} days, not {len(rated)}.")
    mean = fmean(rated)
    spread = sum((rating - mean) ** 2 for rating in rated)
    if not spread:
        return Wobble(sd=0.0, rho=0.0)
    together = sum(
        (today - mean) * (tomorrow - mean)
        for today, tomorrow in pairwise(ratings)
        if today is not None and tomorrow is not None
    )
    return Wobble(sd=stdev(rated), rho=min(max(together / spread, 0.0), HIGHEST_RHO))
