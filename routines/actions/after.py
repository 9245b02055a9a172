"""Writes how a person was after a session, as a device tells it late."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID, uuid5

from django.db import transaction

from routines.actions.refusals import OtherBodyError
from routines.models import Session

LONGEST_NOTE = 500  # characters


class After(NamedTuple):
    """How it was: pain from 0 to 10 or not told, and what was noticed."""

    pain_after: int | None
    sore_after: bool
    bruised_after: bool
    after_note: str


@transaction.atomic
def keep_after(*, session: Session, told: After, at: dt.datetime, key: UUID) -> None:
    """Put what a device tells of an instant into a session, once for each key.

    Nothing that was told before is lost: a tick stays, notes stand one below the other, and of
    two numbers the one that was given later counts.

    Raises:
        OtherBodyError: the key came before with something else in it.
    """
    row = Session.objects.select_for_update().get(pk=session.pk)
    body = uuid5(key, repr(tuple(told)))
    if row.after_key == key:
        if row.after_body != body:
            raise OtherBodyError
        return
    is_newer = row.after_at is None or at >= row.after_at
    for name, value in _merged(row, told, is_newer=is_newer)._asdict().items():
        setattr(row, name, value)
    row.after_key, row.after_body = key, body
    row.after_at = at if is_newer else row.after_at
    row.save(update_fields=[*After._fields, "after_at", "after_key", "after_body"])


def _merged(row: Session, told: After, *, is_newer: bool) -> After:
    numbers = [row.pain_after, told.pain_after]
    known = [number for number in numbers if number is not None]
    notes = [row.after_note, told.after_note if told.after_note not in row.after_note else ""]
    return After(
        known[-1 if is_newer else 0] if known else None,
        row.sore_after or told.sore_after,
        row.bruised_after or told.bruised_after,
        "\n".join(filter(None, notes))[:LONGEST_NOTE],
    )
