"""Keeps finished sets of safety answers, each as a new row."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import transaction

from points.questions import version
from routines.actions.planning import start_first_programme
from routines.actions.refusals import OtherBodyError
from routines.drafts import Draft
from routines.local_time import Moment
from routines.models import Screening
from routines.screening import Standing, known_answers, weigh


@transaction.atomic
def record_screening(
    *,
    person: User,
    answers: Mapping[str, object],
    agreed: bool,
    moment: Moment,
    key: UUID,
    after_stop: str = "",
    asked_on: dt.date | None = None,
    rules_version: str | None = None,
) -> Screening:
    """Keep a finished set of answers as a new row; the same key returns the same row.

    ``answers`` are question keys with ``yes`` or ``unsure``. After a stop, ``after_stop`` is why
    they differ now: ``checked`` or ``mistake``. ``asked_on`` and ``rules_version`` are given where
    the questions were answered before now.

    Raises:
        OtherBodyError: the key came before with other answers.
    """
    told = {"answers": known_answers(answers), "cleared": agreed}
    rest = {
        "after_stop": after_stop,
        "asked_on": asked_on or moment.today,
        "rules_version": version() if rules_version is None else rules_version,
    }
    return _kept_once(person, key, told, rest | moment.stamp())


def _kept_once(person: User, key: UUID, told: dict[str, Any], rest: dict[str, Any]) -> Screening:
    rest |= {"outcome": weigh(told["answers"], agreed=told["cleared"]).verdict}
    row, made = Screening.objects.get_or_create(owner=person, key=key, defaults=told | rest)
    if not made and any(getattr(row, name) != value for name, value in told.items()):
        raise OtherBodyError
    return row


@transaction.atomic
def keep_visitor_answers(
    *, person: User, answers: Mapping[str, object] | None, at: dt.datetime, zone: ZoneInfo
) -> Standing | None:
    """Keep what a visitor answered before coming in, and return what that means, if anything.

    The first programme is started with it. ``answers`` is the draft of ``routines.drafts``, or None
    where no question was answered. Who has answered before keeps that too: the new row holds both.
    """
    draft = Draft.read(answers)
    if not draft.done:
        return None
    moment = Moment(at, zone)
    if last := Screening.objects.kept_by(person).latest_first().first():
        draft = draft.beside(last.draft())
    record_screening(
        person=person,
        answers=draft.answers,
        agreed=draft.agreed,
        moment=moment,
        key=uuid4(),
        after_stop=draft.checked,
        asked_on=draft.asked_on,
        rules_version=draft.version,
    )
    standing = draft.standing()
    if standing.may_press:
        start_first_programme(person=person, today=moment.today)
    return standing
