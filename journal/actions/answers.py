"""Writes of answers: a draft that survives a closed tab, and the finished set."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from journal.measures import score
from journal.models import Answers
from routines.local_time import StampFields


class OtherAnswersError(Exception):
    """The key is taken by other answers.

    Attributes:
        row: What has it.
    """

    def __init__(self, row: Answers) -> None:
        super().__init__("The same key came with other answers.")
        self.row = row


def keep_draft(
    *, person: User, kind: str, answers: Mapping[str, int], stamp: StampFields
) -> Answers:
    """Keep what is answered so far in the one draft of its kind."""
    rows = Answers.objects.kept_by(person).of(kind).drafts()
    changed = {"answers": dict(answers), **stamp}
    try:
        with transaction.atomic():
            row, _made = rows.update_or_create(
                owner=person, kind=kind, finished_at=None, deleted_at=None, defaults=changed
            )
    except IntegrityError:  # another tab made it in the meantime
        rows.update(**changed)
        row = rows.get()
    return row


@transaction.atomic
def finish_answers(
    *,
    person: User,
    kind: str,
    key: uuid.UUID,
    answers: Mapping[str, int],
    stamp: StampFields,
) -> Answers:
    """Return the finished answers of this key, written now unless they are there; drafts go.

    Raises:
        OtherAnswersError: when the key is there with other answers.
    """
    row, made = Answers.objects.get_or_create(
        owner=person,
        key=key,
        defaults={
            "kind": kind,
            "answers": dict(answers),
            "score": score(kind, answers),
            "finished_at": stamp["occurred_at"],
            **stamp,
        },
    )
    if made:
        Answers.objects.kept_by(person).of(kind).drafts().delete()
    elif (row.kind, row.answers) != (kind, dict(answers)):
        raise OtherAnswersError(row)
    return row


def empty_drafts(*, before: dt.datetime) -> int:
    """Delete everybody's drafts that were left alone since an instant, and return how many."""
    number, _kinds = Answers.objects.drafts().left_alone_since(before).delete()
    return number
