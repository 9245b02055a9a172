"""Labels beside a drawing: near what they name, apart, their lines never crossing."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from points.drawings import Position
from points.plates.labelling import Column, Goal, crosses, parted, stands

LEFT = Column("left", 70, 12, 468)


def goal(key, x, y):
    return Goal(key, Position(x, y), Position(x, y))


def test_a_lone_label_stands_level_with_its_goal():
    (stand,) = stands([goal("a", 120, 200)], LEFT, pitch=44)

    assert (stand.y, stand.end) == (200, (120, 200))


def test_two_goals_at_one_height_share_it():
    found = stands([goal("a", 120, 200), goal("b", 130, 200)], LEFT, pitch=44)

    assert [stand.y for stand in found] == [178, 222]


def test_labels_at_the_rim_are_pushed_inside():
    found = stands([goal("a", 120, 1), goal("b", 120, 470)], LEFT, pitch=44)

    assert [stand.y for stand in found] == [12, 468]


def test_crossing_lines_change_places():
    near, far = goal("near", 80, 201), goal("far", 140, 200)

    found = stands([far, near], LEFT, pitch=44)

    starts = {stand.key: Position(70, stand.y) for stand in found}
    assert not crosses(starts["near"], near.left, starts["far"], far.left)


def test_lines_that_touch_do_not_cross():
    one, two = Position(0, 0), Position(2, 2)

    assert crosses(one, two, Position(0, 2), Position(2, 0))
    assert not crosses(one, two, Position(0, 2), Position(1, 1))
    assert not crosses(one, two, Position(0, 1), Position(2, 3))


def test_goals_take_turns_from_top_to_bottom_where_both_sides_reach_them():
    pairs = [Goal(str(y), Position(90, y), Position(110, y)) for y in (30, 10, 20)]

    left, right = parted(pairs)

    assert [one.key for one in left] == ["10", "30"]
    assert [one.key for one in right] == ["20"]


def test_single_goals_go_to_the_nearer_side():
    left, right = parted([goal("c", 30, 5), goal("a", 10, 9), goal("b", 20, 1)])

    assert [one.key for one in left] == ["a"]
    assert [one.key for one in right] == ["b", "c"]


places = st.tuples(st.integers(80, 200), st.integers(0, 480))


@given(st.lists(places, max_size=10, unique=True))
def test_labels_keep_apart_and_lines_never_cross(found):
    goals = [goal(str(n), x, y) for n, (x, y) in enumerate(found)]

    placed = stands(goals, LEFT, pitch=44)

    assert {stand.key for stand in placed} == {one.key for one in goals}
    assert all(lower.y - upper.y >= 43.8 for upper, lower in pairwise(placed))
    assert all(12 <= stand.y <= 468 for stand in placed)
    lines = [(Position(70, stand.y), stand.end) for stand in placed]
    assert not [pair for pair in combinations(lines, 2) if crosses(*pair[0], *pair[1])]


@given(st.lists(places, min_size=1, max_size=12, unique=True))
def test_left_goals_are_never_right_of_the_right_ones(found):
    left, right = parted([goal(str(n), x, y) for n, (x, y) in enumerate(found)])

    assert len(right) - len(left) in (0, 1)
    assert all(one.left.x <= other.left.x for one in left for other in right)
