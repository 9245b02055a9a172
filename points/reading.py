"""Reads the text of the catalogue: entries with their lines, and problems that name both."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEADER = re.compile(r"^\[([\w-]+)((?:\.[\w-]+)*)\]")
KEY = re.compile(r"^([\w-]+) *=")


class CatalogueError(Exception):
    """The text cannot be loaded; `problems` says where and why, one sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Entry:
    """One entry of a file, with the line of its header and of each of its keys."""

    file: str
    key: str
    values: Mapping[str, Any]
    line: int
    lines: Mapping[str, int]

    def problem(self, field: str, reason: str) -> str:
        line = self.lines.get(field, self.line)
        return f'{self.file}, line {line}, {self.key}: "{field}" {reason}'


def entries(path: Path) -> list[Entry]:
    """Return the entries of one file, or of every file of a folder, in order.

    Raises:
        CatalogueError: if a file is not TOML, or two files hold the same entry.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    found = [entry for file in files for entry in _entries_of(file)]
    first: dict[str, Entry] = {}
    doubles = [
        f"{entry.file}, line {entry.line}, {entry.key}: is already in {first[entry.key].file}."
        for entry in found
        if first.setdefault(entry.key, entry) is not entry
    ]
    if doubles:
        raise CatalogueError(doubles)
    return found


def _entries_of(file: Path) -> list[Entry]:
    try:
        text = file.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError([f"{file.name}: cannot be read: {error}"]) from error
    places = _places(text)
    return [
        Entry(file.name, key, values, *places.get(key, (1, {})))
        for key, values in tables.items()
        if isinstance(values, dict)
    ] + _strays(file, tables)


def _strays(file: Path, tables: Mapping[str, Any]) -> list[Entry]:
    """Refuse values that stand before the first header."""
    strays = [key for key, values in tables.items() if not isinstance(values, dict)]
    if strays:
        raise CatalogueError([f"{file.name}: {key} stands outside any entry." for key in strays])
    return []


def _places(text: str) -> dict[str, tuple[int, dict[str, int]]]:
    """Return the header's line and the line of each key, for each entry."""
    places: dict[str, tuple[int, dict[str, int]]] = {}
    here, part = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            here, part = header[1], header[2].lstrip(".")
            _, lines = places.setdefault(here, (number, {}))
            if part:
                lines[part] = number
        elif here and (key := KEY.match(line)):
            name = f"{part}.{key[1]}" if part else key[1]
            places[here][1].setdefault(name, number)
    return places
