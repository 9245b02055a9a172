"""Which pain ratings, sessions and pauses, and what they come to by day and week."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Avg, Count

from journal.keyset import Cursor
from journal.querysets.bin import BinQuerySet

if TYPE_CHECKING:
    from journal.models import Entry


def older_than[M: models.Model](
    rows: models.QuerySet[M], cursor: Cursor | None, kind: str
) -> models.QuerySet[M]:
    """Rows of one kind that stand below the cursor in the diary; all of them without one."""
    if cursor is None:
        return rows
    rows = rows.filter(occurred_at__lte=cursor.at)
    if kind == cursor.kind:
        return rows.exclude(occurred_at=cursor.at, pk__gte=cursor.pk)
    return rows if kind < cursor.kind else rows.exclude(occurred_at=cursor.at)


class EntryQuerySet(BinQuerySet["Entry"]):
    """Pain ratings."""

    def on(self, day: dt.date) -> Self:
        """Entries of one local day, newest first."""
        return self.filter(local_date=day).for_reading()

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Entries of the local days first..last, both included."""
        return self.filter(local_date__range=(first, last))

    def saying(self, words: str) -> Self:
        """Entries whose note holds each of these words, whatever their case."""
        rows = self
        for word in words.split():
            rows = rows.filter(note__icontains=word)
        return rows

    def at_place(self, place: str) -> Self:
        """Entries with a place on either side; all of them without one."""
        return self.filter(regions__overlap=[f"{place}_left", f"{place}_right"]) if place else self

    def from_to(self, least: int | None, most: int | None) -> Self:
        """Entries with a number in a range; without an end it is open there."""
        rows = self if least is None else self.filter(intensity__gte=least)
        return rows if most is None else rows.filter(intensity__lte=most)

    def choices_of_late(self, entries: int) -> models.QuerySet["Entry", Any]:
        """Regions, qualities, legs and activities of the newest entries that have any."""
        rows = self.exclude(regions=[], qualities=[], legs=[], activities=[])
        newest = rows.order_by("-occurred_at").values_list(
            "regions", "qualities", "legs", "activities"
        )
        return newest[:entries]

    def first_day(self) -> dt.date | None:
        """The first local day with an entry."""
        return self.order_by("local_date").values_list("local_date", flat=True).first()

    def intensity_by_day(self) -> models.QuerySet["Entry", Any]:
        """Days with their ``mean`` intensity and number of ``entries``, one row a day, in order."""
        return (
            self.order_by("local_date")
            .values("local_date")
            .annotate(mean=Avg("intensity"), entries=Count("pk"))
        )
