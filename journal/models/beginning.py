"""Rows of the day from which a person's numbers are looked at: written once, never moved."""

from django.conf import settings
from django.db import models

from routines.querysets import KeptQuerySet


class Beginning(models.Model):
    """The day on which a person wrote the first rating, whatever day that rating was about.

    The looks of ``journal.looks`` are counted from it. Were they counted from the first rated day,
    one rating written for a day before it would move them all: whoever does not like an answer
    could have another day to look on, as often as there are days.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="beginning"
    )
    day = models.DateField()

    objects = KeptQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"since {self.day}"
