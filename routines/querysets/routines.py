"""Which routines, and which of their lines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from routines.querysets.kept import KeptQuerySet

if TYPE_CHECKING:
    from routines.models import Routine, Step  # noqa: F401 - named below

READ_OF_POINTS = (  # the columns behind press.PressPoint
    "code", "name_pinyin", "place", "body_region", "laterality", "exclude_if", "caution_if",
    "routine_tags", "techniques_suitable", "pressure_max", "seconds_min", "seconds_max", "reach",
    "tools", "retired", "sites_count",
)  # fmt: skip


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

    def held(self) -> Self:
        """Rows that nobody else may change until this transaction ends.

        Whoever changes the lines of a routine holds it first, so that no line is lost between two
        writers and none waits for the other.
        """
        return self.select_for_update()

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
