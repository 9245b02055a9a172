"""Knows how the lines of a routine change places, and which order saves changes of posture."""

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby, pairwise


def moved[T](items: Sequence[T], index: int, by: int) -> list[T]:
    """Return the items with one moved up (-1) or down (1); at an end it stays where it is."""
    rest = [*items[:index], *items[index + 1 :]]
    place = min(max(index + by, 0), len(rest))
    return [*rest[:place], items[index], *rest[place:]]


def changes[T](items: Sequence[T], posture: Callable[[T], Hashable]) -> int:
    """Return how often the posture changes on the way through the items."""
    return sum(posture(a) != posture(b) for a, b in pairwise(items))


def with_fewest_changes[T](items: Sequence[T], posture: Callable[[T], Hashable]) -> list[T]:
    """Return the items with those of one posture together, which is as few changes as can be.

    Postures keep the order in which they first come, and so do the items of each.
    """
    first_come = {name: place for place, name in enumerate(dict.fromkeys(map(posture, items)))}
    return sorted(items, key=lambda item: first_come[posture(item)])


def in_runs[T](
    items: Sequence[T], posture: Callable[[T], Hashable]
) -> list[tuple[Hashable, list[T]]]:
    """Return each posture with the items that are done in it, one after another."""
    return [(name, list(run)) for name, run in groupby(items, key=posture)]
