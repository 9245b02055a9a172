"""Makes the people who look at the pages, each with what makes their pages special."""

import datetime as dt
import itertools
from dataclasses import dataclass
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.utils import timezone

from config.sample import make_sample_person
from journal.models import Answers, Entry, FairTest, Happening
from points.questions import questions
from routines import actions
from routines.holds import holds_of
from routines.local_time import Moment
from routines.models import Routine, Screening, Session, SessionEvent
from tests import make
from tests.bench.people import make_regular
from tests.cookies import session_cookie
from tests.look.histories import (
    in_a_spell,
    with_days,
    with_equal_days,
    with_fair_test,
    with_gaps,
)

ZONE = ZoneInfo("Europe/Warsaw")
LONG, EMPTY, REFUSED = "All of it and more", "Nothing in it yet", "Some of it is not for me"
URGENT, ASKS_A_CLINICIAN, LIMITS = "A", "B", "C"  # groups of the safety questions


@dataclass(frozen=True, slots=True)
class Looker:
    """A person's cookie, and what the addresses of their own pages hold."""

    cookie: str
    places: dict[str, str]


def make_cast() -> dict[str, Looker]:
    """Make everybody, by name."""
    now = Moment(timezone.now(), ZONE)
    people = {
        "new": answered(now),
        "one": with_days(answered(now), now, days=1),
        "two": with_days(answered(now), now, days=2),
        "few": with_days(answered(now), now, days=3),
        "equal": with_equal_days(answered(now), now),
        "gaps": with_gaps(answered(now), now),
        "spell": in_a_spell(answered(now), now),
        "testing": with_fair_test(answered(now), now, weeks=5),
        "untested": with_fair_test(answered(now), now, weeks=5, stops=True),
        "typical": make_sample_person(at=now.at, zone=ZONE),
        "resuming": with_open_session(make_sample_person(at=now.at, zone=ZONE, seed=7), now),
        "many": make_regular("many", days=900),  # 500 sessions
        "old": make_regular("old", days=5000),
        "stopped": answered(now, URGENT),
        "locked": answered(now, ASKS_A_CLINICIAN),
        "limited": answered(now, LIMITS),
        "building": with_routines(answered(now), now),
    }
    return {name: Looker(session_cookie(who), places_of(who)) for name, who in people.items()}


def places_of(person: User) -> dict[str, str]:
    """Return what the addresses of a person's newest rows hold."""
    newest = Session.objects.kept_by(person).order_by("finished_at", "-occurred_at")
    open_one = newest.filter(finished_at__isnull=True).first()
    done = newest.filter(finished_at__isnull=False).last()
    today = timezone.now().astimezone(ZONE).date()
    last_month = today.replace(day=1) - dt.timedelta(days=1)
    rows = {
        "today": today,
        "session": getattr(open_one or done, "key", ""),
        "entry": getattr(Entry.objects.kept_by(person).first(), "key", ""),
        "day": getattr(Entry.objects.kept_by(person).first(), "local_date", ""),
        "happening": getattr(Happening.objects.kept_by(person).flares().first(), "key", ""),
        "answers": getattr(Answers.objects.kept_by(person).of("roland").first(), "key", ""),
        "fair_test": getattr(FairTest.objects.kept_by(person).first(), "key", ""),
        "month": f"{last_month:%Y/%m}",
        "routine": getattr(Routine.objects.kept_by(person).first(), "pk", ""),
        "empty": getattr(Routine.objects.kept_by(person).filter(name=EMPTY).first(), "pk", ""),
        "refused": getattr(Routine.objects.kept_by(person).filter(name=REFUSED).first(), "pk", ""),
    }
    return {name: str(value) for name, value in rows.items()}


def answered(now: Moment, group: str = "") -> User:
    """Make a person who has just answered, with one mark in a group of questions or none."""
    person = make.person(zone=ZONE.key)
    marked = [asked.key for asked in questions() if asked.group == group]
    row = actions.record_screening(
        person=person,
        answers=dict.fromkeys(marked[:1], "yes"),
        agreed=False,
        moment=now,
        key=uuid4(),
    )
    if row.outcome in {"go", "limits"}:
        actions.start_first_programme(person=person, today=now.today)
    return person


def with_routines(person: User, now: Moment) -> User:
    """Give a person on blood thinners, with a vessel of the neck, routines of 40, 0 and 4 steps."""
    actions.record_screening(
        person=person,
        answers={"blood_thinner": "yes", "neck_vessel": "yes"},
        agreed=False,
        moment=now,
        key=uuid4(),
    )
    Routine.objects.kept_by(person).delete()
    make.routine(owner=person, codes=("BL23", "GB20", "SI3", "GV20") * 10, name=LONG)
    make.routine(owner=person, codes=(), name=EMPTY)
    refused = make.routine(owner=person, codes=("BL23", "GB20", "BL13", "PC6"), name=REFUSED)
    refused.steps.filter(point__code="BL13").update(posture="standing", tool="ball")
    return person


def with_open_session(person: User, now: Moment) -> User:
    """Let a person begin a session and hold the first three points."""
    session = actions.start_session(
        person=person,
        routine=Routine.objects.kept_by(person).for_reading()[0],
        screening=Screening.objects.kept_by(person).latest_first()[0],
        length="usual",
        pain_before=5,
        moment=Moment(now.at - dt.timedelta(minutes=4), now.zone),
        key=uuid4(),
    )
    for place, hold in itertools.islice(enumerate(holds_of(session.snapshot)), 3):
        event = SessionEvent(
            kind="hold",
            hold=place,
            pressed_seconds=hold.seconds,
            happened_at=now.at,
            received_at=now.at,
        )
        actions.record_event(session=session, event=event)
    return person
