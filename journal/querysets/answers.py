"""Which sets of answers: finished ones, drafts, and the newest of each kind."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models

from journal.querysets.bin import BinQuerySet

if TYPE_CHECKING:
    from journal.models import Answers


class AnswersQuerySet(BinQuerySet["Answers"]):
    """Answers to the questions asked in a rhythm."""

    def of(self, kind: str) -> Self:
        """Answers to one kind of question."""
        return self.filter(kind=kind)

    def finished(self) -> Self:
        """Those sent in, with a score or without."""
        return self.filter(finished_at__isnull=False)

    def drafts(self) -> Self:
        """Those begun and not sent in."""
        return self.filter(finished_at__isnull=True)

    def scored(self) -> Self:
        """Those with a score, oldest first."""
        return self.finished().filter(score__isnull=False).order_by("occurred_at", "pk")

    def up_to(self, row: "Answers") -> Self:
        """Those not newer than a row."""
        return self.filter(occurred_at__lte=row.occurred_at)

    def left_alone_since(self, at: dt.datetime) -> Self:
        """Those last touched before an instant."""
        return self.filter(occurred_at__lt=at)

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Answers of the local days first..last, both included."""
        return self.filter(local_date__range=(first, last))

    def days(self) -> dict[str, tuple[dt.date, dt.date]]:
        """The first and the newest day of finished answers, of each kind that has any."""
        rows = self.finished().order_by().values_list("kind")
        counted = rows.annotate(first=models.Min("local_date"), newest=models.Max("local_date"))
        return {kind: (first, newest) for kind, first, newest in counted}
