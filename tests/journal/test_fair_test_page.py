"""What the page of a fair test shows of a pair, and of a test that goes on."""

import datetime as dt

import pytest

from journal.fair_test import Pair
from journal.fair_test_page import Row, how_far
from journal.past import Going
from tests import make


@pytest.mark.parametrize(
    ("off", "on", "shown"),
    [
        (20 / 3, 8 / 3, (6.67, 2.67, -4.0)),
        (6.846, 2.754, (6.85, 2.75, -4.1)),  # -4.092
        (5, 5, (5, 5, 0)),
        (5, None, (5, None, None)),
    ],
)
def test_the_difference_of_a_pair_is_that_of_the_numbers_beside_it(off, on, shown):
    row = Row(Pair(1, make.MONDAY, on_first=True, on=on, off=off), 0, 7)

    assert (row.weeks[0][0], row.weeks[1][0], row.difference) == shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (-3, "Your fair test begins on 16 November"),
        (0, "Your fair test: week 1 of 12"),
        (6, "Your fair test: week 1 of 12"),
        (7, "Your fair test: week 2 of 12"),
        (83, "Your fair test: week 12 of 12"),
    ],
)
def test_a_link_says_how_far_a_test_is(day, words):
    test = Going("key", make.MONDAY, make.MONDAY + dt.timedelta(days=83))

    assert how_far(test, make.MONDAY + dt.timedelta(days=day)) == words
