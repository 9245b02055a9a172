"""What the rules leave, ease, swap and leave out."""

import pytest

from points.questions import conditions, rules
from routines.safety import (
    NOT_FOR_PRESSING,
    OUT_OF_REACH,
    RETIRED,
    WITHIN_POINT,
    WRONG_TOOL,
    Change,
    Judge,
    Kind,
)
from tests.routines.presses import PlainPoint, catalogue, press


def judge(*flags, agreed=False):
    return Judge(flags=frozenset(flags), rules=rules(), agreed=agreed)


def everything():
    return catalogue().values()


def fitted(who, *asked):
    return who.fit(asked, everything)


def test_nothing_marked_changes_nothing():
    asked = [
        press("BL23"),
        press("SI3", seconds=180, pressure="medium"),
        press("BL25", tool="ball"),
    ]

    result = fitted(judge(), *asked)

    assert result.presses == tuple(asked)
    assert result.changes == ()


def test_blood_thinners_take_the_ball_away_and_lighten_every_point():
    result = fitted(judge("blood_thinner"), press("BL25", tool="ball", seconds=60))

    (eased,) = result.presses
    assert (eased.tool, eased.seconds, eased.pressure, eased.limit) == ("hand", 45, "light", 45)
    assert result.changes == (
        Change(
            Kind.LIGHTER,
            "BL25",
            (
                "No ball: it can bruise when blood clots slowly.",
                "Lighter and shorter, because firm pressure can bruise.",
            ),
        ),
    )


def test_a_clot_leaves_out_the_whole_leg_and_says_why():
    legs = {"thigh", "knee", "lower_leg", "ankle", "foot"}
    asked = [press(code) for code, point in catalogue().items() if point.body_region in legs]

    result = fitted(judge("dvt"), *asked)

    assert len(asked) > 10
    assert not {one.point.body_region for one in result.presses} & legs
    assert {change.code for change in result.changes} == {one.point.code for one in asked}
    assert all("clot" in change.reasons[0] for change in result.changes)


@pytest.mark.parametrize("region", ["abdomen", "knee", "lower_leg", "ankle", "foot"])
def test_pregnancy_leaves_out_belly_and_lower_legs_even_when_a_midwife_agreed(region):
    who = judge("pregnant", "cleared", agreed=True)

    assert all(who.refusals(point) for point in everything() if point.body_region == region)


def test_pregnancy_leaves_out_the_points_of_custom():
    who = judge("pregnant", agreed=True)

    assert all(who.refusals(catalogue()[code]) for code in ("LI4", "SP6", "GB21", "BL60"))
    assert not who.refusals(catalogue()["PC6"])


def test_a_neck_vessel_leaves_out_the_neck_points_whoever_agreed():
    for code in ("GB20", "BL10", "EX-HN-ANMIAN"):
        assert judge("neck_vessel", agreed=True).refusals(catalogue()[code])


def test_a_spine_condition_asks_first_and_is_light_once_agreed():
    assert judge("spine_condition").refusals(catalogue()["BL23"])

    eased, reasons = judge("spine_condition", agreed=True).eased(press("BL23"))

    assert (eased.seconds, eased.pressure) == (45, "light")
    assert reasons == ("Lighter and shorter, because of the spine.",)


def test_agreement_lifts_asking_but_never_avoiding():
    for point in everything():
        avoided = {
            rule.reason
            for rule in rules()
            if rule.effect == "avoid" and rule.concerns_point and rule.covers_point(point)
        }
        agreed = judge(*conditions(), agreed=True).refusals(point)
        assert avoided <= set(agreed)


def test_advice_is_said_with_the_reason():
    _, reasons = judge("varicose_veins").eased(press("GB34"))

    assert reasons == (
        "Lighter and shorter, because of the leg veins. Press beside the veins, never on them.",
    )


def test_a_point_that_is_not_for_pressing_is_left_out():
    never = PlainPoint(code="X1", seconds_max=0, routine_tags=())

    result = fitted(judge(), press(point=never))

    assert result.presses == ()
    assert result.changes == (Change(Kind.LEFT_OUT, "X1", (NOT_FOR_PRESSING,)),)


def test_a_step_beyond_its_point_is_brought_within_it_and_said():
    point = PlainPoint(seconds_max=90, pressure_max="light")

    result = fitted(judge(), press(point=point, seconds=200, pressure="firm"))

    (eased,) = result.presses
    assert (eased.seconds, eased.pressure) == (90, "light")
    assert result.changes == (Change(Kind.LIGHTER, "BL23", (WITHIN_POINT,)),)


def test_a_point_only_a_ball_can_reach_is_swapped_when_the_ball_is_forbidden():
    result = fitted(judge("blood_thinner"), press("BL13", tool="ball"))

    (change,) = result.changes
    (swap,) = result.presses
    assert (change.kind, change.code, change.instead) == (Kind.SWAPPED, "BL13", swap.point.code)
    assert (swap.tool, swap.pressure, swap.seconds) == ("hand", "light", 45)
    assert "Lighter and shorter, because firm pressure can bruise." in change.reasons


