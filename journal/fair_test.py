"""Knows a fair test: weeks with and without sessions in an order drawn before the first of them.

Because the order was drawn by lot, and by nothing else, the lot is what the numbers are held
against: every order that could have been drawn.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched, product
from statistics import fmean
from typing import NamedTuple

FEWEST_PAIRS, MOST_PAIRS = 6, 8
WEEK = 7  # days
WASHOUT = 2  # days at the start of each week that are not counted
RATED_NEEDED = 3  # of the 5 days that are
LEVEL = 0.04  # 0.05 would come out over 5 in 100 in some of the simulated scenarios
TINY = 1e-9
ON, OFF = "1", "0"


class FairWeek(NamedTuple):
    """One week of a test.

    Attributes:
        pair: Which pair it belongs to, from 1.
        is_on: Whether sessions are planned in it.
        first: Its first day.
        last: Its last day.
    """

    pair: int
    is_on: bool
    first: dt.date
    last: dt.date

    def counted(self) -> list[dt.date]:
        """Return the days whose pain counts: the third to the seventh."""
        return [self.first + dt.timedelta(days=n) for n in range(WASHOUT, WEEK)]


class Pair(NamedTuple):
    """Two weeks held against each other.

    Attributes:
        number: Its place in the test, from 1.
        first: Its first day.
        on_first: Whether the week with sessions came first.
        on: Mean pain of the counted days with sessions, NRS points; None with too few ratings.
        off: The same of the week without.
    """

    number: int
    first: dt.date
    on_first: bool
    on: float | None
    off: float | None

    @property
    def difference(self) -> float | None:
        """With sessions minus without, negative is less pain; None if one of them is unknown."""
        return None if self.on is None or self.off is None else self.on - self.off


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all pairs say together.

    Attributes:
        differences: Of the pairs that are whole, in order.
        mean: Their mean, NRS points, negative is less pain with sessions.
        low: The lowest true difference that the lot does not speak against; None with few pairs.
        high: The highest.
        chance: The share of all orders that give a mean at least as large, two-sided.
    """

    differences: tuple[float, ...]
    mean: float
    low: float | None
    high: float | None
    chance: float

    @property
    def lower(self) -> int:
        """In how many pairs the week with sessions had less pain."""
        return sum(difference < -TINY for difference in self.differences)

    @property
    def is_enough(self) -> bool:
        """Whether there are so many pairs that the lot can speak at all."""
        return len(self.differences) >= FEWEST_PAIRS

    @property
    def is_clear(self) -> bool:
        """Whether chance alone would seldom give this much."""
        return self.is_enough and self.chance <= LEVEL + TINY


def order_of(drawn: int, pairs: int) -> str:
    """Return the order that a drawn number stands for, one letter a week, as "10 01 01 ...".

    Args:
        drawn: 0 to 2**pairs - 1; each as likely as the others.
        pairs: How many pairs of weeks.
    """
    sides = [bool(drawn >> pair & 1) for pair in range(pairs)]
    return " ".join(f"{ON}{OFF}" if on_first else f"{OFF}{ON}" for on_first in sides)


def seal_of(order: str, salt: str) -> str:
    """Return the SHA-256 of an order and its salt, in 64 hexadecimal figures.

    Shown before the first week, it fixes the order without telling it; with order and salt shown
    afterwards, anybody can work it out again.
    """
    return hashlib.sha256(f"{salt} {order}".encode()).hexdigest()


def weeks_of(order: str, first: dt.date) -> list[FairWeek]:
    """Return the weeks of a test that begins on a day, in order."""
    letters = order.replace(" ", "")
    starts = [first + dt.timedelta(weeks=n) for n in range(len(letters))]
    return [
        FairWeek(n // 2 + 1, letter == ON, start, start + dt.timedelta(days=WEEK - 1))
        for n, (letter, start) in enumerate(zip(letters, starts, strict=True))
    ]


def week_on(weeks: Iterable[FairWeek], day: dt.date) -> FairWeek | None:
    """Return the week that a day belongs to; None before and after the test."""
    return next((week for week in weeks if week.first <= day <= week.last), None)


def pairs_of(weeks: Sequence[FairWeek], means: Mapping[dt.date, float]) -> list[Pair]:
    """Return the pairs with the means of their counted days.

    A week stands by the order that was drawn, whatever was practised in it: what one did anyway
    may itself go with how one felt.

    Args:
        weeks: In order, two to a pair.
        means: Mean pain of each rated day.
    """
    return [_pair(early, late, means) for early, late in batched(weeks, 2, strict=True)]


def _pair(early: FairWeek, late: FairWeek, means: Mapping[dt.date, float]) -> Pair:
    on, off = (early, late) if early.is_on else (late, early)
    return Pair(early.pair, early.first, early.is_on, _mean(on, means), _mean(off, means))


def _mean(week: FairWeek, means: Mapping[dt.date, float]) -> float | None:
    rated = [means[day] for day in week.counted() if day in means]
    return fmean(rated) if len(rated) >= RATED_NEEDED else None


def outcome(pairs: Iterable[Pair]) -> Outcome | None:
    """Return what the whole pairs say together, or None without any.

    The chance is the share of all 2**n ways to swap the weeks of a pair that give a mean at least
    as far from 0. Four pairs can never come under 2 in 16, six pairs reach 2 in 64.

    Source:
        Edgington & Onghena 2007, Randomization Tests, 4th ed. (paired designs).
        Hartigan 1969, J Am Stat Assoc 64:1303-1317 (the range, from the means of all subsets).
    """
    found = tuple(pair.difference for pair in pairs if pair.difference is not None)
    if not found:
        return None
    total = abs(sum(found))
    flips = product((1, -1), repeat=len(found))
    larger = sum(
        abs(sum(sign * d for sign, d in zip(signs, found, strict=True))) >= total - TINY
        for signs in flips
    )
    low, high = _not_rejected(found)
    return Outcome(found, fmean(found), low, high, larger / 2 ** len(found))


def _not_rejected(found: Sequence[float]) -> tuple[float | None, float | None]:
    """Return the ends of the differences that swapping does not speak against at LEVEL."""
    tail = int(LEVEL * 2 ** len(found) / 2 + TINY)  # subsets beyond each end
    if not tail:
        return None, None
    chosen = product((False, True), repeat=len(found))
    kept = [[d for d, keep in zip(found, keeps, strict=True) if keep] for keeps in chosen]
    means = sorted(fmean(subset) for subset in kept if subset)
    return means[tail - 1], means[-tail]
