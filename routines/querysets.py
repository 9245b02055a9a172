"""Which rows: each chain starts with the person who keeps them."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.expressions import BaseExpression
from django.db.models.functions import JSONObject

if TYPE_CHECKING:
    from routines.models import (  # noqa: F401 - named below
        DayChoice,
        Pause,
        Plan,
        Programme,
        Routine,
        Screening,
        Session,
        Step,
    )

READ_OF_POINTS = (  # the columns behind press.PressPoint
    "code", "name_pinyin", "place", "body_region", "laterality", "exclude_if", "caution_if",
    "routine_tags", "techniques_suitable", "pressure_max", "seconds_min", "seconds_max", "reach",
    "tools", "retired", "sites_count",
)  # fmt: skip
READ_OF_EVENTS = ("kind", "hold", "pressed_seconds", "reason", "feel")


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


class StepQuerySet(models.QuerySet["Step"]):
    """Lines of routines."""

    def for_reading(self) -> Self:
        """With what is pressed and how, in one query; reaching for what the library tells raises.

        A point has 40 columns and a routine 14 points: read whole they cost more than all the rest.
        """
        own = [f.attname for f in self.model._meta.concrete_fields]  # noqa: SLF001 - documented
        of_points = [f"point__{name}" for name in READ_OF_POINTS]
        return (
            self.select_related("point", "technique")
            .only(*own, *of_points, "technique__slug")
            .fetch_mode(models.FETCH_RAISE)
        )


class RoutineQuerySet(KeptQuerySet["Routine"]):
    """Routines of people and of programmes."""

    def of_programmes(self) -> Self:
        """Those that anybody may start, in the order of their programmes."""
        return self.filter(owner__isnull=True).order_by("programme__position", "pk")

    def open_to(self, person: User) -> Self:
        """The person's own and those of programmes: what may be copied."""
        return self.filter(Q(owner=person) | Q(owner__isnull=True))

    def put_away(self) -> Self:
        """Those that were put away, the last one first."""
        return self.filter(archived_on__isnull=False).order_by("-archived_on", "pk")

    def in_use(self) -> Self:
        """Without those that were put away."""
        return self.filter(archived_on__isnull=True)

    def among(self, keys: Iterable[int]) -> Self:
        """Those with one of these keys."""
        return self.filter(pk__in=keys)

    def newest_first(self) -> Self:
        """The one that was made last comes first."""
        return self.order_by("-pk")

    def for_reading(self) -> Self:
        """With steps, points and techniques; reaching for more raises."""
        steps: StepQuerySet = apps.get_model("routines", "Step").objects.all()
        return (
            self.select_related("programme")
            .prefetch_related(models.Prefetch("steps", steps.for_reading()))
            .fetch_mode(models.FETCH_RAISE)
        )


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
        """Choices for the days first..last, and those by which something was moved there."""
        days = (first, last)
        return self.filter(Q(day__range=days) | Q(moved_to__range=days)).select_related("routine")


class PauseQuerySet(KeptQuerySet["Pause"]):
    """Days off."""

    def touching(self, first: dt.date, last: dt.date | None = None) -> Self:
        """Pauses that have one of the days first..last, or any day from the first on."""
        over = self.filter(Q(last_day__isnull=True) | Q(last_day__gte=first))
        return over if last is None else over.filter(first_day__lte=last)

    def latest_first(self) -> Self:
        """Newest first; reaching for more raises."""
        return self.order_by("-first_day", "-pk").fetch_mode(models.FETCH_RAISE)


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

    def worth_telling(self) -> Self:
        """Sessions in which something was pressed, or pain was given afterwards."""
        return self.filter(Q(pressed_seconds__gte=1) | Q(pain_after__isnull=False))

    def minutes_by_day(self) -> models.QuerySet["Session", Any]:
        """Days with ``sessions`` and ``seconds`` pressed, in order, one row a day."""
        return (
            self.practised()
            .order_by("local_date")
            .values("local_date")
            .annotate(sessions=models.Count("pk"), seconds=models.Sum("pressed_seconds"))
        )

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
