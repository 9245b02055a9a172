"""What a person must mind at a point: its own cautions, whom it does not suit, one's own case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from points import questions
from points.models import Point
from points.personal import Fit, Personal


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


@dataclass(frozen=True)
class Mine:
    """What holds for whoever is signed in; without a fit, `asks` says why nothing holds yet."""

    asks: str
    fit: Fit | None
    swaps: tuple[Point, ...]

    @property
    def may_press(self) -> bool:
        return self.fit is not None and self.fit.may_press


def care_at(point: Careful) -> Care:
    """Return what to mind at a point, in the words of the safety questions."""
    known = questions.conditions()
    return Care(
        cautions=tuple(point.cautions),
        leave_out=tuple(known[flag].short for flag in point.exclude_if),
        lighter=tuple(known[flag].short for flag in point.caution_if),
    )


def mine_at(point: Point, personal: Personal | None, library: Mapping[str, Point]) -> Mine | None:
    """Return what a person's answers mean for a point, with points to press instead; else None."""
    if personal is None:
        return None
    fit = personal.fit(point)
    left_out = fit is not None and not fit.may_press
    among = [one for one in library.values() if not one.retired]
    codes = personal.instead_of(point, among) if left_out else ()
    return Mine(personal.asks, fit, tuple(library[code] for code in codes))
