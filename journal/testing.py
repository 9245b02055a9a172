"""Writes of a fair test: drawing its order, laying it into the plan, and stopping it."""

import datetime as dt
import secrets
import uuid
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from journal.fair_test import order_of, seal_of
from journal.models import FairTest
from routines.actions import choose_days, drop_days, one_after_the_other
from routines.local_time import Moment
from routines.models import Routine

SALT_BYTES = 24


class AlreadyTestingError(Exception):
    """Another fair test is waiting or running."""


class Asked(NamedTuple):
    """What a person fixes beforehand.

    Attributes:
        question: In their own words.
        pairs: How many pairs of weeks.
        threshold: The points that would be worth it.
    """

    question: str
    pairs: int
    threshold: int


@transaction.atomic
def begin_fair_test(
    *, person: User, key: uuid.UUID, asked: Asked, routine: Routine, now: Moment
) -> FairTest:
    """Return the test of this key, drawn now unless it is there already.

    The order comes from the system's source of secrets and is stored, with its days in the plan,
    before the first week: next Monday.

    Raises:
        AlreadyTestingError: while another one is not over.
    """
    one_after_the_other(person)
    tests = FairTest.objects.kept_by(person)
    found = tests.filter(key=key).first()
    if found:
        return found
    if tests.going_on(now.today):
        raise AlreadyTestingError
    test = _drawn(FairTest(owner=person, key=key, routine=routine, **asked._asdict()), now)
    lay_days(person=person, test=test, routine=routine)
    return test


def lay_days(*, person: User, test: FairTest, routine: Routine) -> None:
    """Lay the weeks of a test into the plan, each day with the routine or with rest."""
    choose_days(person=person, days=_days(test, routine), reason=_("rest week of your fair test"))


def _drawn(test: FairTest, now: Moment) -> FairTest:
    """Draw the order and its salt, seal both, and store them."""
    test.order = order_of(secrets.randbelow(2**test.pairs), test.pairs)
    test.salt = secrets.token_hex(SALT_BYTES)
    test.seal = seal_of(test.order, test.salt)
    test.starts_on = next_monday(now.today)
    for name, value in now.stamp().items():
        setattr(test, name, value)
    test.full_clean()
    test.save()
    return test


def _days(test: FairTest, routine: Routine | None) -> dict[dt.date, Routine | None]:
    """Return what each day of a test is for: the routine, or rest."""
    return {
        week.first + dt.timedelta(days=n): routine if week.is_on else None
        for week in test.weeks
        for n in range(7)
    }


def next_monday(today: dt.date) -> dt.date:
    """Return the first Monday after a day."""
    return today + dt.timedelta(days=7 - today.weekday())


@transaction.atomic
def stop_fair_test(*, person: User, test: FairTest, today: dt.date) -> None:
    """Stop a test that is not over, and give its days from today on back to the plan."""
    if test.state_on(today) not in {"waiting", "running"}:
        return
    FairTest.objects.kept_by(person).filter(pk=test.pk).update(stopped_on=today)
    days = _days(test, test.routine)
    drop_days(person=person, days={day: row for day, row in days.items() if day >= today})
