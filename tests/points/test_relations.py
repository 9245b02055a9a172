"""Neighbours of a point: on its level, for its aim, instead of it; each with a reason."""

import pytest

from points.relations import easier, level_of, relations, same_aim, same_level
from tests.points.text import point, points


def codes(related):
    return [one.point.code for one in related]


def near(code):
    return relations(point(code), points().values())


def test_points_of_one_vertebra_are_on_one_level():
    assert codes(near("BL23").level) == ["GV4", "EX-B2", "BL52"]
    assert same_level(point("BL23"), point("BL52")) == "At the same height, farther out."
    assert same_level(point("BL52"), point("BL23")) == "At the same height, nearer in."
    assert same_level(point("BL23"), point("GV4")) == "At the same height, on the midline."


def test_points_of_one_share_of_a_limb_are_on_one_level():
    assert codes(near("PC6").level) == ["TE5"]
    assert same_level(point("PC6"), point("TE5")) == "At the same height, on another side."
    assert level_of(point("GB39")) == level_of(point("SP6")) == ("ankle", 3)
    assert set(codes(near("BL60").level)) == {"BL62", "KI3"}


def test_point_without_a_height_has_no_level():
    assert level_of(point("LI4")) is None
    assert near("LI4").level == ()


def test_easier_is_nearer_to_hand_and_freer_of_conditions():
    said = easier(point("BL30"), point("EX-UE7"))

    assert said == "Easier to reach by hand. Away from the back. Not left out with pregnancy."
    assert easier(point("EX-UE7"), point("BL30")) == ""
    assert easier(point("BL23"), point("GV20")) == ""  # both for sleep; the chief aim is the back


def test_nothing_is_easier_that_more_people_must_leave_out():
    for code in points():
        for one in near(code).instead:
            assert set(one.point.exclude_if) <= set(point(code).exclude_if)


def test_shared_aims_are_named():
    assert same_aim(point("BL25"), point("GB34")) == "Also looked up for: Low back and Sciatica."
    assert same_aim(point("PC6"), point("BL13")) == ""


@pytest.mark.parametrize("code", points())
def test_every_neighbour_is_another_point_named_once_with_a_reason(code):
    every = [one for kind in near(code) for one in kind]
    named = codes(every)

    assert code not in named
    assert len(named) == len(set(named))
    assert all(len(kind) <= 4 for kind in near(code))
    assert all(one.why.endswith(".") for one in every)


def test_reference_point_is_nobodys_neighbour():
    assert all(
        "SP14" not in codes([one for kind in near(code) for one in kind]) for code in points()
    )
    assert near("SP14") == ((), (), ())


def test_retired_point_is_no_neighbour():
    gone = [one for one in points().values() if one.code != "TE5"]
    retired = type(point("TE5"))(code="TE5", location=point("TE5").location, retired=True)

    assert relations(point("PC6"), [*gone, retired]).level == ()
