"""Knows where the scores of one kind of question stand on a small chart, in integers."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT, TOP = 600, 160, 8  # user units; the frame stretches the width


class Dot(NamedTuple):
    """One score; x and y in user units, downward."""

    day: dt.date
    score: float
    x: int
    y: int


class ScoreChart(NamedTuple):
    """A chart of scores on an axis that always has its whole range.

    Attributes:
        ends: What stands at the top, the middle and the foot of the axis.
        dots: One for each score, oldest first.
        line: Where a clear change downward begins, user units; None where there is none.
        apart: How many days may lie between two dots that are joined.
    """

    ends: tuple[str, str, str]
    dots: list[Dot]
    line: int | None
    apart: int

    @property
    def path(self) -> str:
        """The dots as a path of points, each a line of no length."""
        return "".join(f"M{dot.x} {dot.y}h0" for dot in self.dots)

    @property
    def joined(self) -> str:
        """The dots joined, with a gap where answers were left out."""
        path, before = "", None
        for dot in self.dots:
            follows = before is not None and (dot.day - before).days <= self.apart
            path += f"{'L' if follows else 'M'}{dot.x} {dot.y}"
            before = dot.day
        return path

    @property
    def foot(self) -> int:
        """Where 0 stands."""
        return TOP + HEIGHT


def score_chart(
    scores: Sequence[tuple[dt.date, float]],
    *,
    scale: tuple[int, int],
    clear_from: float,
    every: int,
    ends: tuple[str, str, str] | None = None,
) -> ScoreChart:
    """Return the chart of scores, oldest first.

    Args:
        scores: Days and scores, oldest first; at least one.
        scale: The foot and the top of the axis.
        every: The days from one set of answers to the next, when none is left out.
        clear_from: The score at which a clear change downward begins; below 0 there is none.
        ends: What stands at the axis in place of its numbers, from the top.
    """
    first, last = scores[0][0], scores[-1][0]
    dots = [Dot(day, score, _x(day, first, last), _y(score, scale)) for day, score in scores]
    return ScoreChart(
        ends or (str(scale[1]), str(scale[1] // 2), str(scale[0])),
        dots,
        _y(clear_from, scale) if clear_from >= 0 else None,
        every * 3 // 2,
    )


def _x(day: dt.date, first: dt.date, last: dt.date) -> int:
    return 8 + round((WIDTH - 16) * (day - first).days / max((last - first).days, 1))


def _y(score: float, scale: tuple[int, int]) -> int:
    lowest, highest = scale
    return TOP + round(HEIGHT * (highest - score) / (highest - lowest))
