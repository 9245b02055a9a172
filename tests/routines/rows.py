"""Rows and requests of running sessions, made the way the pages make them."""

import datetime as dt
import json
from uuid import uuid4

from django.utils import timezone

from routines import actions
from routines.local_time import Moment
from routines.models import Routine
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
    """The same time of day, some days before now."""
    return Moment(NOW.at - dt.timedelta(days=days), make.WARSAW)
