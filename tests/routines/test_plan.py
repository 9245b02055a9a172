"""What a day is for: pauses, dated choices, the week."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from routines.plan import Calendar, DayKind, PlannedDay, Span, Weekly
from tests.make import MONDAY
from tests.routines.presses import quick

DAYS = st.integers(-20, 40).map(lambda n: MONDAY + dt.timedelta(days=n))
SPANS = st.builds(
    lambda first, n: Span(first, first + dt.timedelta(days=n)), DAYS, st.integers(0, 9)
)
WEEKS = st.builds(
    lambda routine, weekdays, first, n: Weekly(
        routine, frozenset(weekdays), first, first + dt.timedelta(days=n) if n else None
    ),
    st.integers(1, 3),
    st.sets(st.integers(1, 7), min_size=1),
    DAYS,
    st.integers(0, 30),
)
CALENDARS = st.builds(
    Calendar,
    st.lists(WEEKS, max_size=3),
    st.dictionaries(DAYS, st.none() | st.integers(1, 3), max_size=5),
    st.lists(SPANS, max_size=2),
)


def day(n):
    return MONDAY + dt.timedelta(days=n)


WEEKDAYS = Weekly(7, frozenset({1, 3}), starts_on=MONDAY, ends_on=day(13))


def test_the_week_names_practice_rest_and_free_days():
    calendar = Calendar([WEEKDAYS])

    assert [planned.kind for planned in calendar.between(day(-1), day(3))] == [
        DayKind.FREE, DayKind.PRACTICE, DayKind.REST, DayKind.PRACTICE, DayKind.REST,
    ]  # fmt: skip
    assert calendar.on(MONDAY) == PlannedDay(MONDAY, DayKind.PRACTICE, (7,))
    assert calendar.on(day(13)).kind is DayKind.REST
    assert calendar.on(day(14)).kind is DayKind.FREE


def test_several_routines_of_one_day_stay_in_order():
    other = Weekly(3, frozenset({1}), starts_on=MONDAY)

    assert Calendar([WEEKDAYS, other]).on(MONDAY).routines == (7, 3)


def test_a_dated_choice_beats_the_week_and_leaves_it_alone():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: None, day(1): 5})

    assert calendar.on(MONDAY).kind is DayKind.REST
    assert calendar.on(day(1)).routines == (5,)
    assert calendar.on(day(7)) == Calendar([WEEKDAYS]).on(day(7))


def test_a_pause_beats_both():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: 5}, pauses=[Span(MONDAY, day(1))])

    assert [calendar.on(day(n)).kind for n in (0, 1, 2)] == [
        DayKind.PAUSED, DayKind.PAUSED, DayKind.PRACTICE,
    ]  # fmt: skip


def test_a_pause_without_an_end_goes_on():
    assert Calendar(pauses=[Span(MONDAY)]).on(day(4000)).kind is DayKind.PAUSED
    assert Calendar(pauses=[Span(MONDAY)]).on(day(-1)).kind is DayKind.FREE


def test_between_has_each_day_once_and_nothing_backwards():
    assert [planned.day for planned in Calendar().between(MONDAY, day(2))] == [
        MONDAY,
        day(1),
        day(2),
    ]
    assert Calendar().between(day(1), MONDAY) == []


@quick
@given(calendar=CALENDARS, date=DAYS, chosen=st.none() | st.integers(1, 3))
def test_a_choice_changes_its_own_date_alone(calendar, date, chosen):
    after = Calendar(calendar.weekly, {**calendar.choices, date: chosen}, calendar.pauses)

    for n in range(-20, 40):
        if day(n) != date:
            assert after.on(day(n)) == calendar.on(day(n))
    paused = any(pause.covers(date) for pause in calendar.pauses)
    expected = DayKind.PAUSED if paused else DayKind.REST if chosen is None else DayKind.PRACTICE
    assert after.on(date).kind is expected


@quick
@given(calendar=CALENDARS, date=DAYS)
def test_only_a_day_of_practice_names_routines(calendar, date):
    planned = calendar.on(date)

    assert bool(planned.routines) == (planned.kind is DayKind.PRACTICE)
