"""Borders between places: each once, and none left out."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.borders import NEAR, STEP, borders, undrawn
from journal.regions import BOXES, midline, places

NUMBER = r"(-?[\d.]+) (-?[\d.]+)"
EDGE = (0 + 0j, 40 + 0j)


def points_of(path):
    return [complex(float(x), float(y)) for x, y in re.findall(NUMBER, path)]


def test_an_edge_alone_is_drawn_whole():
    assert list(undrawn(EDGE, [])) == [EDGE]


def test_the_border_of_two_places_is_drawn_once():
    assert list(undrawn(EDGE, [(50 + 3j, -10 + 3j)])) == []
    assert list(undrawn(EDGE, [(50 + NEAR * 1j, -10 + NEAR * 1j)])) == [EDGE]


def test_a_shorter_neighbour_leaves_the_rest():
    assert list(undrawn(EDGE, [(0 + 2j, 20 + 2j)])) == [(20 + 0j, 40 + 0j)]
    assert list(undrawn(EDGE, [(12 + 2j, 28 + 2j)])) == [(0 + 0j, 12 + 0j), (28 + 0j, 40 + 0j)]


def test_what_meets_it_across_or_follows_it_is_another_border():
    assert list(undrawn(EDGE, [(20 - 9j, 20 + 9j), (42 + 0j, 60 + 0j)])) == [EDGE]


def edges_of(path):
    for run in path.split("M")[1:]:
        yield from pairwise(points_of(run))


def distance(point, edge):
    start, end = edge
    along = end - start
    share = ((point - start) * along.conjugate()).real / abs(along) ** 2
    return abs(point - start - along * min(max(share, 0), 1))


@pytest.mark.parametrize(("view", "part"), BOXES)
def test_every_corner_of_every_place_is_near_a_border(view, part):
    drawn = list(edges_of(borders(view, part)))

    for place in places():
        if (place.view, place.part) == (view, part):
            for corner in (*place.corners("right"), *place.corners("left")):
                assert min(distance(complex(*corner), edge) for edge in drawn) < NEAR


@pytest.mark.parametrize(("view", "part"), BOXES)
def test_borders_are_the_same_on_both_sides_but_for_the_middle(view, part):
    axis = midline(view)
    drawn = {(round(z.real - axis), round(z.imag)) for z in points_of(borders(view, part))}
    aside = {(x, y) for x, y in drawn if abs(x) > NEAR / 2 + 1}

    assert {(abs(x), y) for x, y in aside if x < 0} == {(x, y) for x, y in aside if x > 0}


@given(st.lists(st.tuples(*[st.complex_numbers(max_magnitude=400)] * 2), max_size=6))
def test_pieces_lie_on_their_edge(others):
    for start, end in undrawn(EDGE, others):
        assert 0 <= start.real < end.real <= 40
        assert start.imag == end.imag == 0
        assert (end - start).real >= STEP - 0.01
