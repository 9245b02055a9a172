"""Knows how a routine stands upright: a spine, left bars at its left, right bars at its right."""

from dataclasses import dataclass

from routines.press import Press

SPINE = 44  # user units from the left edge of the drawing, which is twice as wide
GAP, THICK, STEP = 3, 14, 17
PER_SECOND = 0.42
LONGEST, SHORTEST = 40, 4
MOST_ROWS = 3  # more rounds than that are said in words


@dataclass(frozen=True, slots=True)
class UprightBar:
    """One bar, in user units from the top left corner of its row's drawing."""

    side: str
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Upright:
    """The drawing of one step."""

    bars: tuple[UprightBar, ...]
    height: int


def upright_of(press: Press) -> Upright:
    """Return the bars of one press: a bar for each hold of each side, at most three high."""
    rows = min(press.spots * press.rounds, MOST_ROWS)
    width = min(max(round(press.seconds * PER_SECOND), SHORTEST), LONGEST)
    bars = tuple(
        UprightBar(side, _left_edge(side, width), row * STEP + 1, width)
        for row in range(rows)
        for side in press.sides
    )
    return Upright(bars, rows * STEP - GAP + 2)


def _left_edge(side: str, width: int) -> int:
    if side == "left":
        return SPINE - GAP - width
    return SPINE + GAP if side == "right" else SPINE - width // 2
