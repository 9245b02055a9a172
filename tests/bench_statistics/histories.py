"""Makes up histories: pain that carries over from day to day, and sessions for several reasons."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from random import Random
from typing import Literal

WEEK = 7
MEAN, SD = 5.0, 1.5  # NRS points
SETTLES = 3.0  # points that a start in a bad time lies above the usual, on a path that settles
RAMP = 84  # days until practice has come, or gone
PER_POINT = 0.8  # log odds of a session for each point of pain

type Sessions = Literal["random", "clumped", "runs", "driven", "felt", "ramp", "fade"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Truth:
    """What a history is made from.

    Attributes:
        rho: How much of a day's deviation is still there the day after.
        sessions: ``random`` by a coin a day; ``clumped`` in weeks of many and weeks of few;
            ``runs`` of all days or none, a week long on average; ``driven`` by the number that was
            rated; ``felt``, by the pain behind it, which no diary holds; ``ramp`` and ``fade`` over
            12 weeks.
        effect: What a session adds to the pain of the next day, points.
        missing: The share of days without a rating.
        hides_good_days: Whether these are rather the days with little pain.
        in_a_flare: Whether writing begins on the first day a standard deviation above the mean.
        settles_in: Days in which the start falls to a third of its height; 0 for a level path.
    """

    rho: float
    sessions: Sessions
    effect: float = 0.0
    missing: float = 0.0
    hides_good_days: bool = False
    in_a_flare: bool = False
    settles_in: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """Days in order: what was rated, and whether there was a session."""

    pain: list[float | None]
    practised: list[bool]


def make(truth: Truth, *, days: int, seed: str) -> History:
    """Return a history; the same truth, length and seed give the same one."""
    random = Random(seed)  # noqa: S311 - a simulation
    shock = SD * (1 - truth.rho**2) ** 0.5
    deviation = _first(truth, random, shock)
    sessions = SESSIONS[truth.sessions](random)
    history = History([], [])
    did = False
    for day in range(days):
        if day:
            deviation = truth.rho * deviation + random.gauss(0, shock) + truth.effect * did
        settling = SETTLES * exp(-day / truth.settles_in) if truth.settles_in else 0.0
        felt = MEAN + deviation + settling
        rated = min(10, max(0, round(felt)))
        did = sessions(day, rated, felt)
        history.practised.append(did)
        history.pain.append(None if _is_missing(truth, random, felt) else float(rated))
    return history


def _first(truth: Truth, random: Random, shock: float) -> float:
    deviation = random.gauss(0, SD)
    while truth.in_a_flare and deviation < SD:
        deviation = truth.rho * deviation + random.gauss(0, shock)
    return deviation


def _is_missing(truth: Truth, random: Random, felt: float) -> bool:
    share = truth.missing
    if truth.hides_good_days:
        share *= 1.5 if felt < MEAN else 0.5
    return random.random() < share


type Decides = Callable[[int, int, float], bool]


def _random(random: Random) -> Decides:
    return lambda _day, _rated, _felt: random.random() < 0.5


def _clumped(random: Random) -> Decides:
    busy = {}

    def decide(day: int, _rated: int, _felt: float) -> bool:
        week = day // WEEK
        if week not in busy:
            busy[week] = random.random() < 0.5
        return random.random() < (0.9 if busy[week] else 0.1)

    return decide


def _runs(random: Random) -> Decides:
    state = [random.random() < 0.5]

    def decide(_day: int, _rated: int, _felt: float) -> bool:
        state[0] ^= random.random() < 1 / WEEK
        return state[0]

    return decide


def _likely(random: Random, level: float) -> bool:
    return random.random() < 1 / (1 + exp(-PER_POINT * (level - MEAN)))


def _driven(random: Random) -> Decides:
    return lambda _day, rated, _felt: _likely(random, rated)


def _felt(random: Random) -> Decides:
    return lambda _day, _rated, felt: _likely(random, felt)


def _ramp(random: Random) -> Decides:
    return lambda day, _rated, _felt: random.random() < 0.1 + 0.8 * min(1.0, day / RAMP)


def _fade(random: Random) -> Decides:
    return lambda day, _rated, _felt: random.random() < 0.9 - 0.8 * min(1.0, day / RAMP)


SESSIONS: dict[Sessions, Callable[[Random], Decides]] = {
    "random": _random,
    "clumped": _clumped,
    "runs": _runs,
    "driven": _driven,
    "felt": _felt,
    "ramp": _ramp,
    "fade": _fade,
}
