"""Which rows with an owner, and which safety answers."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import User
from django.db import models

if TYPE_CHECKING:
    from routines.models import Screening


class KeptQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows with an owner."""

    def kept_by(self, person: User) -> Self:
        """Rows of one person: the first link of every chain."""
        return self.filter(owner=person)

    def named(self, key: uuid.UUID) -> Self:
        """The row that a device or a page gave a key, where rows have one."""
        return self.filter(key=key)


class ScreeningQuerySet(KeptQuerySet["Screening"]):
    """Safety answers."""

    def before(self, screening: "Screening | None") -> Self:
        """Answers that were kept before a row; all of them without one."""
        return self.filter(pk__lt=screening.pk) if screening else self

    def given_by(self, at: dt.datetime) -> Self:
        """Answers that were there at an instant."""
        return self.filter(occurred_at__lte=at)

    def latest_first(self) -> Self:
        """Newest answers first; the first one is what counts."""
        return self.order_by("-occurred_at", "-pk")
