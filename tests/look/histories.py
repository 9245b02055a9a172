"""Makes what a chart has to hold: a day, two, all equal, full of gaps, a fair test."""

import datetime as dt
import secrets
from uuid import uuid4

from django.contrib.auth.models import User

from journal.models import FairTest
from journal.testing import Asked, begin_fair_test, stop_fair_test
from routines.local_time import Moment
from routines.models import Routine
from tests import make

DAY = dt.timedelta(days=1)


def with_days(person: User, now: Moment, *, days: int) -> User:
    """Give a person one rating on each of the last days, falling, and a session yesterday."""
    for n in range(days):
        make.entry(owner=person, day=now.today - (n + 1) * DAY, intensity=6 - n)
    make.practice(owner=person, day=now.today - DAY, pain_before=6, pain_after=5)
    return person


def with_equal_days(person: User, now: Moment) -> User:
    """Give a person twelve weeks in which no number ever differs."""
    for n in range(1, 85):
        make.entry(owner=person, day=now.today - n * DAY, intensity=5)
        if n % 2:
            make.practice(owner=person, day=now.today - n * DAY, pain_before=5, pain_after=5)
    return person


def with_gaps(person: User, now: Moment) -> User:
    """Give a person half a year of which every third fortnight is empty, with events around."""
    for n in range(1, 183):
        day = now.today - n * DAY
        if n // 14 % 3 != 1 and n % 5:
            make.entry(owner=person, day=day, intensity=(n * 7) % 11)
        if n // 14 % 3 and n % 3 == 0:
            make.practice(owner=person, day=day, pain_before=n % 11, pain_after=n % 8)
    make.pause(owner=person, first_day=now.today - 30 * DAY, last_day=now.today - 20 * DAY)
    make.event(owner=person, day=now.today - 60 * DAY, kind="travel", days=9)
    make.event(owner=person, day=now.today - 10 * DAY)
    make.flare(owner=person, day=now.today - 80 * DAY, days=6)
    return person


def in_a_spell(person: User, now: Moment) -> User:
    """Give a person a bad spell that goes on."""
    with_days(person, now, days=3)
    make.flare(owner=person, day=now.today - 2 * DAY)
    return person


def with_fair_test(person: User, now: Moment, *, weeks: int, stops: bool = False) -> User:
    """Let a person have drawn a fair test some weeks ago, and stop it today or not."""
    then = Moment(now.at - dt.timedelta(weeks=weeks), now.zone)
    test = begin_fair_test(
        person=person,
        key=uuid4(),
        asked=Asked("Is my back easier in weeks with sessions?", 6, 1),
        routine=Routine.objects.kept_by(person)[0],
        now=then,
    )
    _live(test, now)
    if stops:
        stop_fair_test(person=person, test=test, today=now.today)
    return person


def _live(test: FairTest, now: Moment) -> None:
    days = [(week, week.first + n * DAY) for week in test.weeks for n in range(7)]
    for week, day in days:
        if day < now.today:
            make.entry(owner=test.owner, day=day, intensity=3 + secrets.randbelow(4))
            if week.is_on:
                make.practice(owner=test.owner, day=day)
