"""Rows about one person: preferences, and each set of safety answers ever given."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from routines.drafts import Draft
from routines.local_time import known_zone
from routines.models.stamped import Stamped
from routines.querysets import ScreeningQuerySet


def validate_zone(name: str) -> None:
    """Refuse a name that is no IANA time zone."""
    if known_zone(name) is None:
        raise ValidationError(_("Choose a time zone from the list, like Europe/Warsaw."))


class Preferences(models.Model):
    """How one person wants the site to be. Made with the account."""

    class Theme(models.TextChoices):
        SAME_AS_DEVICE = "", _("Same as phone")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Breath(models.TextChoices):
        QUICK = "3-4", _("3 and 4")
        USUAL = "4-6", _("4 and 6")
        SLOW = "5-7", _("5 and 7")

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences"
    )
    zone = models.CharField(
        _("Time zone"), max_length=64, default="UTC", validators=[validate_zone]
    )
    country = models.CharField(
        _("Country"),
        max_length=2,
        blank=True,
        help_text=_("Two letters. It decides which emergency number you are shown."),
    )
    theme = models.CharField(
        _("Look"), max_length=5, blank=True, choices=Theme, default=Theme.SAME_AS_DEVICE
    )
    sound = models.BooleanField(_("Tones in a session"), default=True)
    vibration = models.BooleanField(_("Vibration in a session"), default=True)
    voice = models.BooleanField(_("A voice that says what comes next"), default=True)
    breath_sound = models.BooleanField(_("A quiet tone with each breath"), default=False)
    letter_keys = models.BooleanField(  # WCAG 2.1.4: single keys can be turned off
        _("Keys N, 1, 2 and 3 in a session"), default=True
    )
    waits = models.BooleanField(_("Wait for me before each hold"), default=False)
    ready_seconds = models.PositiveSmallIntegerField(_("Seconds to get ready"), default=5)
    turn_seconds = models.PositiveSmallIntegerField(_("Seconds to change sides"), default=7)
    breath = models.CharField(
        _("Breath, seconds in and out"), max_length=3, choices=Breath, default=Breath.USUAL
    )
    thumb_mm = models.PositiveSmallIntegerField(
        _("Width of your thumb, in mm"),
        null=True,
        blank=True,
        help_text=_("Across the knuckle, 10 to 40. It turns finger widths into lengths."),
    )
    out_of_reach = ArrayField(  # codes of points that the person cannot reach
        models.CharField(max_length=20), default=list, blank=True, editable=False
    )
    expires_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name_plural = "preferences"
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=Q(expires_at__isnull=False),
                name="preferences_of_sample_people",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(country__regex=r"^([A-Z]{2})?$"),
                name="country_is_two_capitals",
                violation_error_message=_("Write the country as two capital letters, like PL."),
            ),
            models.CheckConstraint(
                condition=Q(ready_seconds__range=(3, 30)),
                name="ready_seconds_are_3_to_30",
                violation_error_message=_("Take 3 to 30 seconds to get ready."),
            ),
            models.CheckConstraint(
                condition=Q(turn_seconds__range=(3, 15)),
                name="turn_seconds_are_3_to_15",
                violation_error_message=_("Take 3 to 15 seconds to change sides."),
            ),
            models.CheckConstraint(
                condition=Q(thumb_mm__isnull=True) | Q(thumb_mm__range=(10, 40)),
                name="thumb_is_10_to_40_mm",
                violation_error_message=_("A thumb is 10 to 40 mm wide. Leave it empty if unsure."),
            ),
            models.CheckConstraint(
                condition=Q(breath__in=["3-4", "4-6", "5-7"]), name="breath_is_one_of_three"
            ),
        ]

    def __str__(self) -> str:
        return f"Preferences of {self.owner_id}"

    def breath_seconds(self) -> tuple[int, int]:
        """Return the seconds of a breath in and out."""
        breath_in, breath_out = self.breath.split("-")
        return int(breath_in), int(breath_out)


class Screening(Stamped):
    """One finished set of safety answers. Never changed: a new answer is a new row."""

    class Outcome(models.TextChoices):
        GO = "go", _("Go")
        LIMITS = "limits", _("Go, with limits")
        CLINICIAN = "clinician", _("See someone first")
        STOP = "stop", _("Stop and get help")

    class AfterStop(models.TextChoices):
        CHECKED = "checked", _("A clinician has checked me since")
        MISTAKE = "mistake", _("I marked it by mistake")

    key = models.UUIDField(default=uuid.uuid4)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="screenings"
    )
    answers = models.JSONField(default=dict)  # question key -> "yes" | "unsure"; absent means no
    cleared = models.BooleanField(default=False)  # "a clinician has agreed"
    after_stop = models.CharField(max_length=7, choices=AfterStop, blank=True)  # why they differ
    outcome = models.CharField(max_length=9, choices=Outcome)
    asked_on = models.DateField()  # when all was answered: a word of agreement renews nothing
    rules_version = models.CharField(max_length=16)

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        ordering = ["-occurred_at", "-pk"]
        indexes = [models.Index(fields=["owner", "-occurred_at"], name="screening_latest")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="screening_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["go", "limits", "clinician", "stop"]),
                name="screening_outcome_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} on {self.local_date}"

    def draft(self) -> Draft:
        """Return the answers as the finished draft they were."""
        return Draft(
            answers=dict(self.answers),
            agreed=self.cleared,
            done=True,
            key=str(self.key),
            version=self.rules_version,
            asked_on=self.asked_on,
        )
