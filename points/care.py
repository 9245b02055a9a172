"""What a person must mind at a point: its own cautions, and whom it does not suit."""

from dataclasses import dataclass
from typing import Protocol

from points import questions


class Careful(Protocol):
    """What must be known of a point."""

    cautions: list[str]
    exclude_if: list[str]
    caution_if: list[str]


@dataclass(frozen=True)
class Care:
    """Sentences for everyone, and short names of conditions; no cautions means none known."""

    cautions: tuple[str, ...]
    leave_out: tuple[str, ...]
    lighter: tuple[str, ...]


def care_at(point: Careful) -> Care:
    """Return what to mind at a point, in the words of the safety questions."""
    known = questions.conditions()
    return Care(
        cautions=tuple(point.cautions),
        leave_out=tuple(known[flag].short for flag in point.exclude_if),
        lighter=tuple(known[flag].short for flag in point.caution_if),
    )
