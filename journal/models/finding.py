"""Rows of what was worked out from a person's days, kept so that it is worked out once."""

from django.conf import settings
from django.db import models

from routines.querysets import KeptQuerySet


class Finding(models.Model):
    """What one statement rests on; it holds for the days whose ``version`` it carries."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="findings"
    )
    about = models.CharField(max_length=7)  # "now", "way", or the month of a letter: "2026-10"
    version = models.CharField(max_length=64)  # of the days and of the method, see journal.findings
    numbers = models.TextField()  # as JSON; jsonb could not hold a range without an end

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "about"], name="finding_once"),
        ]

    def __str__(self) -> str:
        return self.about
