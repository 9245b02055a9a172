"""Rows of fair tests: what was asked, and the order that was drawn before the first week."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from journal.fair_test import FairWeek, week_on, weeks_of
from journal.querysets import FairTestQuerySet
from routines.models import Routine, Stamped


class FairTest(Stamped):
    """Pairs of weeks, one with sessions and one without, in an order drawn by lot.

    ``seal`` is shown before the first week; ``order`` and ``salt`` only afterwards, so that the
    person can work the seal out again and see that nothing was changed.
    """

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="fair_tests"
    )
    question = models.CharField(_("What do you want to know?"), max_length=200)
    pairs = models.PositiveSmallIntegerField(_("How long?"))
    threshold = models.PositiveSmallIntegerField(_("What would be worth it to you?"))  # points
    routine = models.ForeignKey(
        Routine, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    starts_on = models.DateField()  # a Monday
    order = models.CharField(max_length=40)  # "10 01 ...", see journal.fair_test
    salt = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)
    stopped_on = models.DateField(null=True, blank=True)  # the first day without the test

    objects = FairTestQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["owner", "-starts_on"], name="fair_test_of_owner")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="fair_test_once"),
            models.CheckConstraint(
                condition=Q(pairs__range=(6, 8)),
                name="fair_test_has_6_to_8_pairs",
                violation_error_message=_("A fair test has 6 to 8 pairs of weeks."),
            ),
            models.CheckConstraint(
                condition=Q(threshold__range=(1, 3)),
                name="fair_test_threshold_is_1_to_3_points",
                violation_error_message=_("Choose 1, 2 or 3 points."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__gt=F("local_date")),
                name="fair_test_is_drawn_before_its_first_week",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pairs} pairs from {self.starts_on}"

    @property
    def weeks(self) -> list[FairWeek]:
        """All weeks, in order."""
        return weeks_of(self.order, self.starts_on)

    @property
    def last_day(self) -> dt.date:
        """The last day of the last week."""
        return self.starts_on + dt.timedelta(weeks=2 * self.pairs, days=-1)

    @property
    def last_tested_day(self) -> dt.date:
        """The last day that was part of it; before the first one if it was stopped by then."""
        return self.stopped_on - dt.timedelta(days=1) if self.stopped_on else self.last_day

    def state_on(self, day: dt.date) -> str:
        """Return ``stopped``, ``waiting``, ``running`` or ``over``."""
        if self.stopped_on:
            return "stopped"
        if day < self.starts_on:
            return "waiting"
        return "running" if day <= self.last_day else "over"

    def week_on(self, day: dt.date) -> FairWeek | None:
        """Return the week of a day, or None outside the test."""
        return week_on(self.weeks, day)
