"""Which plans, choices of days, and days off."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from routines.querysets.kept import KeptQuerySet

if TYPE_CHECKING:
    from routines.models import DayChoice, Pause, Plan, Programme, Routine  # noqa: F401


class PlanQuerySet(KeptQuerySet["Plan"]):
    """Weekly plans."""

    def running(self, routine: "Routine") -> Self:
        """Plans of one routine."""
        return self.filter(routine=routine)

    def touching(self, first: dt.date, last: dt.date) -> Self:
        """Plans that hold on at least one of the days first..last, with their routines.

        One of a routine that was put away held until then.
        """
        return (
            self.filter(starts_on__lte=last)
            .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first))
            .filter(Q(routine__archived_on__isnull=True) | Q(routine__archived_on__gt=first))
            .select_related("routine")
        )

    def in_use(self) -> Self:
        """Without those of routines that were put away."""
        return self.filter(routine__archived_on__isnull=True)

    def not_over(self, today: dt.date) -> Self:
        """Plans with a day from today on, the first to begin first."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today)).order_by(
            "starts_on", "pk"
        )

    def begun_before(self, day: dt.date) -> Self:
        """Plans whose first day lies before a day."""
        return self.filter(starts_on__lt=day)

    def of(self, programme: "Programme") -> Self:
        """Plans of routines that were copied from a programme."""
        return self.filter(routine__programme=programme)


class DayChoiceQuerySet(KeptQuerySet["DayChoice"]):
    """Choices for single dates."""

    def touching(self, first: dt.date, last: dt.date) -> Self:
        """Choices that hold for the days first..last, and those by which something moved there."""
        near = Q(day__range=(first, last)) | Q(moved_to__range=(first, last))
        return self.holding().filter(near).select_related("routine")

    def holding(self) -> Self:
        """Without those of routines that were put away by their day: there the week holds again."""
        return self.exclude(routine__archived_on__lte=F("day"))

    def closed(self) -> Self:
        """Choices that hold, of rest or of another day: nothing can be moved to their days."""
        return self.holding().filter(Q(routine__isnull=True) | Q(moved_to__isnull=False))


class PauseQuerySet(KeptQuerySet["Pause"]):
    """Days off."""

    def touching(self, first: dt.date, last: dt.date | None = None) -> Self:
        """Pauses that have one of the days first..last, or any day from the first on."""
        over = self.filter(Q(last_day__isnull=True) | Q(last_day__gte=first))
        return over if last is None else over.filter(first_day__lte=last)

    def latest_first(self) -> Self:
        """Newest first; reaching for more raises."""
        return self.order_by("-first_day", "-pk").fetch_mode(models.FETCH_RAISE)
