"""Writes that take a row out of every view, and bring it back."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F

from journal.models import Answers, Entry, Happening

type Kept = Entry | Happening | Answers


def put_in_bin(*, person: User, row: Kept, at: dt.datetime) -> None:
    """Take a row out of every view; a tab that still edits it is told."""
    newer: dict[str, Any] = {} if isinstance(row, Answers) else {"version": F("version") + 1}
    type(row).objects.kept_by(person).known_as(row.key).update(deleted_at=at, **newer)


def bring_back(*, person: User, row: Kept) -> bool:
    """Put a binned row back where it was.

    Returns:
        Whether it could be: of some kinds only one may be open, and a newer one may be.
    """
    try:
        with transaction.atomic():
            type(row).objects.binned_by(person).known_as(row.key).update(deleted_at=None)
    except IntegrityError:
        return False
    return True
