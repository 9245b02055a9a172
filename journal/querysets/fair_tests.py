"""Which fair tests."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import User
from django.db import models

if TYPE_CHECKING:
    from journal.models import FairTest  # noqa: F401 - named below

LONGEST = dt.timedelta(weeks=16)


class FairTestQuerySet(models.QuerySet["FairTest"]):
    """Fair tests of people."""

    def kept_by(self, person: User) -> Self:
        """One person's tests: the first link of every chain."""
        return self.filter(owner=person)

    def perhaps_going_on(self, day: dt.date) -> Self:
        """Those not stopped that began so late that they may not be over."""
        return self.filter(stopped_on__isnull=True, starts_on__gt=day - LONGEST)

    def for_reading(self) -> Self:
        """Newest first; reaching for more raises."""
        return self.order_by("-starts_on", "-pk").fetch_mode(models.FETCH_RAISE)
