"""Loads the text of the catalogue into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from points.loading import load_catalogue
from points.reading import CatalogueError


class Command(BaseCommand):
    help = "Load the text of the catalogue; the same text twice changes nothing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            loaded = load_catalogue()
        except CatalogueError as error:
            lines = "\n".join(f"  {problem}" for problem in error.problems)
            message = f"The catalogue was not loaded; the old one stays.\n{lines}"
            raise CommandError(message) from error
        if not loaded.changed:
            self.stdout.write("Catalogue: nothing changed.")
            return
        counted = ", ".join(f"{count} {name}" for name, count in loaded.counts.items())
        self.stdout.write(f"Catalogue: {counted}.")
