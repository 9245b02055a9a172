"""A fair test whose routine is put away, and taken back, while it goes on."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone

from journal.models import FairTest
from journal.testing import Asked, begin_fair_test, stop_fair_test
from routines.actions import put_away, take_back
from routines.calendars import calendar_of
from routines.local_time import Moment
from routines.models import DayChoice
from tests import make

ASKED = Asked(question="Is it lower?", pairs=6, threshold=1)


@pytest.fixture
def routine(owner):
    make.screening(owner=owner)
    return make.routine(owner=owner)


@pytest.fixture
def test(owner, routine):
    now = Moment(timezone.now(), make.WARSAW)
    return begin_fair_test(person=owner, key=uuid4(), asked=ASKED, routine=routine, now=now)


def asked(owner, test):
    """Return the days of a test that ask for a session."""
    calendar, _ = calendar_of(owner, first=test.starts_on, last=test.last_day)
    return {day.day for day in calendar.between(test.starts_on, test.last_day) if day.slots}


def test_a_routine_that_was_put_away_is_asked_for_no_more_and_the_order_stands(
    owner, routine, test
):
    rested, back = test.starts_on + dt.timedelta(weeks=2), test.starts_on + dt.timedelta(weeks=4)
    laid = {
        week.first + dt.timedelta(days=n) for week in test.weeks if week.is_on for n in range(7)
    }
    assert asked(owner, test) == laid

    put_away(person=owner, routine=routine, today=rested)
    assert asked(owner, test) == {day for day in laid if day < rested}

    take_back(person=owner, routine=routine, today=back)
    assert asked(owner, test) == {day for day in laid if not rested <= day < back}
    assert FairTest.objects.get().order == test.order


def test_stopped_while_its_routine_is_put_away_it_gives_every_day_back(owner, routine, test):
    put_away(person=owner, routine=routine, today=test.starts_on)

    stop_fair_test(person=owner, test=test, today=test.starts_on)

    assert not DayChoice.objects.kept_by(owner).exists()
