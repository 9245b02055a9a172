"""Remembers what was worked out from a person's days, for every worker and over a restart.

What is kept goes with the person, as all their rows do; no worker keeps anybody's numbers.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import connection

from journal import association, course, shifting, trend
from journal.association import Association, Counts, associate
from journal.course import Slope, slope
from journal.past import Kept

NOW, WAY = "now", "way"
METHODS = (association, course, shifting, trend)
KEEP = """
    INSERT INTO journal_finding (owner_id, about, version, numbers)
    VALUES (%s, %s, %s, %s)
    ON CONFLICT (owner_id, about)
    DO UPDATE SET version = excluded.version, numbers = excluded.numbers
"""  # in one statement: two workers may find the same at the same time

type Days = Sequence[float | None]


class Memory(NamedTuple):
    """What is remembered of one person."""

    person: User
    kept: Mapping[str, Kept]

    def association(
        self, about: str, pain: Days, practised: Sequence[bool], level: float
    ) -> Association:
        """Return the comparison of some days, worked out only if it was of others the last time."""
        version = _version([list(pain), list(map(int, practised)), level])
        kept = self._kept(about, version)
        if kept:
            told = json.loads(kept)
            return Association(**told | {"counts": Counts(**told["counts"])})
        found = associate(pain, practised, level=level)
        self._keep(about, version, json.dumps(asdict(found)))
        return found

    def slope(self, days: tuple[float | None, ...]) -> Slope | None:
        """Return which way some days go, worked out only if it was of others the last time."""
        version = _version(days)
        kept = self._kept(WAY, version)
        if kept:
            told = json.loads(kept)
            return Slope(*told) if told else None
        found = slope(days)
        self._keep(WAY, version, json.dumps(found))
        return found

    def _kept(self, about: str, version: str) -> str:
        kept = self.kept.get(about)
        return kept.numbers if kept and kept.version == version else ""

    def _keep(self, about: str, version: str, numbers: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(KEEP, (self.person.pk, about, version, numbers))


def _version(days: object) -> str:
    """Return what is another for other days, and for another method."""
    return sha256(f"{_methods()} {json.dumps(days)}".encode()).hexdigest()


@cache
def _methods() -> str:
    """Return what changes with the text of the methods, so that none is forgotten."""
    files = [Path(str(module.__file__)) for module in METHODS]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
