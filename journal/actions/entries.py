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


class OtherRatingError(Exception):
    """The key is taken by a rating with another number, or of another time.

    Attributes:
        entry: The rating that has it.
    """

    def __init__(self, entry: Entry) -> None:
        super().__init__("The same key came with another rating.")
        self.entry = entry


def save_rating(
    *,
    person: User,
    key: uuid.UUID,
    intensity: int,
    stamp: StampFields,
    today: dt.date,
    is_dated: bool | None = None,
) -> Entry:
    """Return the rating of this key, written now unless it is there already.

    The first one of a person marks ``today`` as the day from which numbers are looked at.
    ``is_dated`` says whether a time was chosen, to the minute, or now; None where none is asked.

    Raises:
        OtherRatingError: when the key is there with something else, not edited since.
    """
    entry = Entry(owner=person, key=key, intensity=intensity, **stamp)
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
            if not hasattr(person, "beginning"):
                _mark_the_beginning(person, today)
    except IntegrityError:
        entry = Entry.objects.kept_or_binned_by(person).get(key=key)
    is_same = entry.intensity == intensity and _is_same_time(entry, stamp["occurred_at"], is_dated)
    if entry.version == 1 and not is_same:  # later versions were edited by hand
        raise OtherRatingError(entry)
    return entry


def _is_same_time(entry: Entry, at: dt.datetime, is_dated: bool | None) -> bool:
    """Return True, too, for two taps of now: one that is sent again comes at another moment."""
    kept = entry.occurred_at
    is_of_a_tap = bool(kept.second or kept.microsecond)
    return kept == at or is_dated is None or (is_of_a_tap and not is_dated)


def _mark_the_beginning(person: User, today: dt.date) -> None:
    """Keep the day, unless one is kept: of two at the same time the first one stays."""
    Beginning.objects.bulk_create([Beginning(owner=person, day=today)], ignore_conflicts=True)


def save_details(*, person: User, entry: Entry, version: int) -> bool:
    """Write an edited entry, out of the bin if it was there, unless it was saved since ``version``.

    Returns:
        Whether it was written.
    """
    return save_unless_overtaken(person=person, row=entry, columns=DETAILS, version=version)
