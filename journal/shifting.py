"""Knows how a calendar of sessions fits the days after, where it stands and shifted along."""

from collections.abc import Iterator, Sequence
from math import ceil, inf, sqrt, sumprod
from struct import pack, unpack
from typing import NamedTuple

BEND = 56  # days; the usual pain may turn its way this often by itself
TINY = 1e-9
FINEST = 2**44  # so that the sums of 10 years fit into 64 bits

type Days = Sequence[float | None]
type Vector = list[float]


def pairs_of(pain: Days) -> list[int]:
    """Return the places of the rated days whose next day is rated too."""
    return [
        day for day in range(len(pain) - 1) if pain[day] is not None and pain[day + 1] is not None
    ]


class Ground(NamedTuple):
    """What every calendar of sessions is held against, a value a day.

    Attributes:
        used: 1 for a rated day whose next day is rated too, else 0.
        rest: Tomorrow's pain, as far as today's pain and the time do not tell it.
        basis: Today's pain and the time, as columns at right angles to each other.
    """

    used: Vector
    rest: Vector
    basis: list[Vector]


class Calendar(NamedTuple):
    """One calendar of sessions against the days, in units of its own spread.

    Attributes:
        along: How far tomorrow's pain goes with it.
        own: How far the true calendar goes with it.
    """

    along: float
    own: float


NO_ROOM = Calendar(0.0, 0.0)


def fits(pain: Days, practised: bytes) -> list[Calendar]:
    """Return how the calendar fits for each number of days it is shifted by, 0 first.

    The coefficient of the session is that of its rest on the other columns, so a shift costs one
    sum over its session days for each column. Days outside the pairs weigh nothing.
    """
    used, rest, basis = ground_of(pain)
    session = _residual(_on([float(did) for did in practised], used), basis)
    shifted = [shifted_sums(column, practised) for column in [used, rest, session, *basis]]
    return [calendar_of(*sums) for sums in zip(*shifted, strict=True)]


def ground_of(pain: Days) -> Ground:
    """Return what every calendar is held against."""
    pairs = set(pairs_of(pain))
    used = [float(day in pairs) for day in range(len(pain))]
    known = [level or 0.0 for level in pain]
    columns = [known, *_times(len(pain))]
    basis = _orthonormal([used, *(_on(column, used) for column in columns)])
    return Ground(used, _residual(_on([*known[1:], 0.0], used), basis), basis)


def calendar_of(days: float, along: float, own: float, *explained: float) -> Calendar:
    """Return a calendar from the sums over its session days: of the ground, and of the true one."""
    spread = days - sumprod(explained, explained)
    return Calendar(along / sqrt(spread), own / sqrt(spread)) if spread > TINY else NO_ROOM


def _on(column: Vector, used: Vector) -> Vector:
    return [value * use for value, use in zip(column, used, strict=True)]


def _times(days: int) -> Iterator[Vector]:
    """Yield the columns of a line of time that may bend every eight weeks."""
    for bend in range(0, max(days - BEND // 2, 1), BEND):
        yield [0.0] * bend + [float(day) for day in range(days - bend)]


def shifted_sums(column: Vector, practised: bytes) -> Vector:
    """Return the sum of a column over the session days, for each number of days they are shifted.

    All at once: both are written as the figures of one long number, and their product holds the
    sums as its figures. Values are rounded to a share of 2**-44 of their range.

    Source:
        Schoenhage 1982, Lect Notes Comput Sci 144:3-15 (products of polynomials by long numbers).
    """
    days, lowest = len(column), min(column)
    span = (max(column) - lowest) or 1.0
    figures = [round((value - lowest) / span * FINEST) for value in column]
    backward = bytes([practised[0], *reversed(practised[1:])])
    product = _number(figures, days) * _number(backward, days)
    places = unpack(f"<{2 * days}Q", product.to_bytes(16 * days, "little"))
    base = lowest * sum(practised)
    around = zip(places[:days], places[days:], strict=True)
    return [base + (early + late) * span / FINEST for early, late in around]


def _number(figures: Sequence[int], days: int) -> int:
    return int.from_bytes(pack(f"<{days}Q", *figures), "little")


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


def not_rejected(true: Calendar, shifted: list[Calendar], level: float) -> tuple[float, float]:
    """Return the ends of the differences whose test by shifting gives a p of ``level`` or more.

    If the true difference were ``d``, taking it off tomorrow's pain turns what goes along with a
    calendar into ``along - d * own``. It is as large as that of the true one between two roots;
    ``d`` stands as long as enough calendars do.
    """
    enough = ceil(level * (1 + len(shifted)) - 1 - TINY)
    if enough < 1:
        return -inf, inf
    ends = [_roots(true, other) for other in shifted]
    low = sorted(left for left, _right in ends)[enough - 1]
    high = sorted((right for _left, right in ends), reverse=True)[enough - 1]
    return low, high


def _roots(true: Calendar, other: Calendar) -> tuple[float, float]:
    if true.own - abs(other.own) <= TINY:  # the same calendar again
        return -inf, inf
    roots = (
        (true.along - other.along) / (true.own - other.own),
        (true.along + other.along) / (true.own + other.own),
    )
    return min(roots), max(roots)
