"""What curators changed since the text was loaded, and how it stands to another text."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db import models

from points import telling
from points.kinds import KINDS
from points.models import CatalogueVersion
from points.reading import Entry


class Edit(NamedTuple):
    """A row that a curator changed."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


def note(name: str, row: models.Model) -> None:
    """Remember that a row was changed by hand, and let every visitor's copy be fetched anew."""
    edit = Edit(name, str(getattr(row, KINDS[name].natural_key)))
    version, _ = CatalogueVersion.objects.select_for_update().get_or_create(
        pk=1, defaults={"row_count": 0}
    )
    version.edited = sorted({*version.edited, str(edit)})
    version.content_hash = mixed(version.content_hash, edit, telling.values_of(name, row))
    version.save()


def noted(version: CatalogueVersion | None) -> list[Edit]:
    """Return the rows that were changed by hand, in order."""
    lines = version.edited if version else []
    return [Edit(*line.split(" ", 1)) for line in lines]


def overwritten(edits: Iterable[Edit], text: Mapping[str, list[Entry]]) -> Iterator[Edit]:
    """Yield the edits that a load of this text would undo: where text and row now differ."""
    entries = {name: {entry.key: entry for entry in found} for name, found in text.items()}
    for edit in edits:
        row = row_of(edit)
        entry = entries[edit.kind].get(edit.key)
        if row and (entry is None or telling.differing(edit.kind, entry, row)):
            yield edit


def with_edits(edits: Iterable[Edit], text: Mapping[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Return the text with the entries of these rows as the rows have them."""
    kept = {edit: row for edit in edits if (row := row_of(edit))}
    told = {name: {entry.key: entry for entry in found} for name, found in text.items()}
    for edit, row in kept.items():
        entry = telling.entry_of(edit.kind, row)
        before = told[edit.kind].get(edit.key)
        told[edit.kind][edit.key] = Entry(
            before.file if before else "database",
            entry.key,
            entry.values,
            before.line if before else row_position(row),
            {},
        )
    return {name: list(entries.values()) for name, entries in told.items()}


def row_position(row: models.Model) -> int:
    """Return where a row stands; a source has no other number than the line it came from."""
    return int(getattr(row, "position", 0))


def row_of(edit: Edit) -> models.Model | None:
    kind = KINDS[edit.kind]
    return kind.rows().filter(**{kind.natural_key: edit.key}).first()


def mixed(*parts: object) -> str:
    """Return a hash of all parts, in order."""
    told = json.dumps(parts, default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
