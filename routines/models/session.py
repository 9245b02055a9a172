"""Rows of what was pressed: a session with the snapshot it ran, and its events as they came."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from routines.holds import minutes
from routines.models.person import Screening
from routines.models.routine import Routine
from routines.models.stamped import Stamped
from routines.progress import ABOUT_A_HOLD, ABOUT_THE_SESSION
from routines.querysets import SessionQuerySet

INTENSITY_0_TO_10 = _("Choose a number from 0 to 10.")


class Session(Stamped):
    """One run of a routine. It counts for the day it began on.

    ``snapshot`` is what was run, written once at the start: editing or deleting the routine, or
    loading a new catalogue, never changes it. Its shape is ``routines.holds.Snapshot``.
    """

    class Length(models.TextChoices):
        SHORT = "short", _("short")
        USUAL = "usual", _("usual")
        FULL = "full", _("full")

    class Morning(models.TextChoices):
        EASIER = "easier", _("Easier")
        SAME = "same", _("Same")
        WORSE = "worse", _("Worse")

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="practice_sessions"
    )
    routine = models.ForeignKey(
        Routine, on_delete=models.SET_NULL, related_name="sessions", null=True, blank=True
    )
    screening = models.ForeignKey(
        Screening, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    name = models.CharField(max_length=80)
    length = models.CharField(max_length=5, choices=Length, default=Length.USUAL)
    snapshot = models.JSONField()
    planned_seconds = models.PositiveIntegerField()
    pressed_seconds = models.PositiveIntegerField(default=0)  # the sum over its events
    holds_done = models.PositiveSmallIntegerField(default=0)
    pain_before = models.PositiveSmallIntegerField(null=True, blank=True)
    pain_after = models.PositiveSmallIntegerField(null=True, blank=True)
    sore_after = models.BooleanField(_("Sore where I pressed"), default=False)
    bruised_after = models.BooleanField(_("A bruise"), default=False)
    after_note = models.CharField(_("What you noticed"), max_length=500, blank=True)
    sore_after_at = models.DateTimeField(null=True, blank=True, editable=False)  # said, or unsaid
    bruised_after_at = models.DateTimeField(null=True, blank=True, editable=False)
    after_at = models.DateTimeField(null=True, blank=True, editable=False)  # when it was told
    after_key = models.UUIDField(null=True, blank=True, editable=False)  # of a device's message
    after_body = models.UUIDField(null=True, blank=True, editable=False)  # made of what was in it
    next_morning = models.CharField(max_length=6, choices=Morning, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-occurred_at", "-pk"]
        indexes = [
            models.Index(
                fields=["owner", "local_date"],
                include=["pressed_seconds", "holds_done"],
                name="session_by_day",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="session_once"),
            models.CheckConstraint(
                condition=Q(pain_before__isnull=True) | Q(pain_before__range=(0, 10)),
                name="session_pain_before_is_0_to_10",
                violation_error_message=INTENSITY_0_TO_10,
            ),
            models.CheckConstraint(
                condition=Q(pain_after__isnull=True) | Q(pain_after__range=(0, 10)),
                name="session_pain_after_is_0_to_10",
                violation_error_message=INTENSITY_0_TO_10,
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("occurred_at")),
                name="session_finishes_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} on {self.local_date}"

    @property
    def is_noted(self) -> bool:
        """Whether something was noticed on the body afterwards."""
        return self.sore_after or self.bruised_after or bool(self.after_note)

    @property
    def minutes_pressed(self) -> int:
        """Whole minutes pressed, at least 1."""
        return minutes(self.pressed_seconds)

    @property
    def minutes_planned(self) -> int:
        """Whole minutes planned, at least 1."""
        return minutes(self.planned_seconds)


class SessionEvent(models.Model):
    """Something that happened in a session, kept once under the key its device gave it."""

    class Kind(models.TextChoices):
        HOLD = "hold", _("Held")
        PART = "part", _("Held in part, and left")
        SKIP = "skip", _("Skipped")
        FEEL = "feel", _("How the pressure was")
        PAUSE = "pause", _("Paused")
        RESUME = "resume", _("Went on")
        FINISH = "finish", _("Ended")

    class Reason(models.TextChoices):
        SORE = "sore", _("Sore")
        CANT_REACH = "cant_reach", _("Can’t reach")
        NO_TIME = "no_time", _("No time")

    class Feel(models.TextChoices):
        TOO_LIGHT = "too_light", _("Too light")
        GOOD = "good", _("Good")
        TOO_HARD = "too_hard", _("Too hard")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    key = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField(max_length=6, choices=Kind)
    hold = models.PositiveSmallIntegerField()  # its place in the snapshot, from 0
    pressed_seconds = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    feel = models.CharField(max_length=9, choices=Feel, blank=True)
    happened_at = models.DateTimeField()  # as the device claims
    received_at = models.DateTimeField()  # as the server saw it

    class Meta:
        ordering = ["received_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "key"], name="session_event_once"),
            models.CheckConstraint(
                condition=Q(pressed_seconds__lte=600), name="a_hold_is_at_most_600_seconds"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(ABOUT_A_HOLD | ABOUT_THE_SESSION)),
                name="session_event_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(ABOUT_A_HOLD))
                | Q(pressed_seconds=0, reason="", feel=""),
                name="nothing_is_pressed_by_a_pause_or_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.hold}"
