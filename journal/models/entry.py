"""Rows of pain ratings, and the rules that the database keeps about them."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from journal.querysets import EntryQuerySet
from routines.models import Stamped


class Entry(Stamped):
    """One pain rating. Only the number is asked for; everything else may stay empty."""

    class Quality(models.TextChoices):
        DULL = "dull", _("Dull ache")
        STABBING = "stabbing", _("Stabbing")
        BURNING = "burning", _("Burning")
        PULLING = "pulling", _("Pulling")
        CRAMP = "cramp", _("Cramp")

    class Stiffness(models.TextChoices):
        NONE = "none", _("None")
        UNDER_30 = "under_30", _("Under 30 min")
        OVER_30 = "over_30", _("Over 30 min")

    class Legs(models.TextChoices):
        NOTHING = "nothing", _("Nothing")
        PAIN = "pain", _("Pain down a leg")
        PINS = "pins", _("Pins and needles")
        NUMB = "numb", _("Numb")

    class Painkillers(models.TextChoices):
        NONE = "none", _("None")
        SOME = "some", _("Some")
        MORE = "more", _("More than usual")

    class Activity(models.TextChoices):
        SITTING = "sitting", _("Sitting long")
        STANDING = "standing", _("Standing long")
        LIFTING = "lifting", _("Lifting")
        BENDING = "bending", _("Bending")
        DRIVING = "driving", _("Driving")
        WALKING = "walking", _("Walking")
        SPORT = "sport", _("Sport")
        RESTING = "resting", _("Resting")

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="entries"
    )
    intensity = models.PositiveSmallIntegerField(_("Pain"))  # NRS 0-10
    regions = ArrayField(
        models.CharField(max_length=24),  # of journal.regions
        verbose_name=_("Where"),
        default=list,
        blank=True,
    )
    levels = models.JSONField(  # region -> NRS 0-10, where it is not the number of the whole
        _("How strong in each place"), default=dict, blank=True
    )
    qualities = ArrayField(
        models.CharField(max_length=8, choices=Quality),
        verbose_name=_("What is it like"),
        default=list,
        blank=True,
    )
    stiffness = models.CharField(
        _("Morning stiffness"), max_length=8, choices=Stiffness, blank=True
    )
    stiffness_minutes = models.PositiveSmallIntegerField(_("Minutes"), null=True, blank=True)
    legs = ArrayField(
        models.CharField(max_length=7, choices=Legs),
        verbose_name=_("Legs"),
        default=list,
        blank=True,
    )
    sleep = models.PositiveSmallIntegerField(
        _("Sleep last night, 0 bad to 10 good"), null=True, blank=True
    )
    painkillers = models.CharField(_("Painkillers"), max_length=4, choices=Painkillers, blank=True)
    activities = ArrayField(
        models.CharField(max_length=8, choices=Activity),
        verbose_name=_("What you did"),
        default=list,
        blank=True,
    )
    note = models.TextField(_("Note"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=1)  # two tabs: the second is told
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-occurred_at", "-pk"]
        indexes = [
            models.Index(
                fields=["owner", "local_date"],
                include=["intensity"],
                condition=Q(deleted_at__isnull=True),
                name="entry_by_day",
            ),
            models.Index(
                fields=["owner", "-occurred_at"],
                condition=Q(deleted_at__isnull=True),
                name="entry_newest_first",
            ),
            models.Index(
                fields=["deleted_at"],
                condition=Q(deleted_at__isnull=False),
                name="entry_in_the_bin",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="entry_once"),
            models.CheckConstraint(
                condition=Q(intensity__range=(0, 10)),
                name="entry_intensity_is_0_to_10",
                violation_error_message=_("Choose a number from 0 to 10."),
            ),
            models.CheckConstraint(
                condition=Q(sleep__isnull=True) | Q(sleep__range=(0, 10)),
                name="entry_sleep_is_0_to_10",
                violation_error_message=_("Sleep is a number from 0 to 10."),
            ),
            models.CheckConstraint(
                condition=Q(stiffness_minutes__isnull=True) | Q(stiffness_minutes__lte=1440),
                name="entry_stiffness_is_at_most_a_day",
                violation_error_message=_("Minutes are a number from 0 to 1440."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.intensity} on {self.local_date}"
