"""Knows how a dated row keeps its day, whatever zone its owner moves to later."""

import datetime as dt

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

    @property
    def wall(self) -> dt.datetime:
        """What the person's clock showed, without a zone."""
        offset = dt.timezone(dt.timedelta(minutes=self.utc_offset_minutes))
        return self.occurred_at.astimezone(offset).replace(tzinfo=None)
