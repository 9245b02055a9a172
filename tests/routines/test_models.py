"""The promises that the database keeps about routines."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from routines.models import (
    DayChoice,
    Pause,
    Plan,
    Preferences,
    Routine,
    Session,
    SessionEvent,
    Step,
)
from routines.models.person import validate_zone
from tests import make
from tests.make import MONDAY
from tests.routines.rows import NOW

NEXT = MONDAY + dt.timedelta(days=1)


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


@pytest.mark.parametrize("seconds", [4, 301])
def test_a_hold_is_5_to_300_seconds(owner, seconds):
    make.routine(owner=owner)

    refused(lambda: Step.objects.filter(routine__owner=owner).update(hold_seconds=seconds))


@pytest.mark.parametrize(
    "wrong", [{"rounds": 0}, {"rounds": 11}, {"spots": 0}, {"spots": 18}, {"side": "up"}]
)
def test_a_step_is_within_its_ranges(owner, wrong):
    make.routine(owner=owner)

    refused(lambda: Step.objects.filter(routine__owner=owner).update(**wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pain_before": 11}, {"pain_after": 11}, {"finished_at": make.at(MONDAY, 1)},
        {"pressed_seconds": -1},
    ],
)  # fmt: skip
def test_a_session_is_within_its_ranges(owner, wrong):
    make.practice(owner=owner)

    refused(lambda: Session.objects.update(**wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pressed_seconds": 601}, {"kind": "jump"}, {"hold": -1},
        {"kind": "pause", "pressed_seconds": 1}, {"kind": "resume", "reason": "sore"},
        {"kind": "finish", "feel": "good"},
    ],
)  # fmt: skip
def test_an_event_is_within_its_ranges(owner, wrong):
    usual = {"kind": "hold", "hold": 0, "happened_at": NOW.at, "received_at": NOW.at}
    session = make.practice(owner=owner)

    refused(lambda: SessionEvent.objects.create(session=session, **(usual | wrong)))


def test_a_plan_follows_a_rule_and_ends_after_it_starts(owner):
    plan = make.plan(owner=owner, routine=make.routine(owner=owner))

    for wrong in (
        {"recurrence": ""},
        {"recurrence": "FREQ=WEEKLY"},
        {"recurrence": "FREQ=YEARLY"},
        {"recurrence": "FREQ=DAILY;COUNT=3"},
        {"times_a_day": 0},
        {"times_a_day": 7},
        {"times": [dt.time(8), dt.time(9)]},
        {"ends_on": MONDAY.replace(year=2020)},
    ):
        refused(lambda wrong=wrong: Plan.objects.filter(pk=plan.pk).update(**wrong))


def test_a_day_has_one_choice_and_a_pause_ends_after_it_starts(owner):
    DayChoice.objects.create(owner=owner, day=MONDAY)

    refused(lambda: DayChoice.objects.create(owner=owner, day=MONDAY))
    refused(lambda: DayChoice.objects.create(owner=owner, day=NEXT, moved_to=NEXT))
    refused(
        lambda: Pause.objects.create(
            owner=owner, first_day=MONDAY, last_day=MONDAY.replace(year=2020)
        )
    )


@pytest.mark.django_db
def test_a_routine_belongs_to_someone():
    with pytest.raises(ValidationError, match="belongs"):
        Routine(name="Nobody's").validate_constraints()


@pytest.mark.parametrize("country", ["pl", "POL", "P", "ŁÓ"])
def test_a_country_is_two_capitals(owner, country):
    with pytest.raises(ValidationError):
        Preferences(owner=owner, country=country).full_clean()


@pytest.mark.parametrize("zone", ["", "Mars", "\0", "x" * 100])
def test_a_zone_is_one_of_the_list(zone):
    with pytest.raises(ValidationError, match="from the list"):
        validate_zone(zone)


def test_the_same_session_key_twice_is_refused_by_the_database(owner):
    session = make.practice(owner=owner)

    refused(lambda: make.practice(owner=owner, key=session.key))


def test_rows_say_what_they_are(owner):
    routine = make.routine(owner=owner)
    plan = make.plan(owner=owner, routine=routine)
    pause = Pause(first_day=MONDAY)

    assert str(routine) == "Low back at the desk"
    assert str(plan) == f"{routine.pk}: FREQ=DAILY"
    assert str(pause) == "2026-11-16 to ..."
    assert str(make.practice(owner=owner)) == "Low back at the desk on 2026-11-16"
    assert str(DayChoice(day=MONDAY)) == "2026-11-16: rest"
    moved = DayChoice(day=MONDAY, moved_to=NEXT)
    assert str(moved) == "2026-11-16: moved to 2026-11-17"
