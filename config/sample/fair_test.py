"""Keeps the fair test that a sample person went through, drawn before its first week."""

import datetime as dt
from random import Random

from django.contrib.auth.models import User

from config.sample.history import TEST_PAIRS, History
from journal import testing
from journal.fair_test import seal_of
from journal.models import FairTest
from routines.local_time import Moment, instant_of, stamp
from routines.models import Routine

DRAWN_AT = dt.time(18, 20)  # on the Friday before
QUESTION = "Is my back easier in weeks with sessions?"
THRESHOLD = 1  # point


def keep_fair_test(
    history: History, *, person: User, routine: Routine, now: Moment, seed: int
) -> None:
    """Store a test that is over, with what its days were for."""
    first = history.test[0].first
    drawn = instant_of(dt.datetime.combine(first - dt.timedelta(days=3), DRAWN_AT), now.zone)
    salt = f"{Random(seed).getrandbits(192):048x}"  # noqa: S311 - a made-up lot
    test = FairTest.objects.create(
        owner=person,
        question=QUESTION,
        pairs=TEST_PAIRS,
        threshold=THRESHOLD,
        routine=routine,
        starts_on=first,
        order=history.order,
        salt=salt,
        seal=seal_of(history.order, salt),
        **stamp(drawn, now.zone),
    )
    testing.lay_days(person=person, test=test, routine=routine)
