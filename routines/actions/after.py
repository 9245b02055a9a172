"""Writes how a person was after a session, as a device tells it late."""

import datetime as dt
from typing import NamedTuple
from uuid import UUID, uuid5

from django.db import transaction

from routines.actions.refusals import OtherBodyError
from routines.models import Session

LONGEST_NOTE = 500  # characters
TICKS = ("sore_after", "bruised_after")
SAID_AT = {tick: f"{tick}_at" for tick in TICKS}  # the column of when it was last ticked or not


class After(NamedTuple):
    """How it was: pain from 0 to 10, what was noticed or taken back; None for what is not told."""

    pain_after: int | None
    sore_after: bool | None
    bruised_after: bool | None
    after_note: str


@transaction.atomic
def keep_after(*, session: Session, told: After, at: dt.datetime, key: UUID) -> None:
    """Put what a device tells of an instant into a session, once for each key.

    Whatever the order in which messages come, of two numbers the one that was given later counts,
    and so of a tick and its taking back. What a message does not tell stays; notes stand one below
    the other.

    Raises:
        OtherBodyError: the key came before with something else in it.
    """
    row = Session.objects.select_for_update().get(pk=session.pk)
    body = uuid5(key, repr(tuple(told)))
    if row.after_key == key:
        if row.after_body != body:
            raise OtherBodyError
        return
    _put_ticks(row, told, at)
    _put_number_and_note(row, told, at)
    row.after_key, row.after_body = key, body
    columns = [*After._fields, *SAID_AT.values(), "after_at", "after_key", "after_body"]
    row.save(update_fields=columns)


def _put_ticks(row: Session, told: After, at: dt.datetime) -> None:
    for tick, said_at in SAID_AT.items():
        said, before = getattr(told, tick), getattr(row, said_at)
        if said is not None and (before is None or at >= before):
            setattr(row, tick, said)
            setattr(row, said_at, at)


def _put_number_and_note(row: Session, told: After, at: dt.datetime) -> None:
    is_newer = row.after_at is None or at >= row.after_at
    if told.pain_after is not None and (is_newer or row.pain_after is None):
        row.pain_after = told.pain_after
    notes = [row.after_note, told.after_note if told.after_note not in row.after_note else ""]
    row.after_note = "\n".join(filter(None, notes))[:LONGEST_NOTE]
    row.after_at = at if is_newer else row.after_at
