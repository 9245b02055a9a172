"""Which fair tests."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import User
from django.db import models

if TYPE_CHECKING:
    from journal.models import FairTest

LONGEST = dt.timedelta(weeks=16)
GOING_ON = {"waiting", "running"}


class FairTestQuerySet(models.QuerySet["FairTest"]):
    """Fair tests of people."""

    def kept_by(self, person: User) -> Self:
        """One person's tests: the first link of every chain."""
        return self.filter(owner=person)

    def perhaps_going_on(self, day: dt.date) -> Self:
        """Those not stopped that began so late that they may not be over."""
        return self.filter(stopped_on__isnull=True, starts_on__gt=day - LONGEST)

    def going_on(self, day: dt.date) -> "FairTest | None":
        """The one that is drawn or running on a day, of one person; in one query."""
        rows = self.perhaps_going_on(day)
        return next((test for test in rows if test.state_on(day) in GOING_ON), None)

    def reaching(self, day: dt.date) -> bool:
        """Whether one had a day of its own on a day or later, stopped or not; in one query."""
        rows = self.filter(starts_on__gt=day - LONGEST)
        return any(test.last_tested_day >= max(day, test.starts_on) for test in rows)

    def for_reading(self) -> Self:
        """Newest first; reaching for more raises."""
        return self.order_by("-starts_on", "-pk").fetch_mode(models.FETCH_RAISE)
