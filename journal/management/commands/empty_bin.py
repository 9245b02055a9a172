"""Deletes for good what has been in the bin for 30 days, and drafts left alone for longer."""

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from journal.actions import empty_drafts
from journal.models import Answers, Entry, Happening

DAYS, DRAFT_DAYS = 30, 90


class Command(BaseCommand):
    """Run it once a day."""

    help = "Delete for good the entries that have been in the bin for 30 days."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete them and say how many."""
        before = timezone.now() - dt.timedelta(days=DAYS)
        number = 0
        for rows in (Entry.objects, Happening.objects, Answers.objects):
            number += rows.binned_before(before).delete()[0]
        empty_drafts(before=timezone.now() - dt.timedelta(days=DRAFT_DAYS))
        self.stdout.write(f"{number} entries deleted for good.")
