"""Deletes what has had its time: sample people, log-ins, and diary entries long in the bin."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from config.you.actions import delete_expired_samples


class Command(BaseCommand):
    """Deletes what has had its time; run at every start and once a day."""

    help = "Delete expired sample people, expired log-ins, and entries long in the bin."

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean up, and say how many sample people went."""
        people = delete_expired_samples(at=timezone.now())
        call_command("clearsessions")
        call_command("empty_bin", stdout=self.stdout)
        self.stdout.write(f"{people} sample people deleted.")
