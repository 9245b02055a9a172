"""Scores, rhythm and change, each by an example that can be checked by hand."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.measures import (
    CHANGE,
    ITEMS,
    KINDS,
    LOWEST_HIGHEST,
    ROLAND,
    WEEK,
    BadAnswerError,
    change,
    checked,
    due,
    missing,
    next_due,
    score,
)
from journal.roland import STATEMENTS
from tests.make import MONDAY

DAY = dt.timedelta(days=1)
THREE = {"pain": 5, "joy": 4, "doing": 7}


def test_the_week_is_the_mean_of_three():
    assert score(WEEK, THREE) == pytest.approx(16 / 3)
    assert score(WEEK, dict.fromkeys(THREE, 0)) == 0
    assert score(WEEK, dict.fromkeys(THREE, 10)) == 10


@pytest.mark.parametrize("left_out", THREE)
def test_a_week_with_a_gap_has_no_score(left_out):
    answers = {item: number for item, number in THREE.items() if item != left_out}

    assert score(WEEK, answers) is None
    assert missing(WEEK, answers) == [left_out]


def test_the_statements_are_counted():
    assert score(ROLAND, {"1": 1, "7": 1, "24": 1}) == 3
    assert score(ROLAND, {"1": 1, "2": 0}) == 1
    assert score(ROLAND, {}) == 0  # a whole form on which nothing is ticked
    assert score(ROLAND, dict.fromkeys(ITEMS[ROLAND], 1)) == 24
    assert missing(ROLAND, {}) == []


def test_there_are_24_statements_in_order():
    assert tuple(STATEMENTS) == ITEMS[ROLAND]
    assert len({str(text) for text in STATEMENTS.values()}) == 24


def test_the_change_is_its_own_number():
    assert score(CHANGE, {"change": 2}) == 2
    assert score(CHANGE, {}) is None


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        (WEEK, {"pain": 11}),
        (WEEK, {"pain": -1}),
        (WEEK, {"sleep": 3}),
        (ROLAND, {"25": 1}),
        (ROLAND, {"1": 2}),
        (CHANGE, {"change": 0}),
        (CHANGE, {"change": 8}),
    ],
)
def test_an_answer_that_cannot_be_is_refused(kind, answers):
    with pytest.raises(BadAnswerError) as refused:
        checked(kind, answers)

    assert refused.value.item == next(iter(answers))


def test_answers_are_kept_in_order():
    assert list(checked(WEEK, {"doing": 1, "pain": 2})) == ["pain", "doing"]


@given(kind=st.sampled_from(KINDS), numbers=st.data())
def test_a_whole_form_has_a_score_in_its_range(kind, numbers):
    lowest, highest = LOWEST_HIGHEST[kind]
    whole = {item: numbers.draw(st.integers(lowest, highest)) for item in ITEMS[kind]}

    top = 24 if kind == ROLAND else highest
    assert lowest <= score(kind, checked(kind, whole)) <= top


# Change


def since(kind, first, now, days=28):
    return change(kind, (MONDAY, first), (MONDAY + days * DAY, now))


def test_a_change_is_clear_by_points_and_percent_together():
    better = since(ROLAND, 12, 7)
    assert (better.points, round(better.percent), better.is_clear) == (-5, 42, True)
    assert since(ROLAND, 20, 15).is_clear is False  # 5 points, 25 percent
    assert since(ROLAND, 10, 6).is_clear is False  # 40 percent, 4 points
    assert since(ROLAND, 10, 15).is_clear is True  # worse is as clear
    assert since(WEEK, 5, 3.25).is_clear is True
    assert since(WEEK, 5, 3.5).is_clear is False
    assert since(WEEK, 9, 7).is_clear is False  # 2 points, 22 percent


@pytest.mark.parametrize(("kind", "first"), [(ROLAND, 3), (ROLAND, 0), (WEEK, 1.9), (WEEK, 0)])
def test_from_a_low_score_there_are_points_alone(kind, first):
    found = since(kind, first, 9)

    assert (found.points, found.percent, found.is_clear) == (9 - first, None, False)


@pytest.mark.parametrize(("kind", "days", "compared"), [
    (ROLAND, 27, False), (ROLAND, 28, True), (WEEK, 6, False), (WEEK, 7, True), (CHANGE, 99, False),
])  # fmt: skip
def test_scores_too_near_are_not_compared(kind, days, compared):
    assert (since(kind, 6, 5, days) is not None) is compared


# Rhythm


@pytest.mark.parametrize(
    ("newest", "next_one"),
    [(0, 7), (7, 14), (8, 14), (10, 14), (11, 21), (5, 14), (3, 7), (40, 49)],
)
def test_the_week_stays_on_its_weekday(newest, next_one):
    found = next_due(WEEK, first=MONDAY, newest=MONDAY + newest * DAY)

    assert found == MONDAY + next_one * DAY
    assert found.weekday() == MONDAY.weekday()


@given(newest=st.integers(0, 3000))
def test_the_next_week_is_ahead_and_never_far(newest):
    answered = MONDAY + newest * DAY

    ahead = next_due(WEEK, first=MONDAY, newest=answered) - answered
    assert 4 * DAY <= ahead <= 10 * DAY


def test_every_four_weeks_counts_from_the_newest():
    assert next_due(ROLAND, first=MONDAY, newest=MONDAY + 30 * DAY) == MONDAY + 58 * DAY
    assert next_due(ROLAND, first=None, newest=None) is None


def test_nothing_is_due_before_a_day_is_rated():
    assert due({}, began=None, today=MONDAY) == []


def test_the_first_questions_come_at_once_and_the_change_after_four_weeks():
    assert due({}, began=MONDAY, today=MONDAY) == [WEEK, ROLAND]
    assert due({}, began=MONDAY, today=MONDAY + 28 * DAY) == [WEEK, ROLAND, CHANGE]


def test_what_was_answered_is_due_when_its_day_comes():
    days = {WEEK: (MONDAY, MONDAY), ROLAND: (MONDAY, MONDAY)}

    assert due(days, began=MONDAY, today=MONDAY + 6 * DAY) == []
    assert due(days, began=MONDAY, today=MONDAY + 7 * DAY) == [WEEK]
    assert due(days, began=MONDAY, today=MONDAY + 28 * DAY) == [WEEK, ROLAND, CHANGE]
