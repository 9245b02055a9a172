"""The next-day comparison, on histories whose truth is known."""

import datetime as dt
import random
from functools import partial
from math import exp, inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal import association
from journal.association import Counts, Shortage, count, shortages
from journal.looks import looks

LEVEL = 0.0221
associate = partial(association.associate, level=LEVEL)


def carried_over(days, *, seed, rho=0.6, sd=1.5):
    """Pain of neighbouring days that depends on the day before and on nothing else."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    level, pain = chance.gauss(0, sd), []
    for _day in range(days):
        level = rho * level + chance.gauss(0, sd * (1 - rho**2) ** 0.5)
        pain.append(5 + level)
    return pain


def by_coin(days, *, seed, share=0.5):
    chance = random.Random(f"sessions {seed}")  # noqa: S311 - a simulation
    return [chance.random() < share for _day in range(days)]


def test_count_takes_only_days_whose_next_day_is_rated_too():
    pain = [4.0, 5.0, None, 3.0, 3.0, 2.0, None]
    practised = [True, False, True, False, True, True, True]

    assert count(pain, practised) == Counts(pairs=3, practised=2, rated_percent=71)


def test_count_of_nothing_is_nothing():
    assert count([], []) == Counts(pairs=0, practised=0, rated_percent=0)


def test_days_left_out_at_the_end_are_days_left_out():
    pain = [None] * 20 + [4.0] * 50 + [None] * 130

    assert count(pain, [True] * 200) == Counts(pairs=49, practised=49, rated_percent=27)


def test_shortages_name_everything_that_is_missing():
    assert shortages(Counts(pairs=30, practised=21, rated_percent=60)) == [
        Shortage("without", 9, 12),
        Shortage("pairs", 30, 42),
        Shortage("rated", 60, 70),
    ]


def test_shortages_of_exactly_enough_days_are_none():
    assert shortages(Counts(pairs=42, practised=12, rated_percent=70)) == []


def test_sessions_every_day_are_refused_for_want_of_days_without():
    pain = carried_over(80, seed=1)

    assert shortages(count(pain, [True] * 80)) == [Shortage("without", 0, 12)]
    with pytest.raises(ValueError, match="Too few"):
        associate(pain, [True] * 80)


def test_forty_per_cent_missing_days_are_refused():
    chance = random.Random(5)  # noqa: S311 - a simulation
    pain = [level if chance.random() < 0.6 else None for level in carried_over(200, seed=5)]

    missing = shortages(count(pain, by_coin(200, seed=5)))

    assert [shortage.what for shortage in missing] == ["rated"]


@pytest.mark.parametrize("days", range(77, 85))
def test_constant_pain_gives_no_difference_and_no_crash(days):
    found = associate([4.0] * days, by_coin(days, seed=2))

    assert found.difference == pytest.approx(0)
    assert found.p == 1
    assert found.could_be_chance


def test_a_built_in_difference_is_found():
    pain, practised = [5.0], by_coin(120, seed=3)
    noise = carried_over(120, seed=4, rho=0, sd=0.3)
    for day in range(119):
        pain.append(5 + 0.5 * (pain[-1] - 5) - 1.0 * practised[day] + noise[day] - 5)

    found = associate(pain, practised)

    assert found.difference == pytest.approx(-1.0, abs=0.15)
    assert found.low < -1.0 < found.high < 0
    assert not found.could_be_chance


def test_pressing_when_it_hurts_does_not_look_like_harm():
    pain = carried_over(400, seed=7)
    chance = random.Random(8)  # noqa: S311 - a simulation
    practised = [chance.random() < (0.9 if level > 5.5 else 0.15) for level in pain]
    after = [pain[day + 1] for day in range(399) if practised[day]]
    rest = [pain[day + 1] for day in range(399) if not practised[day]]

    unadjusted = sum(after) / len(after) - sum(rest) / len(rest)
    found = associate(pain, practised)

    assert unadjusted > 0.5
    assert abs(found.difference) < 0.3


def test_noise_is_called_a_difference_in_about_one_of_twenty_histories():
    histories = 500
    called = sum(
        associate(carried_over(56, seed=seed), by_coin(56, seed=seed)).p < 0.05
        for seed in range(histories)
    )

    assert 0.03 <= called / histories <= 0.08


def driven(pain, *, seed):
    chance = random.Random(f"driven {seed}")  # noqa: S311 - a simulation
    return [chance.random() < 1 / (1 + exp(-0.8 * (level - 5))) for level in pain]


@pytest.mark.parametrize("reason", ["coin", "pain"])
def test_all_looks_of_half_a_year_together_call_noise_a_difference_in_few_histories(reason):
    histories, began = 200, dt.date(2026, 1, 1)
    called = 0
    for seed in range(histories):
        pain = carried_over(182, seed=seed)
        practised = by_coin(182, seed=seed) if reason == "coin" else driven(pain, seed=seed)
        for day in (42, 84, 168):
            level = looks(began, began + dt.timedelta(days=day)).level
            seen = pain[: day + 1], practised[: day + 1]
            if not shortages(count(*seen)) and association.associate(*seen, level=level).is_told:
                called += 1
                break

    assert called / histories <= 0.06


@pytest.mark.parametrize(("days", "is_too_short"), [(43, True), (62, True), (63, False)])
def test_few_days_can_never_speak_against_chance(days, is_too_short):
    found = associate(carried_over(days, seed=11), by_coin(days, seed=11))

    assert found.is_too_short == is_too_short
    assert found.is_bounded or is_too_short


@pytest.mark.parametrize("days", [85, 169, 182])
def test_a_habit_that_repeats_every_week_leaves_the_range_without_an_end(days):
    found = associate(carried_over(days, seed=9), [day % 7 < 5 for day in range(days)])

    assert (found.low, found.high) == (-inf, inf)
    assert not found.is_bounded


def test_the_same_days_give_the_same_answer():
    pain, practised = carried_over(90, seed=10), by_coin(90, seed=10)

    assert associate(pain, practised) == associate(pain, practised)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(60, 110), st.floats(-2, 2))
def test_the_range_holds_its_middle_and_says_the_same_as_the_test(seed, days, effect):
    practised = by_coin(days, seed=seed)
    pain = carried_over(days, seed=seed)
    pain = [level + effect * (day > 0 and practised[day - 1]) for day, level in enumerate(pain)]
    if shortages(count(pain, practised)):
        return

    found = associate(pain, practised)

    assert found.low <= found.difference <= found.high
    assert 0 < found.p <= 1
    assert found.could_be_chance == (found.p >= LEVEL)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.floats(-20, 20))
def test_a_shift_of_the_whole_scale_changes_nothing(seed, shift):
    pain, practised = carried_over(70, seed=seed), by_coin(70, seed=seed)

    here, there = associate(pain, practised), associate([y + shift for y in pain], practised)

    assert there.difference == pytest.approx(here.difference, abs=1e-6)
    assert there.p == pytest.approx(here.p)