def test_a_swap_is_the_nearest_allowed_point_with_a_shared_aim_that_is_not_there_yet():
    far = PlainPoint(code="A", body_region="hand", routine_tags=("low_back",))
    near = PlainPoint(code="B", routine_tags=("low_back",))
    other = PlainPoint(code="C", routine_tags=("sleep",))
    hard = PlainPoint(code="D", reach={"how": "", "alone_by_hand": "no"})
    barred = PlainPoint(code="X", exclude_if=("dvt",))

    def swap(*asked):
        result = judge("dvt").fit(asked, lambda: [far, near, other, hard, barred])
        return [one.point.code for one in result.presses]

    assert swap(press(point=barred)) == ["B"]
    assert swap(press(point=barred), press(point=near)) == ["A", "B"]
    assert swap(press(point=barred), press(point=near), press(point=far)) == ["B", "A"]


@pytest.mark.parametrize("flag", ["pregnant", "dvt", "abdominal", "osteoporosis"])
def test_nobody_is_led_to_the_neck_from_elsewhere(flag):
    swaps = {
        change.code: change.instead
        for code, point in catalogue().items()
        for change in fitted(judge(flag), press(code)).changes
        if change.instead and point.body_region != "neck"
    }

    regions = {catalogue()[code].body_region for code in swaps.values()}
    assert swaps
    assert "neck" not in regions
    neck, other = (PlainPoint(code=code, body_region="neck") for code in ("N", "M"))
    barred = press(point=PlainPoint(code="X", body_region="neck", exclude_if=("dvt",)))
    assert judge("dvt").substitute(barred, [neck, other], {"X"})[0].point.code == "M"


def test_points_to_swap_from_are_not_read_without_need():
    def never():
        raise AssertionError

    assert judge().fit([press("BL23")], never).presses


def test_kidneys_are_not_tapped_but_may_be_pressed():
    eased, _ = judge("kidney").eased(press("BL23", technique="tapping", tool="ball"))

    assert (eased.technique, eased.tool) == ("static_pressure", "hand")


def test_a_technique_or_a_tool_that_does_not_suit_a_point_is_taken_away():
    (held,) = fitted(judge(), press("GB20", technique="tapping", pressure="light")).presses
    (by_hand,) = fitted(judge(), press("PC6", tool="ball")).presses

    assert held.technique == "static_pressure"
    assert by_hand.tool == "hand"
    assert judge().ruling(press("GV9", tool="ball", pressure="light")).reasons == (WRONG_TOOL,)


@pytest.mark.parametrize(
    ("flags", "agreed", "code", "effect"),
    [
        ((), False, "BL23", "allow"),
        (("blood_thinner",), False, "BL23", "lighter"),
        (("spine_condition",), False, "BL23", "ask"),
        (("spine_condition",), True, "BL23", "lighter"),
        (("neck_vessel",), True, "GB20", "avoid"),
        (("neck_vessel", "cleared"), True, "GB20", "avoid"),  # avoid beats lighter
        ((), True, "SP14", "avoid"),
    ],
)
def test_the_ruling_on_one_press(flags, agreed, code, effect):
    ruling = judge(*flags, agreed=agreed).ruling(press(code, pressure="light"))

    assert ruling.effect == effect
    assert bool(ruling.press) == (effect in {"allow", "lighter"})
    assert bool(ruling.reasons) == (effect != "allow")


def test_what_is_out_of_reach_is_swapped_with_that_reason_and_never_a_swap():
    who = Judge(frozenset(), rules(), out_of_reach=frozenset({"BL23", "BL25"}))

    result = fitted(who, press("BL23"))

    (change,) = result.changes
    assert change.kind is Kind.SWAPPED
    assert change.reasons[0] == OUT_OF_REACH
    assert change.instead not in {"BL23", "BL25"}
    assert who.ruling(press("BL23")).effect == "out_of_reach"


def test_being_out_of_reach_never_softens_what_must_be_avoided():
    who = Judge(frozenset({"neck_vessel"}), rules(), out_of_reach=frozenset({"GB20"}))

    assert who.ruling(press("GB20")).effect == "avoid"


def test_a_point_that_is_gone_from_the_text_is_pressed_by_nobody():
    gone = PlainPoint(code="OLD1", retired=True)

    assert judge().ruling(press(point=gone)).reasons == (RETIRED,)


def test_rules_of_other_conditions_are_not_even_looked_at():
    """62 points by 20 conditions stay cheap because a judge holds only the rules that apply."""
    who = judge("kidney")

    assert {rule.flag for rule in who.holding} == {"kidney"}
    looked_at = sum(len(judge(flag).holding) for flag in conditions()) * len(catalogue())
    assert looked_at == len(rules()) * len(catalogue())  # not times the conditions
