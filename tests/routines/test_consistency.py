"""Regularity over 28 days, in a way that forgives."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.consistency import DayState, days_in_words, last_28_days
from routines.plan import Calendar, Choice, Span, Weekly
from tests.make import MONDAY
from tests.routines.presses import quick
from tests.routines.test_plan import CALENDARS, DAYS, REST, weekly

TODAY = MONDAY + dt.timedelta(days=27)
DAILY = Weekly(1, MONDAY)
PRACTISED = st.sets(DAYS)


def day(n):
    return MONDAY + dt.timedelta(days=n)


def seen(calendar, practised=(), today=TODAY, last=None):
    result = last_28_days(calendar, practised=practised, today=today, last=last)
    return result.practised, result.planned


def share(calendar, practised):
    done, planned = seen(calendar, practised)
    return Fraction(done, planned) if planned else Fraction(1)


NO_DAYS = Calendar()
EVERY_DAY = Calendar([DAILY])
WEEKDAYS = Calendar([weekly(1, {1, 2, 3, 4, 5})])


@pytest.mark.parametrize(
    ("calendar", "practised", "expected"),
    [
        (NO_DAYS, [], (0, 0)),
        (NO_DAYS, [day(3)], (1, 1)),  # practice without a plan counts, and asks for no more
        (EVERY_DAY, [], (0, 27)),  # today is not over
        (EVERY_DAY, [TODAY], (1, 28)),
        (EVERY_DAY, [day(n) for n in range(28)], (28, 28)),
        (EVERY_DAY, [day(-1)], (0, 27)),  # before the window
        (EVERY_DAY, [day(28)], (0, 27)),  # another zone's tomorrow
        (WEEKDAYS, [], (0, 20)),  # today is a Sunday of rest
        (WEEKDAYS, [day(5)], (1, 21)),  # a Saturday beyond the plan
        (Calendar([DAILY], pauses=[Span(day(7), day(13))]), [], (0, 20)),
        (Calendar([DAILY], pauses=[Span(day(7), day(13))]), [day(8)], (1, 21)),
        (Calendar([DAILY], choices={day(2): REST}), [], (0, 26)),
        (Calendar([weekly(1, {1}, day(20))]), [], (0, 1)),
        (Calendar([Weekly(1, TODAY)]), [], (0, 0)),  # planned today
        (Calendar([DAILY], pauses=[Span(MONDAY)]), [], (0, 0)),
        (Calendar([DAILY], choices={day(2): Choice(moved_to=day(3))}), [], (0, 26)),
        (Calendar([weekly(1, {1})], choices={MONDAY: Choice(moved_to=day(1))}), [day(1)], (1, 4)),
        # practised on the day it was moved from after all: the other day asks for nothing
        (Calendar([weekly(1, {1})], choices={MONDAY: Choice(moved_to=day(1))}), [MONDAY], (1, 4)),
        (Calendar([Weekly(1, MONDAY, times_a_day=3)]), [day(1)], (1, 27)),  # one of three will do
    ],
)
def test_practised_and_planned_days_of_a_calendar(calendar, practised, expected):
    assert seen(calendar, practised) == expected


def test_each_of_the_28_days_has_its_state():
    calendar = Calendar([WEEKDAYS.weekly[0]], pauses=[Span(day(7), day(8))])

    days = dict(last_28_days(calendar, practised={day(0)}, today=TODAY).days)

    assert list(days) == [day(n) for n in range(28)]
    assert (days[day(0)], days[day(1)], days[day(5)], days[day(7)], days[TODAY]) == (
        DayState.PRACTISED, DayState.NONE, DayState.REST, DayState.PAUSED, DayState.TODAY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("practised", "counted"), [([], (0, 28)), ([TODAY], (1, 28)), ([day(28)], (0, 28))]
)
def test_the_last_day_counts_once_it_is_over(practised, counted):
    assert seen(EVERY_DAY, practised, today=day(34), last=TODAY) == counted


def test_days_that_are_over_have_no_today():
    found = last_28_days(EVERY_DAY, practised=[day(3)], today=day(28), last=TODAY)

    assert [date for date, _ in found.days] == [day(n) for n in range(28)]
    states = [DayState.NONE] * 28
    states[3] = DayState.PRACTISED
    assert [state for _, state in found.days] == states


@quick
@given(calendar=CALENDARS, practised=PRACTISED, later=st.integers(1, 60))
def test_only_the_last_day_is_told_otherwise_once_it_is_over(calendar, practised, later):
    then = last_28_days(calendar, practised=practised, today=TODAY)
    now = last_28_days(calendar, practised=practised, today=day(27 + later), last=TODAY)

    assert now.days[:-1] == then.days[:-1]
    assert now.practised == then.practised
    asks = TODAY not in practised and any(
        slot.moved_from not in practised for slot in calendar.on(TODAY).slots
    )
    assert now.planned == then.planned + asks


@quick
@given(calendar=CALENDARS, practised=PRACTISED)
def test_practised_is_never_negative_nor_more_than_planned(calendar, practised):
    done, planned = seen(calendar, practised)

    assert 0 <= done <= planned <= 28


@quick
@given(calendar=CALENDARS, practised=PRACTISED)
def test_it_is_what_a_reader_counts_by_hand_from_the_days(calendar, practised):
    days = [day(n) for n in range(28)]
    done = [date for date in days if date in practised]
    asked = [
        date
        for date in days
        if date != TODAY
        and date not in practised
        and any(slot.moved_from not in practised for slot in calendar.on(date).slots)
    ]

    assert seen(calendar, practised) == (len(done), len(done) + len(asked))


@quick
@given(calendar=CALENDARS, practised=PRACTISED, rest=DAYS)
def test_a_planned_rest_never_lowers_it(calendar, practised, rest):
    rested = Calendar(calendar.weekly, {**calendar.choices, rest: REST}, calendar.pauses)

    assert share(rested, practised) >= share(calendar, practised)


@quick
@given(calendar=CALENDARS, practised=PRACTISED, first=DAYS, days=st.integers(0, 20))
def test_a_pause_never_lowers_it(calendar, practised, first, days):
    pause = Span(first, first + dt.timedelta(days=days))
    paused = Calendar(calendar.weekly, calendar.choices, [*calendar.pauses, pause])

    assert share(paused, practised) >= share(calendar, practised)


@quick
@given(calendar=CALENDARS, practised=PRACTISED, older=DAYS)
def test_one_more_session_never_lowers_it(calendar, practised, older):
    assert share(calendar, practised | {older}) >= share(calendar, practised)
    assert seen(calendar, practised | {older})[0] >= seen(calendar, practised)[0]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (["none", "today"], "2 days, oldest first: no session 1, today still open"),
        (["practised"], "1 day, oldest first: practised 1"),
        (
            ["rest", "practised", "practised", "paused", "practised"],
            "5 days, oldest first: planned rest 1, practised 2, paused 1, practised 1",
        ),
    ],
)
def test_the_days_are_told_by_runs(states, words):
    assert days_in_words(map(DayState, states)) == words
