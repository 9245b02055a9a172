"""Knows where a number fits beside its dot: over no other dot, no other number and no edge."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

RADIUS = 5  # px of a dot, its line included
DIGIT, TALL = 8, 12  # px of a figure of 13 px, rounded up
GAP = 2  # px between a dot and its number
DROP = 5  # px from the middle of a figure down to the line it stands on


class Box(NamedTuple):
    """A rectangle, pixels; y runs downward."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box") -> bool:
        """Return True where both cover a place."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Return True where the other lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


class Label(NamedTuple):
    """Where a number stands.

    Attributes:
        text: The number.
        x: Pixels to the right of the middle of its dot.
        y: Pixels below it, of the line that figures stand on.
        anchor: Which part of the number is at x: ``start``, ``middle`` or ``end``.
        box: What it covers.
    """

    text: str
    x: int
    y: int
    anchor: str
    box: Box


def around(x: int, y: int) -> Box:
    """Return what a dot covers."""
    return Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)


def labels(dots: Sequence[tuple[int, int]], texts: Sequence[str], frame: Box) -> list[Label | None]:
    """Return a label for each dot, in order; None where its number has no room at any side.

    Args:
        dots: Middles of all dots, pixels.
        texts: What each is called; empty for a dot without a name.
        frame: What no label may leave.
    """
    taken = [around(x, y) for x, y in dots]
    found: list[Label | None] = []
    for (x, y), text in zip(dots, texts, strict=True):
        free = (
            label
            for label in _sides(x, y, text)
            if frame.holds(label.box) and not any(label.box.meets(box) for box in taken)
        )
        label = next(free, None) if text else None
        found.append(label)
        if label:
            taken.append(label.box)
    return found


def _sides(x: int, y: int, text: str) -> Iterator[Label]:
    """Yield the label to the right, to the left, above and below."""
    wide, half = DIGIT * len(text), DIGIT * len(text) // 2
    beside, over = RADIUS + GAP, RADIUS + GAP + TALL // 2
    for side, anchor in ((1, "start"), (-1, "end")):
        ends = sorted((x + side * beside, x + side * (beside + wide)))
        box = Box(ends[0], y - TALL // 2, ends[1], y + TALL // 2)
        yield Label(text, side * beside, DROP, anchor, box)
    for side in (-1, 1):
        middle = y + side * over
        box = Box(x - half, middle - TALL // 2, x + half, middle + TALL // 2)
        yield Label(text, 0, side * over + DROP, "middle", box)
