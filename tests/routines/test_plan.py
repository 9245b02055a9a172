"""What a day is for: pauses, dated choices, the week."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from routines.plan import (
    Calendar,
    Choice,
    DayKind,
    PlannedDay,
    Slot,
    Span,
    Weekly,
    days_to_move_to,
)
from routines.recurrence import every, on_weekdays
from tests.make import MONDAY
from tests.routines.presses import quick

DAYS = st.integers(-20, 40).map(lambda n: MONDAY + dt.timedelta(days=n))
SPANS = st.builds(
    lambda first, n: Span(first, first + dt.timedelta(days=n)), DAYS, st.integers(0, 9)
)
RULES = st.one_of(
    st.sets(st.integers(1, 7), min_size=1).map(on_weekdays), st.integers(1, 9).map(every)
)
WEEKS = st.builds(
    lambda routine, rule, first, n, times: Weekly(
        routine, first, first + dt.timedelta(days=n) if n else None, rule, times_a_day=times
    ),
    st.integers(1, 3),
    RULES,
    DAYS,
    st.integers(0, 30),
    st.integers(1, 3),
)
REST = Choice()


@st.composite
def dated_choices(draw):
    """Choices for single dates; what is moved goes to a later day."""
    days = draw(st.sets(DAYS, max_size=5))
    return {date: draw(choices_for(date)) for date in days}


def choices_for(date):
    moved = st.integers(1, 14).map(lambda n: Choice(moved_to=date + dt.timedelta(days=n)))
    return st.just(REST) | st.builds(Choice, st.integers(1, 3)) | moved


CALENDARS = st.builds(
    Calendar, st.lists(WEEKS, max_size=3), dated_choices(), st.lists(SPANS, max_size=2)
)


def day(n):
    return MONDAY + dt.timedelta(days=n)


def weekly(routine, weekdays, starts_on=MONDAY, ends_on=None, **extra):
    return Weekly(routine, starts_on, ends_on, on_weekdays(weekdays), **extra)


WEEKDAYS = weekly(7, {1, 3}, ends_on=day(13))


def test_the_week_names_practice_rest_and_free_days():
    calendar = Calendar([WEEKDAYS])

    assert [planned.kind for planned in calendar.between(day(-1), day(3))] == [
        DayKind.FREE, DayKind.PRACTICE, DayKind.REST, DayKind.PRACTICE, DayKind.REST,
    ]  # fmt: skip
    assert calendar.on(MONDAY) == PlannedDay(MONDAY, DayKind.PRACTICE, (Slot(7),))
    assert calendar.on(day(13)).kind is DayKind.REST
    assert calendar.on(day(14)).kind is DayKind.FREE


def test_several_routines_of_one_day_stay_in_order():
    other = weekly(3, {1})

    assert Calendar([WEEKDAYS, other]).on(MONDAY).routines == (7, 3)


def test_a_dated_choice_beats_the_week_and_leaves_it_alone():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: REST, day(1): Choice(5)})

    assert calendar.on(MONDAY).kind is DayKind.REST
    assert calendar.on(day(1)).routines == (5,)
    assert calendar.on(day(7)) == Calendar([WEEKDAYS]).on(day(7))


def test_a_pause_beats_both():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: Choice(5)}, pauses=[Span(MONDAY, day(1))])

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


def test_sessions_of_a_day_have_their_times_and_the_others_any():
    clocks = (dt.time(8), dt.time(20, 30))
    calendar = Calendar([weekly(7, {1}, times_a_day=3, times=clocks)])

    assert calendar.on(MONDAY).slots == (Slot(7, clocks[0]), Slot(7, clocks[1]), Slot(7))
    assert calendar.on(MONDAY).routines == (7,)


def test_a_moved_day_gives_its_sessions_to_another_and_leaves_the_week_alone():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: Choice(moved_to=day(1))})

    assert calendar.on(MONDAY).kind is DayKind.MOVED
    assert calendar.on(day(1)).slots == (Slot(7, moved_from=MONDAY),)
    assert calendar.on(day(7)) == Calendar([WEEKDAYS]).on(day(7))


def test_what_is_moved_keeps_its_time_of_day():
    evening = dt.time(18, 30)
    calendar = Calendar(
        [weekly(7, {1}, times_a_day=2, times=(evening,))], choices={MONDAY: Choice(moved_to=day(1))}
    )

    assert calendar.on(day(1)).slots == (
        Slot(7, evening, moved_from=MONDAY),
        Slot(7, moved_from=MONDAY),
    )


def test_what_is_moved_to_a_day_of_the_plan_comes_beside_it():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: Choice(moved_to=day(2))})

    assert calendar.on(day(2)).slots == (Slot(7), Slot(7, moved_from=MONDAY))


def test_a_chosen_routine_that_is_moved_goes_along_in_place_of_the_week():
    calendar = Calendar([WEEKDAYS], choices={MONDAY: Choice(5, moved_to=day(1))})

    assert calendar.on(day(1)).slots == (Slot(5, moved_from=MONDAY),)


def test_a_rest_and_a_pause_beat_what_was_moved_to_them():
    moved = {MONDAY: Choice(moved_to=day(1))}

    assert Calendar([WEEKDAYS], moved | {day(1): REST}).on(day(1)).kind is DayKind.REST
    paused = Calendar([WEEKDAYS], moved, [Span(day(1), day(1))])
    assert paused.on(day(1)).kind is DayKind.PAUSED


def test_a_day_off_asks_for_nothing_and_still_tells_what_was_chosen_for_it():
    choices = {MONDAY: Choice(moved_to=day(1)), day(1): Choice(5), day(2): REST}
    off = Calendar([WEEKDAYS], choices, [Span(day(1), day(2))])

    assert off.on(day(1)).slots == ()
    assert off.on(day(1)).held == (Slot(5), Slot(7, moved_from=MONDAY))
    assert off.on(day(2)).held == ()  # of the week and of a rest there is nothing to tell
    gone = Calendar([WEEKDAYS], {day(1): Choice(5, moved_to=day(3))}, [Span(day(1))])
    assert gone.on(day(1)).held == ()
    assert gone.on(day(3)).held == (Slot(5, moved_from=day(1)),)


def test_a_day_can_move_to_the_later_days_that_are_not_off():
    calendar = Calendar(pauses=[Span(day(-3), day(1)), Span(day(3), day(3))])

    assert days_to_move_to(MONDAY, calendar, within=5) == [day(2), day(4), day(5)]
    assert days_to_move_to(MONDAY, Calendar(pauses=[Span(MONDAY)]), within=14) == []


def test_a_day_can_move_to_no_day_of_rest_and_none_that_is_moved_itself():
    choices = {
        day(1): REST,
        day(2): Choice(5),
        day(3): Choice(5, day(9)),
        day(4): Choice(None, day(9)),
    }
    calendar = Calendar([WEEKDAYS], choices)

    assert days_to_move_to(MONDAY, calendar, within=6) == [day(2), day(5), day(6)]


def test_what_was_moved_is_asked_for_until_its_routine_was_put_away():
    moved = {MONDAY: Choice(moved_to=day(3)), day(2): Choice(5, moved_to=day(3))}

    def asked(put_away):
        calendar = Calendar([WEEKDAYS], moved, put_away=put_away)
        return [slot.routine for slot in calendar.on(day(3)).slots]

    assert asked({7: day(4), 5: day(4)}) == [7, 5]
    assert asked({7: day(3), 5: day(4)}) == [5]
    assert asked({7: day(2), 5: day(1)}) == []


def test_two_pauses_meet_where_they_share_a_day():
    week = Span(MONDAY, day(6))

    assert week.meets(Span(day(6), day(9)))
    assert week.meets(Span(day(-9)))
    assert Span(MONDAY).meets(Span(day(4000)))
    assert not week.meets(Span(day(7)))
    assert not week.meets(Span(day(-9), day(-1)))


@quick
@given(calendar=CALENDARS, date=DAYS, chosen=st.none() | st.integers(1, 3))
def test_a_choice_changes_its_own_date_alone(calendar, date, chosen):
    """Where nothing is moved from or to it, which is what moving is for."""
    kept = {day: one for day, one in calendar.choices.items() if not one.moved_to and day != date}
    before = Calendar(calendar.weekly, kept, calendar.pauses)
    after = Calendar(calendar.weekly, {**kept, date: Choice(chosen)}, calendar.pauses)

    for n in range(-20, 40):
        if day(n) != date:
            assert after.on(day(n)) == before.on(day(n))
    paused = any(pause.covers(date) for pause in calendar.pauses)
    expected = DayKind.PAUSED if paused else DayKind.REST if chosen is None else DayKind.PRACTICE
    assert after.on(date).kind is expected


@quick
@given(calendar=CALENDARS, date=DAYS)
def test_only_a_day_of_practice_names_routines(calendar, date):
    planned = calendar.on(date)

    assert bool(planned.routines) == (planned.kind is DayKind.PRACTICE)


@quick
@given(calendar=CALENDARS, date=DAYS, n=st.integers(1, 14))
def test_what_is_moved_is_planned_or_held_on_its_new_day_unless_that_is_a_rest(calendar, date, n):
    to = date + dt.timedelta(days=n)
    choices = {day: one for day, one in calendar.choices.items() if day not in {date, to}}
    moved = Calendar(calendar.weekly, {**choices, date: Choice(2, to)}, calendar.pauses).on(to)

    assert Slot(2, moved_from=date) in moved.slots + moved.held


@quick
@given(calendar=CALENDARS, date=DAYS)
def test_no_day_that_a_session_can_move_to_loses_it(calendar, date):
    for to in days_to_move_to(date, calendar, within=14):
        choices = {**calendar.choices, date: Choice(2, to)}
        moved = Calendar(calendar.weekly, choices, calendar.pauses).on(to)
        assert Slot(2, moved_from=date) in moved.slots


@quick
@given(weekly=WEEKS, date=DAYS, n=st.integers(1, 14))
def test_moving_a_day_keeps_the_number_of_sessions(weekly, date, n):
    def sessions(calendar):
        return sum(len(planned.slots) for planned in calendar.between(day(-20), day(60)))

    moved = {date: Choice(moved_to=date + dt.timedelta(days=n))}

    assert sessions(Calendar([weekly], moved)) == sessions(Calendar([weekly]))
