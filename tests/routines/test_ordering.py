"""How lines change places, and which order saves changes of posture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.ordering import changes, in_runs, moved, with_fewest_changes

POSTURES = st.lists(st.sampled_from(["sitting", "standing", "lying"]), max_size=12)


@pytest.mark.parametrize(
    ("index", "by", "after"),
    [(1, -1, "bac"), (1, 1, "acb"), (0, -1, "abc"), (2, 1, "abc"), (0, 1, "bac")],
)
def test_one_place_up_or_down_and_never_off_the_end(index, by, after):
    assert "".join(moved("abc", index, by)) == after


def test_postures_come_together_in_the_order_they_first_came():
    lines = [("a", "sit"), ("b", "stand"), ("c", "sit"), ("d", "lie"), ("e", "stand")]

    better = with_fewest_changes(lines, lambda line: line[1])

    assert "".join(name for name, _posture in better) == "acbed"
    assert changes(lines, lambda line: line[1]) == 4
    assert changes(better, lambda line: line[1]) == 2


def test_runs_keep_the_order_and_part_where_the_posture_changes():
    assert in_runs(["s1", "s2", "t1", "s3"], lambda name: name[0]) == [
        ("s", ["s1", "s2"]),
        ("t", ["t1"]),
        ("s", ["s3"]),
    ]


@given(POSTURES)
def test_no_order_has_fewer_changes_and_nothing_is_lost(postures):
    lines = list(enumerate(postures))

    better = with_fewest_changes(lines, lambda line: line[1])

    assert sorted(better) == lines
    assert changes(better, lambda line: line[1]) == max(0, len(set(postures)) - 1)
    for posture in set(postures):
        assert [n for n, p in better if p == posture] == [n for n, p in lines if p == posture]


@given(st.lists(st.integers(), min_size=1, max_size=9), st.data())
def test_moving_loses_nothing_and_moving_back_restores(items, data):
    index = data.draw(st.integers(0, len(items) - 1))

    down = moved(items, index, 1)

    assert sorted(down) == sorted(items)
    if index < len(items) - 1:
        assert moved(down, index + 1, -1) == items
