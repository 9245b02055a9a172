"""Puts the text of the catalogue into the database: all or nothing, and only when it changed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import connection, models, transaction

from points import checking
from points.edits import Edit, mixed, noted, overwritten, with_edits
from points.kinds import KINDS, Kind
from points.models import CatalogueVersion, Point
from points.questions import CATALOGUE
from points.reading import CatalogueError, Entry

SHAPE = "1"  # raise it when the same text makes different rows
LOCK = 6_262_001  # of two processes that start at once, one loads


class Edits(StrEnum):
    """What becomes of rows that a curator changed and a new text tells otherwise."""

    REFUSE = "refuse"
    KEEP = "keep"
    OVERWRITE = "overwrite"


class EditedError(CatalogueError):
    """The text would undo what curators changed; `problems` names each row."""


@dataclass(frozen=True)
class Loaded:
    """What a load did: rows of each kind, empty if nothing had changed; edits that were kept."""

    counts: Mapping[str, int]
    kept: tuple[Edit, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.counts)


def load_catalogue(folder: Path = CATALOGUE, *, edits: Edits = Edits.REFUSE) -> Loaded:
    """Bring the database to the text in the folder.

    The same text twice changes nothing, and leaves what curators changed since. Another text that
    tells an edited row otherwise is refused, unless the edits are to be kept or overwritten; a
    text that says what the row says (it was exported) is in nobody's way.

    Raises:
        EditedError: if the text would undo an edit and nobody said what to do.
        CatalogueError: if the text is wrong anywhere; the old catalogue stays as it was.
    """
    fingerprint = _fingerprint(folder)
    version = CatalogueVersion.objects.first()
    undo = edits is Edits.OVERWRITE and version is not None and version.edited
    if version and version.text_hash == fingerprint and not undo:
        return Loaded({})
    text = checking.read(folder)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        kept = _kept(text, edits)
        counts = _write_all(_with(kept, text))
        _remember(fingerprint, kept, sum(counts.values()))
    return Loaded(counts, kept)


def _remember(fingerprint: str, kept: tuple[Edit, ...], row_count: int) -> None:
    version = CatalogueVersion.objects.first() or CatalogueVersion(pk=1)
    before, version.text_hash, version.row_count = version.content_hash, fingerprint, row_count
    version.content_hash = mixed(fingerprint, kept, before) if kept else fingerprint
    version.edited = [str(edit) for edit in kept]
    version.save()


def _kept(text: Mapping[str, list[Entry]], edits: Edits) -> tuple[Edit, ...]:
    """Return the edits that stay although the text differs."""
    differing = tuple(overwritten(noted(CatalogueVersion.objects.first()), text))
    if differing and edits is Edits.REFUSE:
        raise EditedError([f"{edit}: was changed in the admin." for edit in differing])
    return differing if edits is Edits.KEEP else ()


def _with(kept: tuple[Edit, ...], text: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    if not kept:
        return text
    merged = with_edits(kept, text)
    if wrong := list(checking.problems(merged)):
        raise CatalogueError(wrong)
    return merged


def _write_all(text: Mapping[str, list[Entry]]) -> dict[str, int]:
    counts = {name: _write(kind, text[name]) for name, kind in KINDS.items()}
    for name in reversed(KINDS):
        _remove_gone(KINDS[name], [entry.key for entry in text[name]])
    return counts


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(SHAPE.encode())
    for file in sorted(folder.rglob("*.toml")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _write(kind: Kind, entries: Sequence[Entry]) -> int:
    rows = [checking.row_of(kind, entry) for entry in entries]
    for column, other in kind.links.items():
        _link(column, KINDS[other], zip(rows, entries, strict=True))
    columns = [
        field.name
        for field in kind.model._meta.concrete_fields  # noqa: SLF001 - Django's documented API
        if not (field.primary_key or field.generated or field.name == kind.natural_key)
    ]
    kind.model._default_manager.bulk_create(  # noqa: SLF001 - the same
        rows, update_conflicts=True, unique_fields=[kind.natural_key], update_fields=columns
    )
    return len(rows)


def _link(column: str, other: Kind, pairs: Iterable[tuple[models.Model, Entry]]) -> None:
    """Let rows point at the rows whose keys their entries name in that column."""
    keys = other.model._default_manager.values_list(other.natural_key, "pk")  # noqa: SLF001
    found = dict(keys)
    for row, entry in pairs:
        setattr(row, f"{column}_id", found.get(entry.values.get(column, "")))


def _remove_gone(kind: Kind, keys: Sequence[str]) -> None:
    """Delete rows that the text no longer holds; keep, and retire, what others refer to."""
    gone = kind.model._default_manager.exclude(**{f"{kind.natural_key}__in": keys})  # noqa: SLF001
    for row in gone:
        if not _referred_to(row):
            row.delete()
        elif isinstance(row, Point):
            row.retired = True
            row.save(update_fields=["retired"])


def _referred_to(row: models.Model) -> bool:
    """Whether any row of any table points at this one, by whatever name."""
    relations = [
        field
        for field in row._meta.get_fields(include_hidden=True)  # noqa: SLF001 - as above
        if isinstance(field, models.ForeignObjectRel) and not field.many_to_many
    ]
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()  # noqa: SLF001
        for relation in relations
    )
