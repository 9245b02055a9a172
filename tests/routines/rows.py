"""Rows and requests of running sessions, made the way the pages make them."""

import datetime as dt
import json
from uuid import uuid4

from django.utils import timezone

from points.questions import version
from routines import actions
from routines.holds import at_length, snapshot, unfold
from routines.kept import KeptRun
from routines.local_time import Moment
from routines.models import Routine
from routines.views.standing import standing_of
from tests import make

NOW = Moment(timezone.now(), make.WARSAW)


def answered(person, *, agreed=False, moment=NOW, **answers):
    """Finished answers of a moment; keywords are question keys."""
    return actions.record_screening(
        person=person, answers=answers, agreed=agreed, moment=moment, key=uuid4()
    )


def readable(routine):
    """The routine with all that running it needs."""
    return Routine.objects.for_reading().get(pk=routine.pk)


def started(person, *, routine=None, screening=None, moment=NOW, **extra):
    """A session of BL23 and PC6, 30 seconds on each side, with nothing marked."""
    usual = {"length": "usual", "pain_before": None, "key": uuid4()}
    return actions.start_session(
        person=person,
        routine=readable(routine or make.routine(owner=person)),
        screening=screening or answered(person, moment=moment),
        moment=moment,
        **(usual | extra),
    )


def kept_run(routine, *, moment=NOW, length="usual", screening=None, **extra):
    """What a device keeps of a routine: of BL23 and PC6, all that a start now would hold."""
    person = routine.owner
    screening = screening or person.screenings.latest_first().first()
    fitted = actions.fit(readable(routine), standing_of(screening))
    holds = unfold(at_length(fitted.presses, length))
    usual = {
        "person": person.pk,
        "routine": routine.pk,
        "name": routine.name,
        "length": length,
        "screening": screening.pk,
        "snapshot": snapshot(holds, fitted.changes, rules_version=version()),
        "issued_at": moment.at,
        "expires_at": moment.at + dt.timedelta(days=1),
    }
    return KeptRun(**usual | extra)


def token_of(routine, **extra):
    """The same as a device gets it."""
    return kept_run(routine, **extra).signed()


def told_late(person, **extra):
    """What a device tells of something that happened while it had no network."""
    usual = {"key": str(uuid4()), "person": person.pk, "happened_at": NOW.at.isoformat()}
    return usual | extra


def told(session, **extra):
    """What a device tells of the first hold of a session."""
    usual = {
        "key": str(uuid4()),
        "kind": "hold",
        "hold": 0,
        "pressed_seconds": 30,
        "reason": "",
        "feel": "",
        "happened_at": NOW.at.isoformat(),
        "person": session.owner_id,
    }
    return usual | extra


def tell(client, session, body):
    """Post what a device tells; ``body`` may be text that is no JSON."""
    return client.post(
        f"/sessions/{session.key}/events/",
        body if isinstance(body, str | bytes) else json.dumps(body),
        content_type="application/json",
    )


def days_ago(days):
    """The same time of day on the clock of the people, some days before now."""
    then = NOW.at.astimezone(make.WARSAW) - dt.timedelta(days=days)
    return Moment(then.astimezone(dt.UTC), make.WARSAW)
