"""What the text of the catalogue would say of a row: the reverse of `points.kinds`."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from django.db import models

from points.kinds import KINDS
from points.reading import Entry
from points.schema import NONE_KNOWN

EMPTY = ("", None)


def values_of(name: str, row: models.Model) -> dict[str, Any]:
    """Return the value of every key of this kind of entry, empty ones included."""
    return {
        key: RENAMED[key](row) if key in RENAMED else getattr(row, key)
        for key in KINDS[name].fields
    }


class Row(Entry):
    """An entry that stands in no file."""

    def problem(self, field: str, reason: str) -> str:
        return f'database, {self.key}: "{field}" {reason}'


def entry_of(name: str, row: models.Model) -> Row:
    """Return a row as an entry, as the checks of the loader want it."""
    told = {key: value for key, value in values_of(name, row).items() if value not in EMPTY}
    return Row("", str(getattr(row, KINDS[name].natural_key)), told, 0, {})


def is_same(written: Any, told: Any) -> bool:
    """Whether two values of a key mean the same; a key that is not written is an empty value."""
    return bool(written == told) or (written in EMPTY and told in EMPTY)


def differing(name: str, entry: Entry, row: models.Model) -> list[str]:
    """Return the keys in which a row differs from its entry."""
    return [
        key
        for key, told in values_of(name, row).items()
        if not is_same(entry.values.get(key, ""), told)
    ]


def text_of_database() -> dict[str, list[Entry]]:
    """Return every row that the text would hold, as entries of each kind in order."""
    return {
        name: [
            entry_of(name, row)
            for row in kind.rows().order_by("position")
            if not getattr(row, "retired", False)
        ]
        for name, kind in KINDS.items()
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _steps(row: Any) -> list[dict[str, Any]]:
    """Return the steps; one too many on either side is told empty, for the checks to find."""
    pairs = zip_longest(row.find_steps, row.find_landmarks)
    return [{"say": say or "", "light": light or []} for say, light in pairs]


def _key_of(column: str, natural_key: str) -> Callable[[Any], str]:
    def key(row: Any) -> str:
        named = getattr(row, column)
        return getattr(named, natural_key) if named else ""

    return key


RENAMED: Mapping[str, Callable[[Any], Any]] = {
    "source": lambda row: row.source_slugs,
    "seconds_range": lambda row: [row.seconds_min, row.seconds_max],
    "check": lambda row: row.check_text,
    "techniques": lambda row: row.technique_slugs,
    "people": lambda row: row.people or 0,
    "points": lambda row: row.points_pressed,
    "point": _key_of("point", "code"),
    "claim": _key_of("claim", "slug"),
    "find_steps": _steps,
    "cautions": lambda row: row.cautions or NONE_KNOWN,
    "reach": lambda row: {**row.reach, "tools": row.tools},
    "finger_widths": lambda row: _number(row.finger_widths),
}
