"""What the library may say to whoever is signed in; it knows the shape of it, and no person.

``settings.LIBRARY_PERSONAL`` names, by its dotted path, a function of a request that returns a
`Personal` for somebody who is signed in and None for everybody else. Without the setting the
library speaks to all alike.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from points.models import Point
from points.words import Pressure, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What one person's safety answers mean for one point.

    Attributes:
        verdict: Allow, lighter, ask or avoid.
        reasons: Whole sentences; empty where the point is simply allowed.
        seconds: The longest hold, in seconds, where the answers set one.
        pressure: The firmest pressure; empty unless lighter.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    seconds: int | None = None
    pressure: str = ""

    @property
    def may_press(self) -> bool:
        """Whether the person may press it, and so add it to a routine."""
        return self.verdict in {Verdict.ALLOW, Verdict.LIGHTER}

    @property
    def pressure_name(self) -> str:
        """The firmest pressure in words."""
        return str(Pressure(self.pressure).label) if self.pressure else ""


class Personal(Protocol):
    """Somebody who is signed in, as far as the library is concerned."""

    @property
    def asks(self) -> str:
        """Why the safety questions should be answered first: unanswered, old or changed; or ""."""
        ...

    @property
    def thumb_mm(self) -> int | None:
        """The width of the person's thumb, in whole millimetres, if it was ever entered."""
        ...

    def fit(self, point: Point) -> Fit | None:
        """Return what holds for a point, or None while no answers hold."""
        ...

    def instead_of(self, point: Point, among: Iterable[Point]) -> tuple[str, ...]:
        """Return the codes of up to three points with a shared aim that may be pressed instead."""
        ...


def personal_of(request: HttpRequest) -> Personal | None:
    """Return what the library may say to whoever asks; None for a visitor.

    It costs a signed-in person one query, for the newest safety answers.
    """
    name = getattr(settings, "LIBRARY_PERSONAL", "")
    return _named(name)(request) if name else None


@cache
def _named(name: str) -> Callable[[HttpRequest], Personal | None]:
    return cast("Callable[[HttpRequest], Personal | None]", import_string(name))
