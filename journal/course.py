"""Knows how pain went since the start: how far, which way by the week, and how sure that is.

None of it says why: pain that is at its worst when one begins to write settles by itself.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from statistics import fmean, median
from typing import NamedTuple

from journal.trend import (
    RATED_FOR_A_MEAN,
    WEEK,
    WEEKS_FOR_SLOPE,
    Week,
    Wobble,
    days_between,
    theil_sen,
    wobble,
)

AT_EACH_END = 2  # valid weeks
POINTS_THAT_MATTER, SHARE_THAT_MATTERS = 2.0, 0.3
LOWEST_FOR_SHARE = 2.0  # below it a share of the start means little
BLOCK = 2  # weeks
WIDER = 1.6  # ranges of so few weeks come out too narrow: see `make bench-statistics`
DRAWS = 1_000
SEED = 7
TAIL = 0.025
WEEKS_AT_MOST = 26

type Days = tuple[float | None, ...]


class Change(NamedTuple):
    """The newest weeks against the first ones, NRS points.

    Attributes:
        first: The median of the first two weeks with enough ratings.
        last: The median of the newest two.
        matters: Whether it is 2 points and 30 per cent of the start at once.
        is_beyond_wobble: Whether it is more than the usual ups and downs.
    """

    first: float
    last: float
    matters: bool
    is_beyond_wobble: bool

    @property
    def shown(self) -> tuple[float, float]:
        """Where it began and where it is, as they are read: to a hundredth."""
        return round(self.first, 2), round(self.last, 2)

    @property
    def points(self) -> float:
        """How far, between the numbers that are read; negative is less pain."""
        first, last = self.shown
        return round(last - first, 2)

    @property
    def percent(self) -> int | None:
        """How far in per cent of the start; None where it began too low for that."""
        if self.first < LOWEST_FOR_SHARE:
            return None
        return round(100 * self.points / self.shown[0])


class Slope(NamedTuple):
    """Which way pain goes, NRS points a week, negative is less pain.

    Attributes:
        weekly: The median slope of all pairs of weeks.
        low: The low end of its plausible range.
        high: The high end.
        weeks: How many weeks it rests on.
    """

    weekly: float
    low: float
    high: float
    weeks: int

    @property
    def is_clear(self) -> bool:
        """Whether no slope at all is outside the range."""
        return self.low > 0 or self.high < 0


def whole_weeks(means: Mapping[dt.date, float], last: dt.date) -> Days:
    """Return the newest whole weeks, Monday to Sunday, up to a day: one value a day, at most 26."""
    if not means:
        return ()
    sunday = last - dt.timedelta(days=last.isoweekday() % WEEK)
    begun = min(means)
    monday = begun + dt.timedelta(days=-begun.weekday() % WEEK)
    first = max(monday, sunday - dt.timedelta(days=WEEKS_AT_MOST * WEEK - 1))
    return tuple(means.get(day) for day in days_between(first, sunday))


def change(weeks: Sequence[Week], usual: Wobble | None) -> Change | None:
    """Return how far the newest weeks are from the first ones; None under six valid weeks.

    Args:
        weeks: In order; those with fewer than 4 rated days are passed over.
        usual: The usual ups and downs; None where they are not known yet.

    Source:
        Ostelo et al. 2008, Spine 33:90-94 (2 points and 30 per cent).
    """
    valid = [week.mean for week in weeks if week.counts and week.mean is not None]
    if len(valid) < WEEKS_FOR_SLOPE:
        return None
    first, last = median(valid[:AT_EACH_END]), median(valid[-AT_EACH_END:])
    far = last - first
    share = abs(far) >= SHARE_THAT_MATTERS * first if first >= LOWEST_FOR_SHARE else False
    return Change(
        first=first,
        last=last,
        matters=abs(far) >= POINTS_THAT_MATTER and share,
        is_beyond_wobble=usual is not None and usual.is_exceeded(far, AT_EACH_END * WEEK),
    )


def usual_wobble(days: Sequence[float | None]) -> Wobble | None:
    """Return the usual ups and downs, or None with fewer than 14 rated days."""
    try:
        return wobble(days)
    except ValueError:
        return None


def slope(days: Days) -> Slope | None:
    """Return the slope of whole weeks with its plausible range; None under six valid weeks.

    The same days give the same range: they are drawn with a fixed seed.

    Args:
        days: One value a day, Monday first; None for a day without a rating.

    Source:
        Sen 1968, J Am Stat Assoc 63:1379-1389.
        Kunsch 1989, Ann Stat 17:1217-1241 (blocks of neighbouring days, here two weeks).
    """
    means = [_mean(days[n : n + WEEK]) for n in range(0, len(days), WEEK)]
    known = [(week, mean) for week, mean in enumerate(means) if mean is not None]
    if len(known) < WEEKS_FOR_SLOPE:
        return None
    found = theil_sen(means)
    level = median(mean - found * week for week, mean in known)
    fitted = [level + found * week for week, _mean in known]
    blocks = _blocks(days, level, found)
    steps = [(i, j, 1 / (known[j][0] - known[i][0])) for j in range(len(known)) for i in range(j)]
    random = Random(SEED)  # noqa: S311 - nobody is to be kept from guessing it
    draws = sorted(_drawn_slope(fitted, blocks, steps, random) for _draw in range(DRAWS))
    beyond = int(TAIL * DRAWS)
    low, high = (found + WIDER * (end - found) for end in (draws[beyond], draws[-1 - beyond]))
    return Slope(found, low, high, len(known))


def _mean(days: Sequence[float | None]) -> float | None:
    rated = [level for level in days if level is not None]
    return fmean(rated) if len(rated) >= RATED_FOR_A_MEAN else None


def _blocks(days: Days, level: float, weekly: float) -> list[tuple[float, ...]]:
    """Return the mean rests of each run of neighbouring weeks, whatever day they begin on."""
    middle = (WEEK - 1) / 2
    rest = [
        None if pain is None else pain - level - weekly * (day - middle) / WEEK
        for day, pain in enumerate(days)
    ]
    around = [*rest, *rest[: BLOCK * WEEK]]  # the end is joined to the start
    means = [_mean(around[start : start + WEEK]) for start in range(len(rest) + (BLOCK - 1) * WEEK)]
    runs = (means[start : start + BLOCK * WEEK : WEEK] for start in range(len(rest)))
    return [tuple(mean or 0.0 for mean in run) for run in runs]


def _drawn_slope(
    fitted: list[float],
    blocks: list[tuple[float, ...]],
    steps: list[tuple[int, int, float]],
    random: Random,
) -> float:
    runs = random.choices(blocks, k=-(-len(fitted) // BLOCK))
    rests = [rest for run in runs for rest in run]
    drawn = [mean + rest for mean, rest in zip(fitted, rests, strict=False)]
    slopes = sorted([(drawn[j] - drawn[i]) * inverse for i, j, inverse in steps])
    return slopes[len(slopes) // 2]
