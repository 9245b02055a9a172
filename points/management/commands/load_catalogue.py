"""Loads the text of the catalogue into the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from points.loading import load_catalogue
from points.questions import CATALOGUE
from points.reading import CatalogueError


class Command(BaseCommand):
    help = "Load the text of the catalogue; the same text twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CATALOGUE)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        try:
            loaded = load_catalogue(folder)
        except CatalogueError as error:
            lines = "\n".join(f"  {problem}" for problem in error.problems)
            message = f"The catalogue was not loaded; the old one stays.\n{lines}"
            raise CommandError(message) from error
        if not loaded.changed:
            self.stdout.write("Catalogue: nothing changed.")
            return
        counted = ", ".join(f"{count} {name}" for name, count in loaded.counts.items())
        self.stdout.write(f"Catalogue: {counted}.")
