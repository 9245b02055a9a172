"""Rows of when a person means to practise: the week, pauses, and choices for single days."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from routines.models.routine import Routine
from routines.querysets import KeptQuerySet, PlanQuerySet


class Plan(models.Model):
    """One routine on named weekdays, from a day on, until a day where one is set."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans"
    )
    routine = models.ForeignKey(Routine, on_delete=models.CASCADE, related_name="plans")
    weekdays = ArrayField(models.PositiveSmallIntegerField())  # ISO: Monday 1 ... Sunday 7
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day, included

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["owner"], name="plan_of_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=[1, 2, 3, 4, 5, 6, 7], weekdays__len__gte=1),
                name="plan_names_weekdays",
                violation_error_message=_("Choose at least one day of the week."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
                violation_error_message=_("The last day comes before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.routine_id} on {self.weekdays}"


class DayChoice(models.Model):
    """What a person chose for one date: it beats the week and never changes it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="day_choices"
    )
    day = models.DateField()
    routine = models.ForeignKey(  # none: a day of rest
        Routine, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["owner", "day"], name="one_choice_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.routine_id or 'rest'}"


class Pause(models.Model):
    """Days off for illness or travel, both ends included; without an end it goes on."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pauses"
    )
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=80, blank=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["first_day"]
        indexes = [models.Index(fields=["owner", "first_day"], name="pause_of_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="pause_ends_after_it_starts",
                violation_error_message=_("The last day comes before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day} to {self.last_day or '...'}"
