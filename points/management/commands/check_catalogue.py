"""Proves that the text of the catalogue is complete, careful and true to its figures."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from points import checking, quality
from points.questions import CATALOGUE
from points.reading import CatalogueError


class Command(BaseCommand):
    """Reads every file and draws every point; opens no database and writes nothing."""

    help = __doc__ or ""
    requires_system_checks = []  # one of them asks the database how old it is

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CATALOGUE)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        try:
            text = checking.read(folder)
        except CatalogueError as error:
            raise CommandError(_listed(error.problems)) from error
        if wrong := list(quality.problems(text)):
            raise CommandError(_listed(wrong))
        counted = ", ".join(f"{len(entries)} {name}" for name, entries in text.items())
        self.stdout.write(f"Catalogue is good: {counted}.")


def _listed(problems: list[str]) -> str:
    return "The catalogue is not good enough.\n" + "\n".join(f"  {one}" for one in problems)
