"""Makes up half a year of a person's back: the same numbers for the same seed, nothing random else.

Pain goes its own way. A session never changes it, but is likelier on a bad day, so that on the days
with a session the pain is higher: what a chart of both must not be read as. For twelve weeks a lot
decides instead, in a fair test, and its end says what is true here: that it could be chance.
"""

import datetime as dt
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from config.sample import words
from journal.fair_test import FairWeek, order_of, weeks_of

type Length = Literal["short", "usual", "full"]

DAYS = 26 * 7
PAUSE_DAYS = 7
EARLY_MEAN, LATE_MEAN = 5.6, 4.2  # NRS points, at the first and the last day
PERSISTENCE = 0.65  # how much of yesterday's deviation is left today
SHOCK = 0.9  # standard deviation of what each day adds
BUMP = (2.0, 2.8, 2.6, 1.8, 0.9)  # what a flare adds on each of its days
BAD_DAY = 5.0  # pain at which a session is as likely as set by the week
PER_POINT = 0.55  # log odds of a session for each point of pain above that
TEST_FROM = 14  # days after the first one; the test begins on the next Monday
TEST_PAIRS = 6
KEPT_TO = {True: 0.95, False: 0.02}  # chance of a session in the weeks of a test, with and without


@dataclass(frozen=True, slots=True)
class Rating:
    """One diary entry at a wall-clock time of a day."""

    day: dt.date
    clock: dt.time
    intensity: int
    regions: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    stiffness: str = ""
    sleep: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """One session: its version, how far it went, and where holds were left out (shares of all)."""

    day: dt.date
    clock: dt.time
    length: Length
    reached: float
    skipped: tuple[float, ...]
    pain_before: int | None
    pain_after: int | None
    next_morning: str


@dataclass(frozen=True, slots=True)
class History:
    """Everything that happened, in order.

    Attributes:
        ratings: One or two on most days.
        practices: At most one a day, none in the pause.
        flares: The first days of the two bad spells.
        pause: The first and the last day off.
        order: Of the weeks of the fair test, see ``journal.fair_test``.
        test: These weeks.
    """

    ratings: tuple[Rating, ...]
    practices: tuple[Practice, ...]
    flares: tuple[dt.date, ...]
    pause: tuple[dt.date, dt.date]
    order: str
    test: tuple[FairWeek, ...]


def make_up(seed: int, *, last: dt.date, weekdays: Collection[int]) -> History:
    """Return the 26 weeks that end on a day.

    Args:
        seed: Decides everything.
        last: The last day.
        weekdays: ISO weekdays on which a session is planned.
    """
    random = Random(seed)  # noqa: S311 - nobody is to be kept from guessing it
    days = [last - dt.timedelta(days=DAYS - 1 - n) for n in range(DAYS)]
    flares = (random.randrange(34, 56), random.randrange(118, 140))
    pause = random.randrange(105, 111)
    levels = _levels(random, flares)
    away = range(pause, pause + PAUSE_DAYS)
    order = order_of(Random(seed).randrange(2**TEST_PAIRS), TEST_PAIRS)  # noqa: S311 - as above
    test = weeks_of(order, days[TEST_FROM] + dt.timedelta(days=-days[TEST_FROM].weekday() % 7))
    lot = {week.first + dt.timedelta(days=n): week.is_on for week in test for n in range(7)}
    planned = [n not in away and day.isoweekday() in weekdays for n, day in enumerate(days)]
    gaps = [0.5 if n in away else 0.03 if day in lot else 0.13 for n, day in enumerate(days)]
    chances = list(_chances(days, levels, planned, lot))
    practices = _practices(random, days, levels, chances, away)
    ratings = _ratings(random, days, levels, gaps)
    return History(
        tuple(ratings),
        tuple(practices),
        tuple(days[n] for n in flares),
        (days[pause], days[pause + PAUSE_DAYS - 1]),
        order,
        tuple(test),
    )


