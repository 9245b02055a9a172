"""Which events, kinds of care and bad spells."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from journal.querysets.bin import BinQuerySet

if TYPE_CHECKING:
    from journal.models import Happening  # noqa: F401 - named below


class HappeningQuerySet(BinQuerySet["Happening"]):
    """What happened besides pain and practice."""

    def events(self) -> Self:
        """Injections, new chairs, travel."""
        return self.filter(sort="event")

    def care(self) -> Self:
        """What was done for the back besides pressing."""
        return self.filter(sort="care")

    def flares(self) -> Self:
        """Bad spells."""
        return self.filter(sort="flare")

    def still_open(self) -> Self:
        """Those without an end yet."""
        return self.filter(last_day__isnull=True)

    def newest_or_open(self, rows: int) -> Self:
        """So many of the newest, and all that go on, however old."""
        newest = self.order_by("-occurred_at", "-pk").values("pk")[:rows]
        return self.filter(Q(last_day__isnull=True) | Q(pk__in=newest))

    def saying(self, words: str) -> Self:
        """Those whose words hold each of these words, whatever their case."""
        rows = self
        for word in words.split():
            rows = rows.filter(name__icontains=word)
        return rows

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Those begun on the local days first..last, both included."""
        return self.filter(local_date__range=(first, last))

    def touching(self, first: dt.date, last: dt.date) -> Self:
        """Those with at least one of the days first..last, oldest first."""
        return self.filter(
            Q(last_day__isnull=True) | Q(last_day__gte=first), local_date__lte=last
        ).order_by("local_date", "pk")

    def recent_kinds(self, since: dt.date) -> list[str]:
        """Kinds begun since a day, the newest first, each once."""
        rows = self.filter(local_date__gte=since).order_by()
        newest = rows.values_list("kind").annotate(newest=models.Max("occurred_at"))
        return [kind for kind, _newest in newest.order_by("-newest")]
