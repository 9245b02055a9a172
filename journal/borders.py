"""Knows the borders of the places of a figure: each is drawn once, though two places share it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from journal.regions import midline, places

STEP = 4.0  # figure units; a border is left out in pieces of this length
NEAR = 9.0  # figure units; places leave a gap of less than this between them
ALIKE = 0.9  # cosine; a border that meets another one across it is not the same
TINY = 1e-6

type Edge = tuple[complex, complex]  # from, to; x and y in figure units


@cache
def borders(view: str, part: str) -> str:
    """Return the borders of all places of a part of a figure as the path of an SVG."""
    right: list[Edge] = []
    drawn: list[Edge] = []
    for place in places():
        if (place.view, place.part) == (view, part):
            corners = [complex(x, y) for x, y in place.corners("right")]
            edges = list(pairwise([*corners, corners[0]]))
            right += [piece for edge in edges for piece in undrawn(edge, drawn)]
            drawn += edges
    axis = midline(view)
    left = [
        (2 * axis - start.conjugate(), 2 * axis - end.conjugate())
        for start, end in right
        if max(abs(start.real - axis), abs(end.real - axis)) > NEAR / 2
    ]
    return _path([*right, *left])


def undrawn(edge: Edge, drawn: Sequence[Edge]) -> Iterator[Edge]:
    """Yield the pieces of an edge that do not run along one that is drawn, joined where they meet.

    Args:
        edge: The edge.
        drawn: Those that are drawn already.
    """
    start, end = edge
    pieces = max(1, round(abs(end - start) / STEP))
    stops = [start + (end - start) * n / pieces for n in range(pieces + 1)]
    began = None
    for here, there in pairwise(stops):
        if any(_runs_along((here, there), other) for other in drawn):
            if began is not None:
                yield began, here
            began = None
        elif began is None:
            began = here
    if began is not None:
        yield began, end


def _runs_along(piece: Edge, other: Edge) -> bool:
    (start, end), (first, last) = piece, other
    along, way = last - first, end - start
    if min(abs(along), abs(way)) < TINY:  # it runs nowhere
        return False
    if abs((way * along.conjugate()).real) < ALIKE * abs(way) * abs(along):
        return False
    middle = (start + end) / 2
    share = ((middle - first) * along.conjugate()).real / abs(along) ** 2
    return 0 <= share <= 1 and abs(middle - first - along * share) < NEAR


def _path(edges: Iterable[Edge]) -> str:
    path, at = "", None
    for start, end in edges:
        path += "" if start == at else f"M{start.real:.1f} {start.imag:.1f}"
        path += f"L{end.real:.1f} {end.imag:.1f}"
        at = end
    return path
