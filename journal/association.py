"""Knows whether days after a session differ, compared with days that began the same.

Nothing here was randomised, so this is what goes together, never what causes what.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from math import ceil, inf, isfinite, sumprod
from typing import NamedTuple

PAIRS_NEEDED = 42
EACH_NEEDED = 12  # days with a session, and days without
RATED_NEEDED = 70  # per cent of the days
SHORTEST_SHIFT = 7  # days
WEEK = 7  # days; only whole weeks keep their weekdays while they are rotated
LEVEL = 0.0221  # for one of three looks, which makes 0.05 for all three
TINY = 1e-9

type Days = Sequence[float | None]
type Vector = list[float]


class Shortage(NamedTuple):
    """Something there is not enough of yet.

    Attributes:
        what: ``pairs``, ``with``, ``without`` or ``rated``.
        have: How many there are; per cent for ``rated``.
        need: How many it takes.
    """

    what: str
    have: int
    need: int

    @property
    def left(self) -> int:
        """How many are still to come."""
        return self.need - self.have


@dataclass(frozen=True, slots=True)
class Counts:
    """How many days a comparison can use.

    Attributes:
        pairs: Days rated whose next day is rated too.
        practised: Those of them with a session.
        rated_percent: Rated days, per cent of all from the first rated one to the end.
    """

    pairs: int
    practised: int
    rated_percent: int

    @property
    def rested(self) -> int:
        """Days of the pairs without a session."""
        return self.pairs - self.practised


@dataclass(frozen=True, slots=True)
class Association:
    """The difference that goes with a session the day before, NRS points, negative is less pain.

    Attributes:
        difference: At the same pain and the same time.
        low: The lowest difference that the days do not speak against.
        high: The highest.
        p: The share of shifted calendars with at least this difference.
        shifts: How many calendars it was held against.
        counts: The days it rests on.
    """

    difference: float
    low: float
    high: float
    p: float
    shifts: int
    counts: Counts

    @property
    def is_too_short(self) -> bool:
        """Whether so few days can never speak against chance, whatever they hold."""
        return LEVEL * (1 + self.shifts) <= 1 + TINY

    @property
    def is_bounded(self) -> bool:
        """Whether the days speak against anything at all; a fixed weekly habit may not."""
        return isfinite(self.low) and isfinite(self.high)

    @property
    def could_be_chance(self) -> bool:
        """Whether no difference is among what the days do not speak against."""
        return self.low <= TINY and self.high >= -TINY


def count(pain: Days, practised: Sequence[bool]) -> Counts:
    """Return how many days there are to compare.

    Args:
        pain: One value a day, in order, up to the day of the look; None for a day without a rating.
        practised: Whether there was a session, for the same days.
    """
    pairs = _pairs(pain)
    rated = [day for day, level in enumerate(pain) if level is not None]
    span = len(pain) - rated[0] if rated else 1
    return Counts(
        pairs=len(pairs),
        practised=sum(practised[day] for day in pairs),
        rated_percent=100 * len(rated) // span,
    )


def shortages(counts: Counts) -> list[Shortage]:
    """Return what is still missing for a comparison; empty if nothing is."""
    needs = [
        Shortage("without", counts.rested, EACH_NEEDED),
        Shortage("with", counts.practised, EACH_NEEDED),
        Shortage("pairs", counts.pairs, PAIRS_NEEDED),
        Shortage("rated", counts.rated_percent, RATED_NEEDED),
    ]
    return [shortage for shortage in needs if shortage.have < shortage.need]


def associate(pain: Days, practised: Sequence[bool]) -> Association:
    """Return the next-day difference after a session, at the same pain and the same time.

    Least squares of tomorrow's pain on session, today's pain and the day's number, over the
    newest whole weeks. The interval holds every difference that rotating the calendar of sessions
    by 7 or more days does not reject; habits that repeat exactly leave it without an end. At the
    level of one look in three, all three call noise a difference in about 5 of 100 histories.

    Raises:
        ValueError: when there are too few days.

    Source:
        Edgington & Onghena 2007, Randomization Tests, 4th ed. (tests by shifting in time).
        Pocock 1977, Biometrika 64:191-199 (the level of each look: 0.0221 for three).
    """
    if shortages(count(pain, practised)):
        raise ValueError("Too few days to compare.")
    extra = len(pain) % WEEK
    return _compare(pain[extra:], practised[extra:])


def _compare(pain: Days, practised: Sequence[bool]) -> Association:
    fit = _Fit(pain, practised)
    shifted = list(fit.shifted())
    found, _overlap = fit.at(0)
    larger = sum(abs(other) >= abs(found) - TINY for other, _overlap in shifted)
    low, high = _not_rejected(found, shifted)
    return Association(
        difference=found,
        low=low,
        high=high,
        p=(1 + larger) / (1 + len(shifted)),
        shifts=len(shifted),
        counts=count(pain, practised),
    )


def _pairs(pain: Days) -> list[int]:
    return [
        day for day in range(len(pain) - 1) if pain[day] is not None and pain[day + 1] is not None
    ]


class _Fit:
    """Everything about the days that stays the same while the sessions are shifted.

    By Frisch and Waugh, the coefficient of the session is that of its residual on the other
    columns, so one shift costs five sums over its session days. Days outside the pairs weigh
    nothing.
    """

    def __init__(self, pain: Days, practised: Sequence[bool]) -> None:
        self.days = len(pain)
        pairs = set(_pairs(pain))
        self.used = [float(day in pairs) for day in range(self.days)]
        today = [(level or 0.0) * use for level, use in zip(pain, self.used, strict=True)]
        number = [day * use for day, use in enumerate(self.used)]
        self.basis = _orthonormal([self.used, today, number])
        tomorrow = [(level or 0.0) for level in [*pain[1:], None]]
        self.rest = self._unexplained(tomorrow)
        self.twice = bytes(practised) * 2
        self.session = self._unexplained([float(did) for did in practised])

    def _unexplained(self, days: Vector) -> Vector:
        used = [a * b for a, b in zip(days, self.used, strict=True)]
        return _residual(used, self.basis)

    def at(self, shift: int) -> tuple[float, float]:
        """Return the coefficient of the shifted sessions, and how far they repeat the true ones."""
        sessions = self.twice[self.days - shift : 2 * self.days - shift]
        spread = sum(compress(self.used, sessions))
        spread -= sum(sum(compress(axis, sessions)) ** 2 for axis in self.basis)
        if spread < TINY:
            return 0.0, 0.0
        rest, own = compress(self.rest, sessions), compress(self.session, sessions)
        return sum(rest) / spread, sum(own) / spread

    def shifted(self) -> Iterator[tuple[float, float]]:
        for shift in range(SHORTEST_SHIFT, self.days - SHORTEST_SHIFT + 1):
            yield self.at(shift)


def _orthonormal(columns: list[Vector]) -> list[Vector]:
    axes: list[Vector] = []
    for column in columns:
        rest = _residual(column, axes)
        left = sumprod(rest, rest)
        if left > TINY * sumprod(column, column):  # constant pain, for one, says nothing new
            axes.append([a / left**0.5 for a in rest])
    return axes


def _residual(vector: Vector, axes: list[Vector]) -> Vector:
    for axis in axes:
        along = sumprod(vector, axis)
        vector = [a - along * b for a, b in zip(vector, axis, strict=True)]
    return vector


def _not_rejected(found: float, shifted: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the ends of the differences whose test by shifting gives a p of LEVEL or more.

    If the true difference were ``d``, taking it off tomorrow's pain turns a shift's coefficient
    ``b`` into ``b - d * overlap``. It is as large as ``found - d`` between two roots around
    ``found``; ``d`` stands as long as enough shifts do.
    """
    enough = ceil(LEVEL * (1 + len(shifted)) - 1 - TINY)
    if enough < 1:
        return -inf, inf
    ends = [_roots(found, other, overlap) for other, overlap in shifted]
    low = sorted(left for left, _right in ends)[enough - 1]
    high = sorted((right for _left, right in ends), reverse=True)[enough - 1]
    return low, high


def _roots(found: float, other: float, overlap: float) -> tuple[float, float]:
    if abs(overlap) > 1 - TINY:  # the same calendar again
        return -inf, inf
    roots = (found - other) / (1 - overlap), (found + other) / (1 + overlap)
    return min(roots), max(roots)
