"""Starting programmes and planning days."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from routines import actions
from routines.calendars import calendar_of
from routines.models import DayChoice, Pause, Plan, Programme, Routine
from routines.plan import DayKind
from routines.recurrence import on_weekdays
from tests import make
from tests.make import MONDAY

WEEK = dt.timedelta(weeks=1)
DAY = dt.timedelta(days=1)


def days_of(person, first=MONDAY - WEEK, last=MONDAY + 8 * WEEK):
    calendar, _ = calendar_of(person, first=first, last=last)
    return {day.day: (day.kind, day.routines) for day in calendar.between(first, last)}


def programme(slug="desk"):
    return Programme.objects.get(slug=slug)


def test_a_programme_is_copied_and_planned_daily_for_its_weeks(owner):
    row = actions.adopt_programme(person=owner, programme=programme(), today=MONDAY)

    template = Routine.objects.of_programmes().get(programme__slug="desk")
    ours, theirs = list(row.steps.all()), list(template.steps.all())
    assert [step.point_id for step in ours] == [step.point_id for step in theirs]
    assert {step.pk for step in ours}.isdisjoint(step.pk for step in theirs)
    plan = Plan.objects.kept_by(owner).get()
    assert (plan.routine, plan.weekdays) == (row, [1, 2, 3, 4, 5, 6, 7])
    assert (plan.starts_on, plan.ends_on) == (MONDAY, MONDAY + dt.timedelta(days=41))


def test_a_second_tap_on_start_plans_once(owner):
    first, second = (
        actions.adopt_programme(person=owner, programme=programme(), today=MONDAY) for _ in range(2)
    )

    assert first == second
    assert Routine.objects.kept_by(owner).count() == Plan.objects.count() == 1


def test_a_programme_begun_again_takes_the_copy_that_was_never_changed(owner, stranger):
    def adopt(slug, weeks):
        today = MONDAY + weeks * WEEK
        return actions.adopt_programme(person=owner, programme=programme(slug), today=today)

    actions.adopt_programme(person=stranger, programme=programme(), today=MONDAY)
    first = adopt("desk", 0)
    adopt("ball", 1)
    assert adopt("desk", 2) == first
    assert Routine.objects.kept_by(owner).count() == 2
    assert days_of(owner)[MONDAY + 2 * WEEK] == (DayKind.PRACTICE, (first.pk,))

    first.steps.filter(position=1).update(hold_seconds=37)
    adopt("ball", 3)
    second = adopt("desk", 4)
    assert second != first

    second.archived_on = MONDAY + 4 * WEEK
    second.save()
    adopt("ball", 5)
    assert adopt("desk", 6) not in {first, second}


def test_another_programme_takes_over_today_and_leaves_the_days_before(owner):
    first = actions.adopt_programme(person=owner, programme=programme("desk"), today=MONDAY)
    before = days_of(owner, MONDAY, MONDAY + dt.timedelta(days=6))

    second = actions.adopt_programme(person=owner, programme=programme("ball"), today=MONDAY + WEEK)

    assert days_of(owner, MONDAY, MONDAY + dt.timedelta(days=6)) == before
    assert days_of(owner)[MONDAY + WEEK] == (DayKind.PRACTICE, (second.pk,))
    ended = Plan.objects.kept_by(owner).get(routine=first)
    assert ended.ends_on == MONDAY + dt.timedelta(days=6)


def test_the_first_programme_comes_once_and_only_to_who_has_nothing(owner, stranger):
    own = make.routine(owner=stranger)
    for person in (owner, owner, stranger):
        actions.start_first_programme(person=person, today=MONDAY)

    assert Routine.objects.kept_by(owner).get().programme.slug == "article-set"
    assert list(Routine.objects.kept_by(stranger)) == [own]


def test_changing_the_week_never_changes_the_past(owner):
    plan = make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=MONDAY)
    today = MONDAY + dt.timedelta(days=10)
    before = days_of(owner)

    plan.recurrence = on_weekdays([1])
    actions.plan_days(person=owner, plan=plan, today=today)

    after = days_of(owner)
    assert {d: k for d, k in after.items() if d < today} == {
        d: k for d, k in before.items() if d < today
    }
    assert after[today][0] is DayKind.REST
    assert after[MONDAY + 2 * WEEK][0] is DayKind.PRACTICE
    assert Plan.objects.kept_by(owner).count() == 2


def test_changing_a_plan_of_today_changes_its_row(owner):
    plan = make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=MONDAY)

    plan.recurrence = on_weekdays([2])
    actions.plan_days(person=owner, plan=plan, today=MONDAY)

    assert Plan.objects.kept_by(owner).get().weekdays == [2]


def test_saving_days_leaves_one_plan_of_the_routine_and_no_other_routine_s(owner, stranger):
    routine, other = make.routine(owner=owner), make.routine(owner=owner)
    today = MONDAY + WEEK
    twins = [make.plan(owner=owner, routine=routine, starts_on=MONDAY) for _ in range(3)]
    make.plan(owner=owner, routine=routine, starts_on=today)
    make.plan(owner=owner, routine=routine, starts_on=today + dt.timedelta(days=1))  # travelled
    untouched = make.plan(owner=owner, routine=other), make.plan(owner=stranger, routine=routine)
    over = make.plan(
        owner=owner, routine=routine, starts_on=MONDAY - WEEK, ends_on=MONDAY - dt.timedelta(days=3)
    )

    twins[0].recurrence = on_weekdays([2])
    actions.plan_days(person=owner, plan=twins[0], today=today)

    rows = Plan.objects.kept_by(owner).filter(routine=routine)
    assert [plan.weekdays for plan in rows.touching(today, today + WEEK)] == [[2]]
    assert {plan.ends_on for plan in rows.filter(starts_on=MONDAY)} == {today - dt.timedelta(1)}
    for plan in (*untouched, over):
        ends_on = plan.ends_on
        plan.refresh_from_db()
        assert plan.ends_on == ends_on


def test_a_plan_that_cannot_be_leaves_the_old_one_as_it_was(owner):
    plan = make.plan(owner=owner, routine=make.routine(owner=owner), starts_on=MONDAY)
    plan.recurrence = "FREQ=NEVER"

    with pytest.raises(ValidationError):
        actions.plan_days(person=owner, plan=plan, today=MONDAY + WEEK)

    kept = Plan.objects.kept_by(owner).get()
    assert (kept.weekdays, kept.ends_on) == ([1, 2, 3, 4, 5, 6, 7], None)


def test_a_routine_is_taken_out_of_the_week_from_today_on(owner, stranger):
    row = make.routine(owner=owner)
    make.plan(owner=owner, routine=row, starts_on=MONDAY)
    make.plan(owner=stranger, routine=make.routine(owner=stranger), starts_on=MONDAY)

    actions.unplan_routine(person=owner, routine=row, today=MONDAY + WEEK)

    days = days_of(owner)
    assert days[MONDAY + WEEK - DAY][0] is DayKind.PRACTICE
    assert days[MONDAY + WEEK][0] is DayKind.FREE
    assert days_of(stranger)[MONDAY + WEEK][0] is DayKind.PRACTICE


def choose(person, day, **told):
    chosen = DayChoice(day=day, **told) if told else None
    actions.choose_day(person=person, day=day, chosen=chosen)


def test_a_day_is_chosen_changed_and_given_back_to_the_week(owner, stranger):
    routine = make.routine(owner=owner)
    DayChoice.objects.create(owner=stranger, day=MONDAY)

    def kept(**told):
        choose(owner, MONDAY, **told)
        return list(DayChoice.objects.kept_by(owner).values_list("routine", "reason"))

    assert kept(routine=routine) == [(routine.pk, "")]
    assert kept(routine=None, reason="Unwell") == [(None, "Unwell")]
    assert kept() == []
    assert DayChoice.objects.kept_by(stranger).count() == 1


def test_what_was_moved_to_a_day_goes_on_with_it(owner):
    row = make.routine(owner=owner)
    make.plan(owner=owner, routine=row, weekdays=[1])
    tuesday, friday = MONDAY + DAY, MONDAY + 4 * DAY

    choose(owner, MONDAY, moved_to=tuesday)
    choose(owner, tuesday, moved_to=friday)

    days = days_of(owner)
    kinds = [days[date][0] for date in (MONDAY, tuesday, friday)]
    assert kinds == [DayKind.MOVED, DayKind.MOVED, DayKind.PRACTICE]
    assert days[friday] == (DayKind.PRACTICE, (row.pk,))

    choose(owner, MONDAY)
    assert days_of(owner)[MONDAY] == (DayKind.PRACTICE, (row.pk,))
    assert days_of(owner)[friday][0] is DayKind.REST


@pytest.mark.parametrize("taken", [{"reason": "Unwell"}, {"moved_to": MONDAY + 4 * DAY}])
def test_nothing_is_moved_where_it_would_be_lost(owner, stranger, taken):
    row = make.routine(owner=owner)
    make.plan(owner=owner, routine=row, starts_on=MONDAY)
    choose(stranger, MONDAY + 2 * DAY, **taken)
    choose(owner, MONDAY + DAY, **taken)
    before = days_of(owner)

    with pytest.raises(ValidationError) as refused:
        choose(owner, MONDAY, moved_to=MONDAY + DAY)
    assert list(refused.value.message_dict) == ["to"]
    assert days_of(owner) == before

    choose(owner, MONDAY, moved_to=MONDAY + 2 * DAY)
    assert days_of(owner)[MONDAY + 2 * DAY] == (DayKind.PRACTICE, (row.pk,))


def test_a_session_moves_to_a_day_with_a_routine_of_its_own_choice(owner):
    row, other = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=row, starts_on=MONDAY)
    choose(owner, MONDAY + DAY, routine=other)

    choose(owner, MONDAY, moved_to=MONDAY + DAY)

    assert days_of(owner)[MONDAY + DAY] == (DayKind.PRACTICE, (other.pk, row.pk))


def test_a_chosen_routine_is_moved_as_it_was_chosen(owner):
    row, other = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=row)
    choose(owner, MONDAY, routine=other)

    choose(owner, MONDAY, moved_to=MONDAY + DAY)

    assert days_of(owner)[MONDAY + DAY] == (DayKind.PRACTICE, (row.pk, other.pk))


def test_a_choice_of_what_was_put_away_neither_moves_nor_keeps_anything_away(owner):
    row, other = make.routine(owner=owner), make.routine(owner=owner)
    make.plan(owner=owner, routine=row)
    choose(owner, MONDAY, routine=other)
    choose(owner, MONDAY + DAY, routine=other)
    choose(owner, MONDAY + DAY, moved_to=MONDAY + 4 * DAY)
    other.archived_on = MONDAY
    other.save()

    choose(owner, MONDAY, moved_to=MONDAY + DAY)

    assert days_of(owner)[MONDAY] == (DayKind.MOVED, ())
    assert days_of(owner)[MONDAY + DAY] == (DayKind.PRACTICE, (row.pk,))
    calendar, _ = calendar_of(owner, first=MONDAY, last=MONDAY + WEEK)
    assert len(calendar.on(MONDAY + DAY).slots) == 2
    assert len(calendar.on(MONDAY + 4 * DAY).slots) == 1


def keep_pause(person, first, last=None, pause=None):
    pause = pause or Pause()
    pause.first_day, pause.last_day = first, last
    actions.keep_pause(person=person, pause=pause)
    return pause


def test_days_off_are_kept_changed_and_never_doubled(owner, stranger):
    keep_pause(stranger, MONDAY)
    pause = keep_pause(owner, MONDAY, MONDAY + WEEK)

    for first, last in ((MONDAY + WEEK, None), (MONDAY - WEEK, MONDAY), (MONDAY, MONDAY)):
        with pytest.raises(ValidationError, match="in a pause you have"):
            keep_pause(owner, first, last)
    keep_pause(owner, MONDAY, MONDAY + 2 * WEEK, pause=pause)

    assert Pause.objects.kept_by(owner).get().last_day == MONDAY + 2 * WEEK
    assert Pause.objects.count() == 2


def test_a_pause_ends_yesterday_and_one_to_come_is_taken_back(owner):
    running = keep_pause(owner, MONDAY, MONDAY + WEEK)
    to_come = keep_pause(owner, MONDAY + 3 * WEEK)

    for pause in (running, to_come):
        actions.end_pause(person=owner, pause=pause, today=MONDAY + 2 * DAY)

    assert Pause.objects.get().last_day == MONDAY + DAY


def test_a_pause_that_is_over_stays_as_it_was(owner):
    over = keep_pause(owner, MONDAY, MONDAY + DAY)
    keep_pause(owner, MONDAY + 3 * DAY, MONDAY + 5 * DAY)
    before = list(Pause.objects.values_list("first_day", "last_day"))

    for today in (MONDAY + 2 * DAY, MONDAY + WEEK):
        actions.end_pause(person=owner, pause=over, today=today)

    assert list(Pause.objects.values_list("first_day", "last_day")) == before


def test_a_pause_read_before_it_was_changed_ends_as_it_stands_now(owner, stranger):
    stale = keep_pause(owner, MONDAY)
    keep_pause(owner, MONDAY + 3 * DAY, MONDAY + WEEK, pause=Pause.objects.get())
    theirs = keep_pause(stranger, MONDAY)

    for pause in (stale, stale, theirs):
        actions.end_pause(person=owner, pause=pause, today=MONDAY + 2 * DAY)

    assert list(Pause.objects.all()) == [theirs]
    assert Pause.objects.get().last_day is None
