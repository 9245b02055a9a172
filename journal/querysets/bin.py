"""Which rows are in the bin, and which are not, of all that can be deleted and brought back."""

import datetime as dt
import uuid
from typing import Self

from django.contrib.auth.models import User
from django.db import models


class BinQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows with an owner, a key and a time at which they were put in the bin."""

    def kept_by(self, person: User) -> Self:
        """One person's rows, without those put in the bin."""
        return self.filter(owner=person, deleted_at__isnull=True)

    def binned_by(self, person: User) -> Self:
        """One person's rows that can still be brought back."""
        return self.filter(owner=person, deleted_at__isnull=False)

    def kept_or_binned_by(self, person: User) -> Self:
        """One person's rows, in the bin or not: what a key names, and what a late tab edits."""
        return self.filter(owner=person)

    def binned_before(self, at: dt.datetime) -> Self:
        """Everybody's rows that have been in the bin since before an instant."""
        return self.filter(deleted_at__lt=at)

    def known_as(self, key: uuid.UUID) -> Self:
        """The row that the client named so."""
        return self.filter(key=key)

    def still_at(self, version: int) -> Self:
        """Those that nobody has saved since that version."""
        return self.filter(version=version)

    def for_reading(self) -> Self:
        """Newest first, with all that a list shows; reaching for more raises."""
        return self.order_by("-occurred_at", "-pk").fetch_mode(models.FETCH_RAISE)
