"""Writes of events, other care and bad spells."""

import datetime as dt

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F

from journal.actions.overtaking import save_unless_overtaken
from journal.models import Happening

COLUMNS = (
    "kind", "name", "minutes", "last_day",
    "occurred_at", "zone", "utc_offset_minutes", "local_date",
)  # fmt: skip


class OtherKindError(Exception):
    """The key is taken by something of another kind.

    Attributes:
        row: What has it.
    """

    def __init__(self, row: Happening) -> None:
        super().__init__("The same key came with another kind.")
        self.row = row


def save_happening(*, person: User, happening: Happening) -> Happening:
    """Return the row of this key, written now unless it is there already.

    A bad spell that is begun while one is open is the open one.

    Raises:
        OtherKindError: when the key is there with another kind.
    """
    happening.owner = person
    try:
        with transaction.atomic():
            happening.save(force_insert=True)
    except IntegrityError:
        return _in_the_way(person, happening)
    return happening


def _in_the_way(person: User, happening: Happening) -> Happening:
    rows = Happening.objects.kept_or_binned_by(person).known_as(happening.key)
    row = rows.first() or Happening.objects.kept_by(person).flares().still_open().get()
    if row.kind != happening.kind:
        raise OtherKindError(row)
    return row


def change_happening(*, person: User, happening: Happening, version: int) -> bool:
    """Write an edited row, out of the bin if it was there, unless it was saved since ``version``.

    Returns:
        Whether it was written.
    """
    return save_unless_overtaken(person=person, row=happening, columns=COLUMNS, version=version)


def end_happening(*, person: User, happening: Happening, today: dt.date) -> None:
    """Let something that goes on end today; what has ended keeps its day."""
    rows = Happening.objects.kept_by(person).known_as(happening.key).still_open()
    rows.update(last_day=max(today, happening.local_date), version=F("version") + 1)
