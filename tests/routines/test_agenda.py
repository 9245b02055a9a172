"""What a list of days shows: planned, done, moved, each session once."""

import datetime as dt
from dataclasses import dataclass

import pytest

from routines.agenda import agenda
from routines.plan import Calendar, Choice, Span, Weekly
from tests.make import MONDAY
from tests.routines.test_plan import REST, weekly

NAMES = {1: "Desk", 2: "Ball"}


@dataclass
class Practice:
    routine_id: int | None
    local_date: dt.date = MONDAY
    holds_done: int = 4


def day(n):
    return MONDAY + dt.timedelta(days=n)


def shown(calendar, sessions=(), *, today=MONDAY, date=MONDAY):
    return agenda(calendar, NAMES, sessions, first=date, last=date, today=today)[0]


TWICE = Calendar([Weekly(1, MONDAY, times_a_day=2, times=(dt.time(8),))])


def test_each_planned_session_takes_the_first_one_done_of_its_routine():
    morning, other = Practice(1), Practice(2)

    lines = shown(TWICE, [morning, other]).lines

    assert [(line.name, line.time, line.session) for line in lines] == [
        ("Desk", dt.time(8), morning), ("Desk", None, None), ("", None, other),
    ]  # fmt: skip
    assert shown(TWICE, [morning, other]).done == 2


def test_a_session_of_a_routine_that_is_gone_is_still_shown():
    gone = Practice(None)

    assert [line.session for line in shown(Calendar(), [gone]).lines] == [gone]


def test_sessions_stand_on_their_own_days_only():
    days = agenda(TWICE, NAMES, [Practice(1, day(1))], first=MONDAY, last=day(2), today=day(1))

    assert [one.done for one in days] == [0, 1, 0]
    assert [(one.is_over, one.is_today) for one in days] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("calendar", "sessions", "today", "state"),
    [
        (TWICE, [], MONDAY, "planned"),
        (TWICE, [], day(1), "none"),  # over
        (TWICE, [Practice(1)], MONDAY, "practised"),
        (TWICE, [Practice(1, holds_done=0)], MONDAY, "planned"),
        (Calendar(), [], MONDAY, "none"),
        (Calendar(), [Practice(2)], MONDAY, "practised"),
        (Calendar([weekly(1, {2})]), [], MONDAY, "rest"),
        (Calendar([Weekly(1, MONDAY)], {MONDAY: REST}), [], day(3), "rest"),
        (Calendar([Weekly(1, MONDAY)], {MONDAY: Choice(moved_to=day(1))}), [], MONDAY, "moved"),
        (Calendar([Weekly(1, MONDAY)], pauses=[Span(MONDAY)]), [], MONDAY, "paused"),
    ],
)
def test_a_day_has_a_state(calendar, sessions, today, state):
    assert shown(calendar, sessions, today=today).state == state


def test_what_was_moved_says_from_where():
    calendar = Calendar([weekly(1, {1})], {MONDAY: Choice(moved_to=day(1))})

    line = shown(calendar, date=day(1)).lines[0]

    assert (line.name, line.moved_from) == ("Desk", MONDAY)
