"""Knows what a device keeps of a routine to run it later: signed, dated, and for one person."""

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from django.core import signing

from routines.holds import Length, Snapshot, holds_of, planned_seconds, with_less

SALT = "routines.kept"
TIMES = ("issued_at", "expires_at")


@dataclass(frozen=True, slots=True)
class KeptRun:
    """One version of a routine as one person may run it from one instant to another.

    Attributes:
        person: The key of the person; so ``routine``, and ``screening`` of the answers it follows.
        snapshot: What is run, as a session keeps it.
        expires_at: Until when a session of it may begin.
    """

    person: int
    routine: int
    name: str
    length: Length
    screening: int
    snapshot: Snapshot
    issued_at: dt.datetime
    expires_at: dt.datetime

    @property
    def planned_seconds(self) -> int:
        """Seconds of pressing in all holds."""
        return planned_seconds(holds_of(self.snapshot))

    def signed(self) -> str:
        """Return it as a text that nobody but this server can have written."""
        told = asdict(self) | {name: getattr(self, name).isoformat() for name in TIMES}
        return signing.dumps(told, salt=SALT, compress=True)

    @classmethod
    def read(cls, token: str) -> Self:
        """Return what was signed.

        Raises:
            BadSignature: it was not written here, or by a version that wrote something else.
        """
        told: dict[str, Any] = signing.loads(token, salt=SALT)
        try:
            return cls(**told | {name: dt.datetime.fromisoformat(told[name]) for name in TIMES})
        except (KeyError, TypeError) as error:
            raise signing.BadSignature from error

    def without(self, codes: Collection[str], reason: str) -> Self:
        """Return it without the holds of some points."""
        return replace(self, snapshot=with_less(self.snapshot, codes, reason)) if codes else self

    def began_at(self, lived_at: dt.datetime) -> dt.datetime:
        """Return when a session of it can have begun, of what a device claims."""
        return max(self.issued_at, lived_at)
