"""Where labels stand beside a drawing so that the lines to what they name never cross.

Pure geometry in pixels of the sheet, downward and to the right. A line runs from the label to
the edge of its column, and from there straight to its goal.
"""

from collections.abc import Sequence
from typing import NamedTuple

from points.drawings import Position


class Goal(NamedTuple):
    """What a label names: where a line from the left ends, and where one from the right."""

    key: str
    left: Position
    right: Position


class Stand(NamedTuple):
    """Where a label stands: its column, the height of its line, and where that line ends."""

    key: str
    side: str  # left, right
    y: float
    end: Position


class Column(NamedTuple):
    """A column of labels: where its lines begin to slant, and between which heights they begin."""

    side: str
    edge: float
    top: float
    bottom: float


def parted(goals: Sequence[Goal]) -> tuple[list[Goal], list[Goal]]:
    """Return the goals of the left column and of the right, as even in number as can be.

    Goals with two ends take turns from top to bottom. Where left and right lines would end in
    the same place, the goals further left go left, so that no line meets one of the other side.
    """
    if all(goal.left == goal.right for goal in goals):
        ordered = sorted(goals, key=lambda goal: goal.left)
        half = len(ordered) // 2
        return ordered[:half], ordered[half:]
    ordered = sorted(goals, key=lambda goal: (goal.left.y, goal.left.x))
    return ordered[::2], ordered[1::2]


def stands(goals: Sequence[Goal], column: Column, *, pitch: float) -> list[Stand]:
    """Return a place for each label of one column, near its goal, `pitch` apart or more.

    No two lines of a column cross: the labels of a crossing pair change places, which makes the
    lines shorter in sum, until none is left. More labels than fit run over the bottom.
    """
    ends = [(goal.key, goal.left if column.side == "left" else goal.right) for goal in goals]
    ends.sort(key=lambda end: end[1].y)
    heights = _spread([end.y for _, end in ends], column, pitch)
    order = list(range(len(ends)))
    while pair := _crossing([ends[n][1] for n in order], heights, column.edge):
        first, second = pair
        order[first], order[second] = order[second], order[first]
    return [
        Stand(ends[n][0], column.side, y, ends[n][1]) for n, y in zip(order, heights, strict=True)
    ]


def _spread(wished: Sequence[float], column: Column, pitch: float) -> list[float]:
    """Return heights as near as can be to those wished, in their order and `pitch` apart.

    Neighbours that are too close share the mean of their wishes (pool adjacent violators).
    """
    pools: list[tuple[float, int]] = []
    for place, y in enumerate(wished):
        pools.append((y - place * pitch, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (above, many), (below, few) = pools[-2:]
            pools[-2:] = [((above * many + below * few) / (many + few), many + few)]
    last = max(column.top, column.bottom - (len(wished) - 1) * pitch)
    offsets = [min(max(offset, column.top), last) for offset, count in pools for _ in range(count)]
    return [round(offset + place * pitch, 1) for place, offset in enumerate(offsets)]


def _crossing(
    ends: Sequence[Position], heights: Sequence[float], edge: float
) -> tuple[int, int] | None:
    starts = [Position(edge, y) for y in heights]
    for second in range(len(ends)):
        for first in range(second):
            if crosses(starts[first], ends[first], starts[second], ends[second]):
                return first, second
    return None


def crosses(start: Position, end: Position, other_start: Position, other_end: Position) -> bool:
    """Whether two straight lines cross; those that only touch do not."""
    return (
        _turn(start, end, other_start) * _turn(start, end, other_end) < 0
        and _turn(other_start, other_end, start) * _turn(other_start, other_end, end) < 0
    )


def _turn(start: Position, end: Position, place: Position) -> float:
    across = (end.x - start.x) * (place.y - start.y)
    return across - (end.y - start.y) * (place.x - start.x)
