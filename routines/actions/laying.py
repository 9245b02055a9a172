"""Lays what many single days are for into a plan at once, and takes it out again."""

import datetime as dt
from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from routines.models import DayChoice, Routine

KEPT = {"id", "owner", "day"}  # everything else of an earlier choice makes way


@transaction.atomic
def choose_days(*, person: User, days: Mapping[dt.date, Routine | None], reason: str = "") -> None:
    """Keep what each of these days is for, whatever was chosen before: a routine, or rest and why.

    A reason is at most 80 characters.
    """
    fields = DayChoice._meta.concrete_fields  # noqa: SLF001 - documented
    DayChoice.objects.bulk_create(
        [
            DayChoice(owner=person, day=day, routine=routine, reason="" if routine else reason)
            for day, routine in days.items()
        ],
        update_conflicts=True,
        unique_fields=["owner", "day"],
        update_fields=[field.name for field in fields if field.name not in KEPT],
    )


@transaction.atomic
def drop_days(*, person: User, days: Mapping[dt.date, Routine | None]) -> None:
    """Give these days back to the week, where they still hold what was laid there."""
    chosen = DayChoice.objects.kept_by(person)
    for routine in set(days.values()):
        laid = [day for day, wanted in days.items() if wanted == routine]
        chosen.filter(day__in=laid, routine=routine).delete()
