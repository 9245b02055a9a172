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


class OtherHappeningError(Exception):
    """The key is taken by something else.

    Attributes:
        row: What has it.
    """

    def __init__(self, row: Happening) -> None:
        super().__init__("The same key came with something else.")
        self.row = row


def save_happening(*, person: User, happening: Happening, is_dated: bool = True) -> Happening:
    """Return the row of this key, written now unless it is there already.

    A bad spell that is begun while one is open is the open one.

    Args:
        person: Whose it is.
        happening: What is to be written.
        is_dated: Whether its days were given; else they are of the moment, and another time it is
            sent they may be others.

    Raises:
        OtherHappeningError: when the key is there with something else, not edited since.
    """
    happening.owner = person
    try:
        with transaction.atomic():
            happening.save(force_insert=True)
    except IntegrityError:
        return _in_the_way(person, happening, is_dated)
    return happening


def _in_the_way(person: User, happening: Happening, is_dated: bool) -> Happening:
    row = Happening.objects.kept_or_binned_by(person).known_as(happening.key).first()
    if row is None:
        return Happening.objects.kept_by(person).flares().still_open().get()
    is_edited = row.version > 1
    if row.kind != happening.kind or not (is_edited or _is_same(row, happening, is_dated)):
        raise OtherHappeningError(row)
    return row


def _is_same(one: Happening, other: Happening, is_dated: bool) -> bool:
    columns = ["name", "minutes", "is_open", *(["local_date", "last_day"] if is_dated else [])]
    return all(getattr(one, column) == getattr(other, column) for column in columns)


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
