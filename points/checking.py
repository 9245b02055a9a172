"""Reads a whole catalogue and says all that is wrong with it; needs no database."""

from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import models

from points import reading, references, schema
from points.kinds import KINDS, Kind
from points.reading import CatalogueError, Entry
from points.references import Text


def read(folder: Path) -> dict[str, list[Entry]]:
    """Return the entries of each kind, in order.

    Raises:
        CatalogueError: if the text is wrong anywhere.
    """
    text = {name: reading.entries(folder / kind.path) for name, kind in KINDS.items()}
    if wrong := list(problems(text)):
        raise CatalogueError(wrong)
    return text


def problems(text: Text) -> Iterator[str]:
    """Yield a sentence, with file, line, entry and key, for each thing that is wrong."""
    for name, kind in KINDS.items():
        for entry in text[name]:
            wrong = list(schema.problems(entry, kind.fields))
            yield from wrong or _refused(kind, entry)
    yield from references.problems(text)


def row_of(kind: Kind, entry: Entry) -> models.Model:
    """Return the unsaved row of an entry, without the rows that it names."""
    return kind.model(**{kind.natural_key: entry.key}, **kind.columns(entry))


def _refused(kind: Kind, entry: Entry) -> Iterator[str]:
    """Yield what the columns themselves refuse: a word that is too long, a bad address."""
    try:
        row_of(kind, entry).clean_fields()
    except ValidationError as error:
        for column, reasons in error.message_dict.items():
            field = column.removesuffix("_slugs")
            yield entry.problem(field, " ".join(reasons))
