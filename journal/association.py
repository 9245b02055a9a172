"""Knows whether days after a session differ, compared with days that began the same.

Nothing here was randomised, so this is what goes together, never what causes what.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from journal.shifting import TINY, Days, fits, not_rejected, pairs_of

PAIRS_NEEDED = 42
EACH_NEEDED = 12  # days with a session, and days without
RATED_NEEDED = 70  # per cent of the days
SHORTEST_SHIFT = 7  # days
WEEK = 7  # days; only whole weeks keep their weekdays while they are rotated


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
        p: The share of shifted calendars that fit at least as well.
        shifts: How many calendars it was held against.
        level: The share under which it is not called chance.
        counts: The days it rests on.
    """

    difference: float
    low: float
    high: float
    p: float
    shifts: int
    level: float
    counts: Counts

    @property
    def is_too_short(self) -> bool:
        """Whether so few days can never speak against chance, whatever they hold."""
        return self.level * (1 + self.shifts) <= 1 + TINY

    @property
    def is_bounded(self) -> bool:
        """Whether the days speak against anything at all; a fixed weekly habit may not."""
        return isfinite(self.low) and isfinite(self.high)

    @property
    def could_be_chance(self) -> bool:
        """Whether no difference is among what the days do not speak against."""
        return self.low <= TINY and self.high >= -TINY

    @property
    def is_told(self) -> bool:
        """Whether a difference is told as one that chance alone seldom makes."""
        return not self.is_too_short and self.is_bounded and not self.could_be_chance


def count(pain: Days, practised: Sequence[bool]) -> Counts:
    """Return how many days there are to compare.

    Args:
        pain: One value a day, in order, up to the day of the look; None for a day without a rating.
        practised: Whether there was a session, for the same days.
    """
    pairs = pairs_of(pain)
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


def associate(pain: Days, practised: Sequence[bool], *, level: float) -> Association:
    """Return the next-day difference after a session, at the same pain and the same time.

    Least squares of tomorrow's pain on session, today's pain, and a line of time that may bend
    every eight weeks, over the newest whole weeks. The interval
    holds every difference that rotating the calendar of sessions by 7 or more days does not
    reject; habits that repeat exactly leave it without an end. What is compared is how well each
    calendar fits, not the difference: where pain drives the sessions, the true calendar has less
    room of its own, and its difference would look large for that alone.

    Args:
        pain: One value a day, in order; None for a day without a rating.
        practised: Whether there was a session, for the same days.
        level: The share of calendars under which a difference is not called chance.

    Raises:
        ValueError: when there are too few days.

    Source:
        Edgington & Onghena 2007, Randomization Tests, 4th ed. (tests by shifting in time).
        Frisch & Waugh 1933, Econometrica 1:387-401 (one column at a time).
        Janssen 1997, Stat Probab Lett 36:9-21 (statistics in units of their own spread).
    """
    if shortages(count(pain, practised)):
        raise ValueError("Too few days to compare.")
    extra = len(pain) % WEEK
    return _compare(pain[extra:], bytes(practised[extra:]), level)


def _compare(pain: Days, practised: bytes, level: float) -> Association:
    true, *others = fits(pain, practised)
    shifted = others[SHORTEST_SHIFT - 1 : 1 - SHORTEST_SHIFT]
    as_good = sum(abs(other.along) >= abs(true.along) - TINY for other in shifted)
    low, high = not_rejected(true, shifted, level)
    return Association(
        difference=true.along / true.own if true.own else 0.0,
        low=low,
        high=high,
        p=(1 + as_good) / (1 + len(shifted)),
        shifts=len(shifted),
        level=level,
        counts=count(pain, [bool(did) for did in practised]),
    )
