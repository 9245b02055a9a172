"""Which runs of routines."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.expressions import BaseExpression
from django.db.models.functions import JSONObject

from routines.querysets.kept import KeptQuerySet

if TYPE_CHECKING:
    from routines.models import Routine, Session


READ_OF_EVENTS = ("kind", "hold", "pressed_seconds", "reason", "feel")


def _while_open(what: str | BaseExpression) -> models.Case:
    return models.Case(models.When(finished_at__isnull=True, then=what))


class SessionQuerySet(KeptQuerySet["Session"]):
    """Runs of routines."""

    def between(self, first: dt.date, last: dt.date) -> Self:
        """Sessions that began on the local days first..last, both included."""
        return self.filter(local_date__range=(first, last))

    def between_or_last_practised(self, first: dt.date, last: dt.date) -> Self:
        """Sessions of the days first..last, and the last practised one, however long ago."""
        newest = self.practised().order_by("-occurred_at", "-pk").values("pk")[:1]
        return self.filter(Q(local_date__range=(first, last)) | Q(pk=Subquery(newest)))

    def of_routine(self, routine: "Routine") -> Self:
        """Sessions that ran one routine, whatever it held then."""
        return self.filter(routine=routine)

    def practised(self) -> Self:
        """Sessions in which at least one hold was finished."""
        return self.filter(holds_done__gte=1)

    def with_something_noticed(self) -> Self:
        """Sessions after which there was soreness or a bruise."""
        return self.filter(Q(sore_after=True) | Q(bruised_after=True))

    def worth_telling(self) -> Self:
        """Sessions in which something was pressed, or pain was given afterwards."""
        return self.filter(Q(pressed_seconds__gte=1) | Q(pain_after__isnull=False))

    def begun_by(self, at: dt.datetime) -> Self:
        """Sessions that had begun at an instant."""
        return self.filter(occurred_at__lte=at)

    def left_open(self) -> Self:
        """Sessions that nobody has ended."""
        return self.filter(finished_at__isnull=True)

    def with_what_is_open(self) -> Self:
        """Newest first, light.

        Those that were left open have ``snapshot_while_open`` and ``events_while_open``, a list of
        what ``routines.progress`` reads of each event.
        """
        told = JSONObject(**{name: name for name in READ_OF_EVENTS})
        events = apps.get_model("routines", "SessionEvent").objects.filter(session=OuterRef("pk"))
        return self.recent_first().annotate(
            snapshot_while_open=_while_open("snapshot"),
            events_while_open=_while_open(ArraySubquery(events.values_list(told))),
        )

    def recent_first(self) -> Self:
        """Newest first, light enough for lists; reaching for more raises."""
        return self.light().order_by("-occurred_at", "-pk").fetch_mode(models.FETCH_RAISE)

    def light(self) -> Self:
        """Without what was run."""
        return self.defer("snapshot")

    def older_than(self, session: "Session") -> Self:
        """Sessions that come after one where the newest is first."""
        at = session.occurred_at
        return self.filter(occurred_at__lte=at).exclude(occurred_at=at, pk__gte=session.pk)
