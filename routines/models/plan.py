"""Rows of when a person means to practise: the week, pauses, and choices for single days."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from routines.models.routine import Routine
from routines.querysets import DayChoiceQuerySet, PauseQuerySet, PlanQuerySet
from routines.recurrence import EVERY_DAY, WRITTEN, weekdays_of

MOST_TIMES_A_DAY = 6


class Plan(models.Model):
    """One routine on the days of a rule, from a day on, until a day where one is set."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans"
    )
    routine = models.ForeignKey(Routine, on_delete=models.CASCADE, related_name="plans")
    recurrence = models.CharField(max_length=60, default=EVERY_DAY)  # RFC 5545, the RRULE's value
    times_a_day = models.PositiveSmallIntegerField(default=1)
    times = ArrayField(models.TimeField(), default=list, blank=True)  # on the person's clock
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day, included

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["owner"], name="plan_of_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(recurrence__regex=WRITTEN),
                name="plan_follows_a_known_rule",
                violation_error_message=_("Choose at least one day of the week."),
            ),
            models.CheckConstraint(
                condition=Q(times_a_day__range=(1, MOST_TIMES_A_DAY)),
                name="plan_is_1_to_6_times_a_day",
                violation_error_message=_("Plan 1 to 6 sessions a day."),
            ),
            models.CheckConstraint(
                condition=Q(times__len__lte=F("times_a_day")),
                name="plan_has_no_more_times_than_sessions",
                violation_error_message=_("There are more times than sessions a day."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
                violation_error_message=_("The last day comes before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.routine_id}: {self.recurrence}"

    @property
    def weekdays(self) -> list[int]:
        """The ISO weekdays it names; none where they change from week to week."""
        return weekdays_of(self.recurrence)


class DayChoice(models.Model):
    """What a person chose for one date: it beats the week and never changes it.

    A routine; or another day for what the date holds; or, without either, a day of rest.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="day_choices"
    )
    day = models.DateField()
    routine = models.ForeignKey(
        Routine, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    moved_to = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=80, blank=True)

    objects = DayChoiceQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        indexes = [
            models.Index(
                fields=["owner", "moved_to"],
                condition=Q(moved_to__isnull=False),
                name="day_choice_moved_to",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "day"], name="one_choice_a_day"),
            models.CheckConstraint(
                condition=Q(moved_to__isnull=True) | Q(moved_to__gt=F("day")),
                name="a_day_moves_to_a_later_one",
                violation_error_message=_("Move it to a later day."),
            ),
        ]

    def __str__(self) -> str:
        if self.moved_to:
            return f"{self.day}: moved to {self.moved_to}"
        return f"{self.day}: {self.routine_id or 'rest'}"


class Pause(models.Model):
    """Days off for illness or travel, both ends included; without an end it goes on."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pauses"
    )
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=80, blank=True)

    objects = PauseQuerySet.as_manager()

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
