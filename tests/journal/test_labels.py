"""Numbers beside dots: none lies over anything."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from journal.labels import Box, Label, around, labels

FRAME = Box(0, 16, 264, 228)
PLACES = st.tuples(st.integers(5, 259), st.integers(22, 222))


def test_a_number_stands_at_the_right_of_a_dot_that_is_alone():
    assert labels([(100, 100)], ["7"], FRAME) == [Label("7", 7, 5, "start", Box(107, 94, 115, 106))]


def test_at_an_edge_or_beside_a_dot_it_goes_to_another_side():
    found = labels([(250, 100), (100, 100), (112, 100)], ["17", "1", ""], FRAME)

    assert [label and label.anchor for label in found] == ["end", "end", None]


def test_between_two_dots_it_stands_above_and_else_below():
    row = [(88, 100), (100, 100), (112, 100)]
    above = labels(row, ["", "5", ""], FRAME)[1]
    below = labels([(x, 24) for x, _ in row], ["", "5", ""], FRAME)[1]

    assert (above.anchor, above.box.bottom) == ("middle", 93)
    assert (below.anchor, below.box.top) == ("middle", 31)


def test_where_there_is_no_room_there_is_no_number():
    crowd = [(x, y) for x in range(80, 121, 10) for y in range(80, 121, 10)]
    texts = ["5" if place == (100, 100) else "" for place in crowd]

    assert labels(crowd, texts, FRAME) == [None] * len(crowd)


@given(st.lists(PLACES, max_size=30))
def test_no_number_meets_a_dot_another_number_or_an_edge(dots):
    found = labels(dots, [str(n) for n in range(1, len(dots) + 1)], FRAME)

    boxes = [label.box for label in found if label]
    assert not [label for label in boxes for x, y in dots if label.meets(around(x, y))]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert all(FRAME.holds(box) for box in boxes)


@given(PLACES, st.integers(1, 104))
def test_what_is_written_is_what_is_kept_free(place, number):
    (label,) = labels([place], [str(number)], FRAME)

    x = place[0] + label.x
    wide = label.box.right - label.box.left
    left = {"start": x, "end": x - wide, "middle": x - wide // 2}[label.anchor]
    assert label.box.left == left
    assert wide == 8 * len(str(number))
    assert label.box.bottom - (place[1] + label.y) == 1  # the line that figures stand on
