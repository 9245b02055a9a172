"""Knows how a dated row keeps its day, whatever zone its owner moves to later."""

from django.db import models


class Stamped(models.Model):
    """A row about one instant, with the calendar day it was for its owner.

    The columns come from ``local_time.stamp`` and never change when the profile's zone does.
    """

    occurred_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    utc_offset_minutes = models.SmallIntegerField()
    local_date = models.DateField()

    class Meta:
        abstract = True
