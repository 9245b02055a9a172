"""Loads the text of the catalogue into the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from points.loading import EditedError, Edits, load_catalogue
from points.questions import CATALOGUE
from points.reading import CatalogueError

WAYS_OUT = (
    "Write them into the text with export_catalogue, or load with --keep (the text, but not over "
    "these) or --force (the text, over these)."
)


class Command(BaseCommand):
    """Loads the text; the same text twice changes nothing.

    Rows that a curator changed in the admin are not overwritten in silence: if the text tells
    them otherwise, nothing is loaded and they are named. With --keep the rest is loaded and they
    stay as they are; with --force the text wins.
    """

    help = "Load the text of the catalogue; the same text twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CATALOGUE)
        ways = parser.add_mutually_exclusive_group()
        for way, edits, told in (
            ("--keep", Edits.KEEP, "leave rows alone that were changed in the admin"),
            ("--force", Edits.OVERWRITE, "overwrite rows that were changed in the admin"),
        ):
            ways.add_argument(way, dest="edits", action="store_const", const=edits, help=told)

    def handle(
        self, *_args: Any, folder: Path, edits: Edits | None = None, **_options: Any
    ) -> None:
        try:
            loaded = load_catalogue(folder, edits=edits or Edits.REFUSE)
        except CatalogueError as error:
            lines = [f"  {problem}" for problem in error.problems]
            lines += [WAYS_OUT] if isinstance(error, EditedError) else []
            message = "\n".join(["The catalogue was not loaded; the old one stays.", *lines])
            raise CommandError(message) from error
        if not loaded.changed:
            self.stdout.write("Catalogue: nothing changed.")
            return
        counted = ", ".join(f"{count} {name}" for name, count in loaded.counts.items())
        self.stdout.write(f"Catalogue: {counted}.")
        if loaded.kept:
            kept = ", ".join(str(edit) for edit in loaded.kept)
            self.stdout.write(f"Kept as changed in the admin: {kept}.")
