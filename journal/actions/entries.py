"""Writes of pain ratings."""

import datetime as dt
import uuid

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from journal.actions.overtaking import save_unless_overtaken
from journal.models import Beginning, Entry
from routines.local_time import StampFields

DETAILS = (
    "intensity", "regions", "levels", "qualities", "stiffness", "stiffness_minutes", "legs",
    "sleep", "painkillers", "activities", "note",
    "occurred_at", "zone", "utc_offset_minutes", "local_date",
)  # fmt: skip


class OtherNumberError(Exception):
    """The key is taken by a rating with another number.

    Attributes:
        entry: The rating that has it.
    """

    def __init__(self, entry: Entry) -> None:
        super().__init__("The same key came with another number.")
        self.entry = entry


def save_rating(
    *, person: User, key: uuid.UUID, intensity: int, stamp: StampFields, today: dt.date
) -> Entry:
    """Return the rating of this key, written now unless it is there already.

    The first one of a person marks ``today`` as the day from which numbers are looked at.

    Raises:
        OtherNumberError: when the key is there with another number.
    """
    entry = Entry(owner=person, key=key, intensity=intensity, **stamp)
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
            if not hasattr(person, "beginning"):
                _mark_the_beginning(person, today)
    except IntegrityError:
        entry = Entry.objects.kept_or_binned_by(person).get(key=key)
    if entry.intensity != intensity and entry.version == 1:  # later versions were edited by hand
        raise OtherNumberError(entry)
    return entry


def _mark_the_beginning(person: User, today: dt.date) -> None:
    """Keep the day, unless one is kept: of two at the same time the first one stays."""
    Beginning.objects.bulk_create([Beginning(owner=person, day=today)], ignore_conflicts=True)


def save_details(*, person: User, entry: Entry, version: int) -> bool:
    """Write an edited entry, out of the bin if it was there, unless it was saved since ``version``.

    Returns:
        Whether it was written.
    """
    return save_unless_overtaken(person=person, row=entry, columns=DETAILS, version=version)
