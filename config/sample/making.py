"""Makes a temporary person with a made-up half year, in few queries."""

import datetime as dt
import secrets
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import transaction

from config.sample.fair_test import keep_fair_test
from config.sample.happenings import keep_happenings
from config.sample.history import DAYS, History, Rating, make_up
from config.sample.practices import keep_practices
from config.you.places import country_of
from journal.models import Beginning, Entry
from routines.actions import FIRST_PROGRAMME, adopt_programme, record_screening
from routines.local_time import Moment, instant_of, stamp
from routines.models import Pause, Plan, Preferences, Programme, Routine, Screening
from routines.recurrence import on_weekdays

LIFE = dt.timedelta(hours=24)
SEED = 26
WEEKDAYS = [1, 2, 3, 4, 5, 6]  # Sunday is for rest
ANSWERED_DAYS_AGO = (DAYS - 1, 100, 20)  # answers count for 90 days, so they were given again


@transaction.atomic
def make_sample_person(*, at: dt.datetime, zone: ZoneInfo, seed: int = SEED) -> User:
    """Make a person whose 26 weeks end now; everything of it is deleted 24 hours later."""
    now = Moment(at, zone)
    history = make_up(seed, last=now.today, weekdays=WEEKDAYS)
    person = _person(now)
    screening = _answers(person, now)
    routine = _routine(person, now, history)
    _keep_ratings(person, now, history)
    keep_practices(history.practices, person=person, routine=routine, screening=screening, now=now)
    keep_fair_test(history, person=person, routine=routine, now=now, seed=seed)
    keep_happenings(history, person=person, now=now, seed=seed)
    return User.objects.select_related("preferences").get(pk=person.pk)


def _person(now: Moment) -> User:
    person = User.objects.create(
        username=f"sample-{secrets.token_hex(5)}", password=make_password(None)
    )
    country = country_of(now.zone.key)
    Preferences.objects.create(
        owner=person, zone=now.zone.key, country=country, expires_at=now.at + LIFE
    )
    return person


def _answers(person: User, now: Moment) -> Screening:
    """Answer the safety questions three times, with nothing to report, and return the last."""
    for days in ANSWERED_DAYS_AGO:
        then = Moment(now.at - dt.timedelta(days=days), now.zone)
        row = record_screening(person=person, answers={}, agreed=False, moment=then, key=uuid4())
    return row


def _routine(person: User, now: Moment, history: History) -> Routine:
    """Start the first programme at the first day, plan it on weekdays, and keep the week off."""
    first = now.today - dt.timedelta(days=DAYS - 1)
    programme = Programme.objects.get(slug=FIRST_PROGRAMME)
    routine = adopt_programme(person=person, programme=programme, today=first)
    Plan.objects.kept_by(person).update(recurrence=on_weekdays(WEEKDAYS), ends_on=None)
    away, back = history.pause
    Pause.objects.create(owner=person, first_day=away, last_day=back, reason="A week off")
    whole: Routine = Routine.objects.kept_by(person).for_reading().get(pk=routine.pk)
    return whole


def _keep_ratings(person: User, now: Moment, history: History) -> None:
    rows = (_entry(person, now.zone, rating) for rating in history.ratings)
    Entry.objects.bulk_create(row for row in rows if row.occurred_at <= now.at)
    Beginning.objects.create(owner=person, day=history.ratings[0].day)  # each written on its day


def _entry(person: User, zone: ZoneInfo, rating: Rating) -> Entry:
    return Entry(
        owner=person,
        intensity=rating.intensity,
        regions=list(rating.regions),
        levels=_levels(rating),
        qualities=list(rating.qualities),
        stiffness=rating.stiffness,
        sleep=rating.sleep,
        note=rating.note,
        **stamp(_instant(rating.day, rating.clock, zone), zone),
    )


def _levels(rating: Rating) -> dict[str, int]:
    """Return the second place of two as a little weaker than the first."""
    return {place: max(0, rating.intensity - 2) for place in rating.regions[1:]}


def _instant(day: dt.date, clock: dt.time, zone: ZoneInfo) -> dt.datetime:
    return instant_of(dt.datetime.combine(day, clock), zone)
