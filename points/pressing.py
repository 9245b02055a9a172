"""How a point is pressed: which techniques suit it and which do not, how hard and for how long."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from points.words import NEVER_HERE, Laterality, Pressing, Pressure

type Words = str | Promise

HARDEST: dict[str, Words] = {
    Pressure.LIGHT: gettext_lazy("Light at most: you feel it, and it does not ache."),
    Pressure.MEDIUM: gettext_lazy("Medium at most: a mild, good ache that you can breathe with."),
    Pressure.FIRM: gettext_lazy("Firm at most: a good ache, up to 6 of 10 for you, never sharp."),
}


class Pressable(Protocol):
    """What must be known of a point to say how it is pressed."""

    techniques_suitable: list[str]
    techniques_avoid: list[str]
    pressure_max: str
    suggested_seconds: int
    seconds_min: int
    seconds_max: int
    laterality: str


class Named(NamedTuple):
    """A technique: the slug of its page, or none where it has no page."""

    slug: str
    name: Words


class Press(NamedTuple):
    """What a page says about pressing a point."""

    suits: tuple[Named, ...]
    avoid: tuple[Named, ...]
    hardest: Words
    time: str


def press_of(point: Pressable) -> Press:
    """Return how a point is pressed; the time is empty where it is not pressed at all."""
    return Press(
        suits=tuple(_named(point.techniques_suitable)),
        avoid=tuple(_named(point.techniques_avoid)),
        hardest=HARDEST[point.pressure_max],
        time=_time(point) if point.suggested_seconds else "",
    )


def _named(slugs: Iterable[str]) -> Iterable[Named]:
    for slug in slugs:
        never = NEVER_HERE.get(slug)
        yield Named("", never) if never else Named(slug, Pressing(slug).label)


def _time(point: Pressable) -> str:
    many = {"count": point.suggested_seconds}
    both = point.laterality == Laterality.BILATERAL
    usual = (
        ngettext("%(count)d second each side", "%(count)d seconds each side", many["count"])
        if both
        else ngettext("%(count)d second", "%(count)d seconds", many["count"])
    ) % many
    span = {"usual": usual, "low": point.seconds_min, "high": point.seconds_max}
    return _("%(usual)s is usual; %(low)d to %(high)d is fine.") % span
