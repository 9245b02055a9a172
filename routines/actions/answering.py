"""Keeps finished sets of safety answers, each as a new row."""

import datetime as dt
from collections.abc import Mapping
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
from routines.screening import known_answers, weigh


@transaction.atomic
def record_screening(
    *,
    person: User,
    answers: Mapping[str, object],
    agreed: bool,
    moment: Moment,
    key: UUID,
    after_stop: str = "",
) -> Screening:
    """Keep a finished set of answers as a new row; the same key returns the same row.

    Args:
        person: Who answered.
        answers: Question key to ``yes`` or ``unsure``.
        agreed: Whether a clinician has agreed to practice.
        moment: When, and where.
        key: Makes a repeat harmless.
        after_stop: After a stop, why the answers differ now: ``checked`` or ``mistake``.

    Raises:
        OtherBodyError: the key came before with other answers.
    """
    known = known_answers(answers)
    row, made = Screening.objects.get_or_create(
        owner=person,
        key=key,
        defaults={
            "answers": known,
            "cleared": agreed,
            "after_stop": after_stop,
            "outcome": weigh(known, agreed=agreed).verdict,
            "rules_version": version(),
            **moment.stamp(),
        },
    )
    if not made and (row.answers, row.cleared) != (known, agreed):
        raise OtherBodyError
    return row


@transaction.atomic
def keep_visitor_answers(
    *, person: User, answers: Mapping[str, object] | None, at: dt.datetime, zone: ZoneInfo
) -> None:
    """Keep what a visitor answered before signing up, and start the first programme with it.

    Args:
        person: The new person.
        answers: The draft of ``routines.drafts``, or None where no question was answered.
        at: Now.
        zone: The person's zone.
    """
    draft = Draft.read(answers)
    if not draft.done:
        return
    moment = Moment(at, zone)
    record_screening(
        person=person,
        answers=draft.answers,
        agreed=draft.agreed,
        moment=moment,
        key=uuid4(),
        after_stop=draft.checked,
    )
    if weigh(draft.answers, agreed=draft.agreed).may_press:
        start_first_programme(person=person, today=moment.today)
