"""Deletes for good what has been in the bin for 30 days."""

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from journal.models import Answers, Entry, Happening

DAYS = 30


class Command(BaseCommand):
    """Run it once a day."""

    help = "Delete for good the entries that have been in the bin for 30 days."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete them and say how many."""
        before = timezone.now() - dt.timedelta(days=DAYS)
        number = 0
        for rows in (Entry.objects, Happening.objects, Answers.objects):
            number += rows.binned_before(before).delete()[0]
        self.stdout.write(f"{number} entries deleted for good.")