def _levels(random: Random, flares: Sequence[int]) -> list[float]:
    """Return the pain of each day: a settling mean, what is left of yesterday, and two flares."""
    levels = []
    deviation = 0.0
    for n in range(DAYS):
        deviation = PERSISTENCE * deviation + random.gauss(0, SHOCK)
        mean = EARLY_MEAN + (LATE_MEAN - EARLY_MEAN) * n / (DAYS - 1)
        levels.append(mean + deviation + sum(_bump(n - first) for first in flares))
    return levels


def _bump(day_of_flare: int) -> float:
    return BUMP[day_of_flare] if 0 <= day_of_flare < len(BUMP) else 0.0


def _chances(
    days: Sequence[dt.date],
    levels: Sequence[float],
    planned: Sequence[bool],
    lot: Mapping[dt.date, bool],
) -> Iterator[float]:
    """Yield how likely a session is on each day: as it hurts, or as the lot says."""
    for day, level, asked in zip(days, levels, planned, strict=True):
        yield KEPT_TO[lot[day]] if day in lot else chance_of_practice(level, planned=asked)


def chance_of_practice(level: float, *, planned: bool) -> float:
    """Return how likely a session is: seldom on a day of rest, likelier the worse the day."""
    odds = math.exp((0.4 if planned else -2.6) + PER_POINT * (level - BAD_DAY))
    return odds / (1 + odds)


def _practices(
    random: Random,
    days: Sequence[dt.date],
    levels: Sequence[float],
    chances: Sequence[float],
    away: range,
) -> Iterator[Practice]:
    for n, day in enumerate(days):
        if n in away or random.random() >= chances[n]:
            continue
        yield _practice(random, day, levels[n])


def _practice(random: Random, day: dt.date, level: float) -> Practice:
    asked = random.random() < 0.7
    return Practice(
        day=day,
        clock=_clock(random, 17, 21),
        length=_length(random, level),
        reached=1.0 if random.random() < 0.9 else random.uniform(0.3, 0.8),
        skipped=tuple(random.random() for _ in range(random.choices((0, 1, 2), (75, 18, 7))[0])),
        pain_before=_rated(random, level) if asked else None,
        pain_after=_rated(random, level) if asked and random.random() < 0.85 else None,
        next_morning=random.choices(("", "easier", "same", "worse"), (45, 15, 28, 12))[0],
    )


def _length(random: Random, level: float) -> Length:
    """Return a version: short ones more often on a bad day."""
    short = 4.0 if level >= 6 else 1.5
    lengths: tuple[Length, ...] = ("short", "usual", "full")
    return random.choices(lengths, (short, 6.0, 1.0))[0]


def _ratings(
    random: Random, days: Sequence[dt.date], levels: Sequence[float], gaps: Sequence[float]
) -> Iterator[Rating]:
    for n, day in enumerate(days):
        if random.random() < gaps[n]:
            continue
        if random.random() < 0.18:
            yield _rating(random, day, _clock(random, 7, 9), levels[n], morning=True)
        yield _rating(random, day, _clock(random, 20, 23), levels[n], morning=False)


def _rating(random: Random, day: dt.date, clock: dt.time, level: float, *, morning: bool) -> Rating:
    intensity = _rated(random, level)
    told = random.random() < 0.3
    return Rating(
        day=day,
        clock=clock,
        intensity=intensity,
        regions=words.regions(random, intensity) if told else (),
        qualities=words.qualities(random) if told and random.random() < 0.5 else (),
        stiffness=words.stiffness(random, intensity) if morning else "",
        sleep=max(0, min(10, round(random.gauss(6.5, 1.6)))) if morning else None,
        note=words.note(random) if random.random() < 0.12 else "",
    )


def _rated(random: Random, level: float) -> int:
    """Return what a person says on the scale from 0 to 10 for a pain."""
    return max(0, min(10, round(level + random.gauss(0, 0.5))))


def _clock(random: Random, first: int, last: int) -> dt.time:
    return dt.time(random.randrange(first, last), random.randrange(60))
