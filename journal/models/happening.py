"""Rows of what happened besides pain and practice: events, other care, and bad spells."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from journal.querysets import HappeningQuerySet
from routines.models import Stamped

LONGEST_SPAN = 1440  # minutes: a day


class Happening(Stamped):
    """Something on one day, or from ``local_date`` to ``last_day``; without an end it goes on."""

    class Sort(models.TextChoices):
        EVENT = "event", _("Event")
        CARE = "care", _("Other care")
        FLARE = "flare", _("Bad spell")

    class Event(models.TextChoices):
        INJECTION = "injection", _("Injection")
        CHAIR = "chair", _("New chair")
        TRAVEL = "travel", _("Travel")
        ILLNESS = "illness", _("Illness")
        PERIOD = "period", _("Period")
        OTHER = "other", _("Something else")

    class Care(models.TextChoices):
        EXERCISE = "exercise", _("Exercise")
        YOGA = "yoga", _("Yoga")
        STRETCHING = "stretching", _("Stretching")
        WALKING = "walking", _("Walking")
        PHYSIOTHERAPY = "physiotherapy", _("Physiotherapy")
        MASSAGE = "massage", _("Massage")
        CHIROPRACTIC = "chiropractic", _("Chiropractic")
        HEAT = "heat", _("Heat")
        MEDICINE = "medicine", _("Medicine")

    FLARE = "flare"

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="happenings"
    )
    sort = models.CharField(max_length=5, choices=Sort)
    kind = models.CharField(max_length=13)  # of Event or of Care, or FLARE
    name = models.CharField(_("In your words"), max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField(_("Minutes"), null=True, blank=True)
    last_day = models.DateField(_("Last day"), null=True, blank=True)  # none: it goes on
    version = models.PositiveIntegerField(default=1)  # two tabs: the second is told
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = HappeningQuerySet.as_manager()

    class Meta:
        ordering = ["-occurred_at", "-pk"]
        indexes = [
            models.Index(
                fields=["owner", "-occurred_at"],
                condition=Q(deleted_at__isnull=True),
                name="happening_newest_first",
            ),
            models.Index(
                fields=["deleted_at"],
                condition=Q(deleted_at__isnull=False),
                name="happening_in_the_bin",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="happening_once"),
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(sort="flare", last_day__isnull=True, deleted_at__isnull=True),
                name="one_flare_at_a_time",
                violation_error_message=_("A bad spell is open already."),
            ),
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("local_date")),
                name="happening_ends_after_it_starts",
                violation_error_message=_("The last day comes before the first one."),
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__range=(1, LONGEST_SPAN)),
                name="happening_minutes_are_1_to_1440",
                violation_error_message=_("Minutes are a number from 1 to 1440."),
            ),
            models.CheckConstraint(
                condition=Q(sort="flare", kind="flare")
                | Q(
                    sort="event",
                    kind__in=["injection", "chair", "travel", "illness", "period", "other"],
                )
                | Q(
                    sort="care",
                    kind__in=[
                        "exercise", "yoga", "stretching", "walking", "physiotherapy",
                        "massage", "chiropractic", "heat", "medicine",
                    ],
                ),
                name="happening_kind_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} on {self.local_date}"

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.last_day is None

    @property
    def word(self) -> str:
        """What it is called: the person's own words for something else, else the kind."""
        if self.kind == self.Event.OTHER and self.name:
            return self.name
        return str(WORDS[self.kind])


WORDS = {
    **dict(Happening.Event.choices),
    **dict(Happening.Care.choices),
    Happening.FLARE: Happening.Sort.FLARE.label,
}
