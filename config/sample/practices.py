"""Stores made-up sessions as real ones are: with what was run, and an event for each hold."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from django.contrib.auth.models import User

from config.sample.history import Length, Practice
from points.questions import version
from routines.actions import fit
from routines.holds import Hold, Snapshot, at_length, planned_seconds, snapshot, unfold
from routines.local_time import Moment, instant_of, stamp
from routines.models import Routine, Screening, Session, SessionEvent
from routines.screening import weigh

SEARCH_SECONDS = 8  # to find the next place


@dataclass(frozen=True, slots=True)
class Version:
    """A routine in one of its lengths, as a session of it is stored."""

    holds: tuple[Hold, ...]
    stored: Snapshot


def keep_practices(
    practices: Iterable[Practice],
    *,
    person: User,
    routine: Routine,
    screening: Screening,
    now: Moment,
) -> None:
    """Store the sessions that have ended by now, in two queries."""
    versions = versions_of(routine)
    sessions, events = [], []
    for practice in practices:
        ran = versions[practice.length]
        began = instant_of(dt.datetime.combine(practice.day, practice.clock), now.zone)
        run = list(_events(practice, ran.holds, began))
        if run[-1].happened_at > now.at:
            continue
        session = _session(practice, ran, run, began, now)
        session.owner, session.routine, session.screening = person, routine, screening
        session.name = routine.name
        sessions.append(session)
        for event in run:
            event.session = session
        events += run
    Session.objects.bulk_create(sessions)
    for event in events:
        event.session_id = event.session.pk
    SessionEvent.objects.bulk_create(events)


def versions_of(routine: Routine) -> dict[Length, Version]:
    """Return a routine in its three lengths, as a person without any condition runs it."""
    fitted = fit(routine, weigh({}, agreed=False))
    lengths: tuple[Length, ...] = ("short", "usual", "full")
    versions = {}
    for length in lengths:
        holds = unfold(at_length(fitted.presses, length))
        versions[length] = Version(holds, snapshot(holds, fitted.changes, rules_version=version()))
    return versions


def _events(
    practice: Practice, holds: tuple[Hold, ...], began: dt.datetime
) -> Iterator[SessionEvent]:
    """Yield what happened to each hold that was reached, in order."""
    reached = max(1, round(practice.reached * len(holds)))
    left_out = {int(place * reached) for place in practice.skipped}
    ends = accumulate(hold.seconds + SEARCH_SECONDS for hold in holds)
    for index, (hold, end) in enumerate(zip(holds[:reached], ends, strict=False)):
        skipped = index in left_out
        at = began + dt.timedelta(seconds=end)
        yield SessionEvent(
            kind=SessionEvent.Kind.SKIP if skipped else SessionEvent.Kind.HOLD,
            hold=index,
            pressed_seconds=0 if skipped else hold.seconds,
            reason=SessionEvent.Reason.CANT_REACH if skipped else "",
            happened_at=at,
            received_at=at,
        )


def _session(
    practice: Practice, ran: Version, run: list[SessionEvent], began: dt.datetime, now: Moment
) -> Session:
    return Session(
        length=practice.length,
        snapshot=ran.stored,
        planned_seconds=planned_seconds(ran.holds),
        pressed_seconds=sum(event.pressed_seconds for event in run),
        holds_done=sum(event.kind == SessionEvent.Kind.HOLD for event in run),
        pain_before=practice.pain_before,
        pain_after=practice.pain_after,
        next_morning=practice.next_morning,
        finished_at=run[-1].happened_at,
        **stamp(began, now.zone),
    )
