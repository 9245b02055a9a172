"""One table: a number of a person on a day."""

from django.conf import settings
from django.db import models


class Number(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    at = models.DateTimeField()
    day = models.DateField()
    level = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "-at"], name="number_newest_first"),
            models.Index(fields=["owner", "day"], include=["level"], name="number_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.level} on {self.day}"
