"""What holds of the rules for every routine, set of conditions and agreement."""

from hypothesis import given
from hypothesis import strategies as st

from points.questions import conditions, rules
from routines.press import PRESSURES
from routines.safety import Kind
from tests.routines.presses import presses, quick, routines
from tests.routines.test_safety import fitted, judge

FLAGS = st.frozensets(st.sampled_from(sorted(conditions())))


@quick
@given(one=presses(), fewer=FLAGS, more=FLAGS, agreed=st.booleans())
def test_another_condition_never_allows_more(one, fewer, more, agreed):
    before, after = judge(*fewer, agreed=agreed), judge(*fewer, *more, agreed=agreed)

    assert set(before.refusals(one.point)) <= set(after.refusals(one.point))
    easier, _ = before.eased(one)
    stricter, _ = after.eased(one)
    if easier is None:
        assert stricter is None
    if easier and stricter:
        assert stricter.seconds <= easier.seconds
        assert stricter.longest <= easier.longest
        assert PRESSURES.index(stricter.pressure) <= PRESSURES.index(easier.pressure)
        assert stricter.tool in {easier.tool, "hand"}
        assert stricter.technique in {easier.technique, "static_pressure"}


@quick
@given(one=presses(), flags=FLAGS)
def test_agreement_missing_never_allows_more(one, flags):
    assert set(judge(*flags, agreed=True).refusals(one.point)) <= set(
        judge(*flags).refusals(one.point)
    )


@quick
@given(asked=routines(), fewer=FLAGS, more=FLAGS, agreed=st.booleans())
def test_what_is_pressed_with_more_conditions_was_allowed_with_fewer(asked, fewer, more, agreed):
    allowed = judge(*fewer, agreed=agreed)

    for one in fitted(judge(*fewer, *more, agreed=agreed), *asked).presses:
        assert not allowed.refusals(one.point)
        assert allowed.eased(one)[0] is not None


@quick
@given(asked=routines(), flags=FLAGS, agreed=st.booleans())
def test_a_left_out_point_is_never_pressed(asked, flags, agreed):
    who = judge(*flags, agreed=agreed)
    result = fitted(who, *asked)
    codes = [one.point.code for one in result.presses]

    gone = {change.code for change in result.changes if change.kind is not Kind.LIGHTER}
    assert not gone & set(codes)
    assert len(codes) == len(set(codes))
    assert all(not who.refusals(one.point) for one in result.presses)


@quick
@given(asked=routines(), flags=FLAGS, agreed=st.booleans())
def test_every_change_is_reported_with_a_reason(asked, flags, agreed):
    result = fitted(judge(*flags, agreed=agreed), *asked)
    told = {change.code: change for change in result.changes}
    kept = {one.point.code: one for one in result.presses}

    assert all(change.reasons and all(change.reasons) for change in result.changes)
    for one in asked:
        change = told.get(one.point.code)
        if change is None:
            assert kept[one.point.code] == one
        elif change.kind is Kind.SWAPPED:
            assert change.instead in kept
        elif change.kind is Kind.LEFT_OUT:
            assert one.point.code not in kept
    assert len(result.presses) + sum(c.kind is Kind.LEFT_OUT for c in result.changes) == len(asked)


@quick
@given(one=presses(), flags=FLAGS)
def test_limits_are_the_least_of_all_and_never_multiplied(one, flags):
    eased, _ = judge(*flags).eased(one)
    limits = [
        rule.max_seconds
        for rule in rules()
        if rule.flag in flags
        and rule.effect == "lighter"
        and rule.covers_point(one.point)
        and rule.max_seconds
    ]

    if eased:
        assert eased.seconds == min([one.seconds, one.point.seconds_max, *limits])
        assert eased.limit == (min(limits) if limits else None)
        assert eased.rounds == one.rounds
        assert eased.spots == one.spots


ORDER = ("allow", "lighter", "out_of_reach", "ask", "avoid")


@quick
@given(one=presses(), fewer=FLAGS, more=FLAGS, agreed=st.booleans())
def test_another_condition_never_makes_a_ruling_milder(one, fewer, more, agreed):
    before = judge(*fewer, agreed=agreed).ruling(one)
    after = judge(*fewer, *more, agreed=agreed).ruling(one)

    assert ORDER.index(after.effect) >= ORDER.index(before.effect)
