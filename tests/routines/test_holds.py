"""How a routine unfolds in time, in three lengths."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.holds import (
    FULL_SECONDS,
    SHORT_SECONDS,
    USUAL_SECONDS,
    at_length,
    holds_of,
    minutes,
    planned_seconds,
    snapshot,
    standing_for,
    unfold,
)
from routines.safety import Change, Kind
from tests.routines.presses import PlainPoint, press, quick, routines

LENGTHS = {"short": SHORT_SECONDS, "usual": USUAL_SECONDS, "full": FULL_SECONDS}


def seconds_of(presses):
    return planned_seconds(unfold(presses))


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        ((5, 10, 30), ["short", "usual", "full"]),
        ((5, 8, 8), ["short", "usual", "usual"]),
        ((4, 4, 9), ["usual", "usual", "full"]),
        ((3, 3, 3), ["usual", "usual", "usual"]),
    ],
)
def test_versions_of_the_same_minutes_are_offered_once(told, offered):
    assert list(standing_for(dict(zip(LENGTHS, told, strict=True))).values()) == offered


def test_each_round_goes_through_each_side_and_each_side_through_its_spots():
    holds = unfold([press("SI3", spots=2, rounds=2)])

    assert [(h.round, h.side, h.spot) for h in holds] == [
        (1, "left", 1), (1, "left", 2), (1, "right", 1), (1, "right", 2),
        (2, "left", 1), (2, "left", 2), (2, "right", 1), (2, "right", 2),
    ]  # fmt: skip
    assert {(h.spots, h.rounds, h.seconds, h.code) for h in holds} == {(2, 2, 60, "SI3")}


def test_usual_is_as_written_up_to_twelve_minutes():
    ten_minutes = [press(code) for code in ("BL23", "BL25", "GB34", "GB39", "PC6")]

    assert at_length(ten_minutes, "usual") == tuple(ten_minutes)
    assert seconds_of(ten_minutes) == 600


def test_usual_beyond_twelve_minutes_is_shortened_evenly():
    twenty_minutes = [press(c, seconds=120) for c in ("BL23", "BL25", "GB34", "GB39", "PC6")]

    usual = at_length(twenty_minutes, "usual")

    assert [one.seconds for one in usual] == [70] * 5  # 120 * 720 / 1200 = 72, in whole fives
    assert seconds_of(usual) == 700


def test_short_shortens_holds_and_keeps_every_point_while_it_can():
    short = at_length([press(c) for c in ("BL23", "BL25", "GB34", "GB39", "PC6")], "short")

    assert [one.seconds for one in short] == [30] * 5
    assert seconds_of(short) == 300


def test_short_drops_points_from_the_end_when_holds_cannot_be_shorter():
    six = [press(c, seconds=30) for c in ("BL23", "BL25", "GB34", "GB39", "PC6", "SI3")]

    assert at_length(six, "short") == tuple(six[:5])


def test_short_of_one_long_press_has_fewer_spots_and_rounds():
    long = press("EX-B2", spots=17, rounds=10, seconds=60, tool="ball")

    (short,) = at_length([long], "short")

    assert (short.seconds, short.spots, short.rounds) == (30, 5, 1)
    assert seconds_of([short]) == 300


def test_full_is_three_minutes_a_spot():
    full = at_length([press("BL23"), press("PC6")], "full")

    assert [one.seconds for one in full] == [180, 180]


def test_full_keeps_a_condition_s_limit():
    full = at_length([press("BL23", seconds=45, limit=45)], "full")

    assert [one.seconds for one in full] == [45]


def test_full_is_at_most_thirty_minutes():
    full = at_length([press(c) for c in ("BL23", "BL25", "GB34", "GB39", "PC6", "SI3")], "full")

    assert [one.seconds for one in full] == [150] * 6  # 180 * 1800 / 2160
    assert seconds_of(full) == 1800


@pytest.mark.parametrize("length", LENGTHS)
def test_nothing_stays_nothing(length):
    assert at_length([], length) == ()


@quick
@given(asked=routines(), length=st.sampled_from(list(LENGTHS)), limit=st.none() | st.just(45))
def test_no_length_goes_over_its_minutes_nor_over_a_limit(asked, length, limit):
    presses = [
        replace(one, limit=limit, seconds=min(one.seconds, limit or 300, one.point.seconds_max))
        for one in asked
        if one.point.seconds_max
    ]

    result = at_length(presses, length)

    assert seconds_of(result) <= LENGTHS[length]
    assert bool(result) == bool(presses)
    for before, after in zip(presses, result, strict=False):
        assert after.point == before.point
        assert min(before.seconds, 30) <= after.seconds <= after.longest
        assert after.limit == before.limit


@pytest.mark.parametrize(("seconds", "shown"), [(0, 1), (29, 1), (90, 2), (540, 9), (570, 10)])
def test_minutes_are_whole_and_at_least_one(seconds, shown):
    assert minutes(seconds) == shown


def test_a_snapshot_comes_back_from_json_as_it_was():
    holds = unfold(
        [press("BL23"), press("GV20", point=PlainPoint(code="GV20", sides=("midline",)))]
    )
    changes = (
        Change(Kind.SWAPPED, "BL30", ("One.", "Two."), "BL25"),
        Change(Kind.LEFT_OUT, "SP6", ("Three.",)),
    )

    stored = json.loads(json.dumps(snapshot(holds, changes, rules_version="abc")))

    assert holds_of(stored) == holds
    assert stored["changes"] == json.loads(json.dumps([asdict(one) for one in changes]))
    assert (stored["version"], stored["rules_version"]) == (1, "abc")
