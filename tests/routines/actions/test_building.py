"""Points that come into a person's own routines, and those that do not."""

from uuid import uuid4

import pytest

from points.models import Point
from routines import actions
from routines.actions import OvertakenError
from routines.models import Preferences, Routine, Step
from routines.screening import weigh
from tests import make


def judge(*conditions, out_of_reach=()):
    standing = weigh(dict.fromkeys(conditions, "yes"), agreed=True)
    return standing.judge(out_of_reach=out_of_reach)


def add(person, code="BL25", *, routine=None, rules=None, key=None):
    return actions.add_point(
        person=person,
        point=Point.objects.get(code=code),
        routine=routine,
        judge=rules or judge(),
        key=key or uuid4(),
    )


def save(routine, *, version=1, name=""):
    """Save a routine as the builder does, with the steps of that version of it."""
    steps = list(routine.steps.filter(point__code="BL23"))
    return actions.save_routine(
        routine=routine, version=version, key=uuid4(), name=name or routine.name, style="",
        steps=steps,
    )  # fmt: skip


def codes(routine):
    return list(routine.steps.values_list("point__code", flat=True))


def test_a_point_comes_last_as_it_is_usually_pressed(owner):
    routine = make.routine(owner=owner, codes=("BL23", "PC6"))

    step, new = add(owner, "BL13", routine=routine)

    assert new
    assert codes(routine) == ["BL23", "PC6", "BL13"]
    assert (step.position, step.side, step.hold_seconds) == (3, "both", 60)
    assert (step.technique.slug, step.tool, step.posture) == ("static_pressure", "ball", "standing")
    assert Routine.objects.get(pk=routine.pk).version == 2


def test_without_a_routine_points_gather_in_one_of_their_own(owner):
    make.routine(owner=owner)

    add(owner, "BL25")
    step, _new = add(owner, "GV20")

    assert step.routine.name == "My routine"
    assert codes(step.routine) == ["BL25", "GV20"]
    assert step.side == "midline"
    assert Routine.objects.kept_by(owner).count() == 2


def test_the_same_key_adds_once(owner):
    key = uuid4()
    first, new = add(owner, key=key)

    again, second_time = add(owner, "PC6", key=key)

    assert (again, new, second_time) == (first, True, False)
    assert codes(first.routine) == ["BL25"]


def test_a_point_that_is_there_is_not_added_again(owner):
    first, _new = add(owner)

    again, new = add(owner)

    assert (again, new) == (first, False)


def test_a_stranger_s_key_means_nothing_to_me(owner, stranger):
    key = uuid4()
    theirs, _new = add(stranger, key=key)

    mine, new = add(owner, key=key)

    assert new
    assert mine.pk != theirs.pk


def test_a_point_that_must_be_avoided_is_refused_with_its_reason_and_a_swap(owner):
    with pytest.raises(actions.PointRefusedError) as caught:
        add(owner, "GB20", rules=judge("neck_vessel"))

    refused = caught.value
    assert refused.ruling.effect == "avoid"
    assert "vessels of the neck" in refused.ruling.reasons[0]
    swap = Point.objects.get(code=refused.swap)
    assert {"neck", "sleep", "relaxation"} & set(swap.routine_tags)
    assert not Step.objects.filter(routine__owner=owner).exists()
    assert not Routine.objects.kept_by(owner).exists()


def test_a_point_out_of_reach_is_no_swap_and_is_refused_itself(owner):
    with pytest.raises(actions.PointRefusedError) as caught:
        add(owner, "GB20", rules=judge("neck_vessel"))
    first = caught.value.swap

    with pytest.raises(actions.PointRefusedError) as caught:
        add(owner, "GB20", rules=judge("neck_vessel", out_of_reach=[first]))
    assert caught.value.swap not in {first, ""}

    with pytest.raises(actions.PointRefusedError) as caught:
        add(owner, "BL25", rules=judge(out_of_reach=["BL25"]))
    assert caught.value.ruling.effect == "out_of_reach"


def test_the_point_that_is_not_for_pressing_is_refused(owner):
    with pytest.raises(actions.PointRefusedError, match="avoid"):
        add(owner, "SP14")


def test_a_routine_holds_forty_steps(owner):
    routine = make.routine(owner=owner, codes=("BL23",) * 40)

    with pytest.raises(actions.TooLongError):
        add(owner, "PC6", routine=routine)

    assert routine.steps.count() == 40


def test_a_point_is_added_to_the_routine_as_it_stands_now(owner):
    routine = make.routine(owner=owner, codes=("BL23",))
    seen = Routine.objects.get(pk=routine.pk)
    save(routine, name="Evening")

    add(owner, "PC6", routine=seen)

    kept = Routine.objects.get(pk=routine.pk)
    assert (kept.name, kept.version) == ("Evening", 3)
    with pytest.raises(OvertakenError):  # a page that never saw the new point takes it not away
        save(routine, version=2)
    assert codes(routine) == ["BL23", "PC6"]


def test_whoever_has_no_preferences_yet_can_say_what_is_out_of_reach(owner):
    Preferences.objects.filter(owner=owner).delete()

    actions.remember_reach(person=owner, code="BL13", reachable=False)

    assert Preferences.objects.get(owner=owner).out_of_reach == ["BL13"]
