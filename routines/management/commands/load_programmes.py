"""Loads the programmes anybody can start; run it after load_catalogue."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from routines.programmes import ProgrammeError, load_programmes


class Command(BaseCommand):
    """Makes the programmes' rows equal to routines/catalogue/programmes.toml."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how many there are."""
        try:
            count = load_programmes()
        except ProgrammeError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} programmes loaded.")
