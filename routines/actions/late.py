"""Writes what a device kept while it had no network: a session it started, a check it marked."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from points.questions import version
from routines.actions.answering import record_screening
from routines.actions.refusals import (
    ExpiredError,
    NotAllowedError,
    OtherBodyError,
    SupersededError,
)
from routines.actions.sessions import SORE_TODAY, end_what_was_left_open, is_same
from routines.kept import KeptRun
from routines.local_time import Moment
from routines.models import Routine, Screening, Session
from routines.screening import Standing, weigh, with_question


@transaction.atomic
def start_kept_session(
    *,
    person: User,
    kept: KeptRun,
    pain_before: int | None,
    sore: Collection[str],
    moment: Moment,
    key: UUID,
) -> Session:
    """Open the session that a device started by itself; the same key returns the same session.

    What is run is what was signed, without points of ``sore`` skin. ``moment`` is when it began.

    Raises:
        ExpiredError: it began after what was kept had expired.
        SupersededError: the rules have changed since, or the answers that held then allow less.
        NotAllowedError: nothing of it is left.
        OtherBodyError: the key came before with something else in it.
    """
    run_then = kept.without(sore, SORE_TODAY)
    routine = Routine.objects.kept_by(person).among([kept.routine]).first()
    told: dict[str, Any] = {"routine": routine, "pain_before": pain_before}
    told |= {"name": kept.name, "length": kept.length}
    session = Session.objects.kept_by(person).named(key).first()
    session = session or _opened(person, key, told, run_then, moment)
    if not is_same(session, told, run_then.snapshot):
        raise OtherBodyError
    return session


def _opened(
    person: User, key: UUID, told: dict[str, Any], run_then: KeptRun, moment: Moment
) -> Session:
    """Return a session of a kept run, made now unless somebody was faster."""
    rest = {
        "screening": _answers_that_hold(person, run_then, moment),
        "snapshot": run_then.snapshot,
        "planned_seconds": run_then.planned_seconds,
        **moment.stamp(),
    }
    if not run_then.planned_seconds:
        raise NotAllowedError
    session, made = Session.objects.get_or_create(owner=person, key=key, defaults=told | rest)
    if made:
        end_what_was_left_open(session)
    return session


def _answers_that_hold(person: User, kept: KeptRun, moment: Moment) -> Screening:
    """Return the answers that a kept routine follows, if it could be begun at a moment."""
    if moment.at > kept.expires_at:
        raise ExpiredError
    rows = Screening.objects.kept_by(person)
    followed = rows.filter(pk=kept.screening).first()
    then = rows.given_by(moment.at).latest_first().first()
    if kept.snapshot["rules_version"] != version() or followed is None or then is None:
        raise SupersededError
    if not _standing(then).allows_all_of(_standing(followed)):
        raise SupersededError
    return followed


def _standing(row: Screening) -> Standing:
    return weigh(row.answers, agreed=row.cleared)


@transaction.atomic
def keep_checks(*, person: User, marked: Iterable[str], moment: Moment, key: UUID) -> Screening:
    """Keep what a check before a session brought up as new answers, beside the newest ones.

    ``marked`` are keys of questions. The same key returns the same row. A check that a device
    sends late counts from when it comes: it closes more than it opens.

    Raises:
        NotAllowedError: there are no answers yet.
        OtherBodyError: the key came before with something else in it.
    """
    rows = Screening.objects.kept_by(person)
    last = rows.before(rows.named(key).first()).latest_first().first()
    if last is None:
        raise NotAllowedError
    answers = dict(last.answers)
    for question in marked:
        answers = with_question(answers, question)
    return record_screening(
        person=person,
        answers=answers,
        agreed=False,
        moment=moment,
        key=key,
        asked_on=last.asked_on,
        rules_version=last.rules_version,
    )
