"""Writes what the database holds back into the text of the catalogue."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from points import telling, writing
from points.kinds import KINDS, Kind
from points.questions import CATALOGUE


class Command(BaseCommand):
    """Changes the lines whose values differ and no other byte; comments on their own lines stay.

    Into an empty or new folder it first copies the text that the app came with.
    """

    help = "Write the catalogue of the database back into its text files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CATALOGUE)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        if not any(folder.rglob("*.toml")):
            shutil.copytree(CATALOGUE, folder, dirs_exist_ok=True)
        changed = [
            file.name
            for name, kind in KINDS.items()
            for file in _files(folder / kind.path)
            if _rewrite(file, _told(name, kind))
        ]
        told = ", ".join(changed) or "nothing changed"
        self.stdout.write(f"Catalogue written: {told}.")


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _told(name: str, kind: Kind) -> dict[str, Mapping[str, Any]]:
    return {getattr(row, kind.natural_key): telling.values_of(name, row) for row in kind.rows()}


def _rewrite(file: Path, told: Mapping[str, Mapping[str, Any]]) -> bool:
    """Write a file anew if a value in it changed, all of it or nothing; say whether it did."""
    before = file.read_bytes().decode("utf-8")
    after = writing.rewritten(before, told)
    if after == before:
        return False
    half = file.with_suffix(".toml.new")
    half.write_bytes(after.encode("utf-8"))
    half.replace(file)
    return True
