"""How lists are parted: points by region and by side, claims by topic."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from points.models import Claim, Lesson, Point, Study
from points.words import Region, Topic


class RegionGroup(NamedTuple):
    """A part of the body with its points; the key is also the anchor on the page."""

    key: str
    name: str
    points: list[Point]


class BodyView(NamedTuple):
    """A side of the body that the index shows, as one drawing or several."""

    key: str
    name: str | Promise
    drawings: tuple[str, ...]


VIEWS = {
    view.key: view
    for view in (
        BodyView("back", _("Back"), ("back",)),
        BodyView("front", _("Front"), ("front",)),
        BodyView("side", _("Side"), ("side",)),
        BodyView("hand", _("Hand"), ("hand-back", "forearm-palm", "hand-ulnar-edge")),
        BodyView("foot", _("Foot"), ("foot-outer", "foot-inner", "foot-top", "foot-sole")),
    )
}


def by_region(points: Iterable[Point]) -> list[RegionGroup]:
    """Return the points in groups, from head to hand; they must come in that order."""
    return [
        RegionGroup(key, str(Region(key).label), list(group))
        for key, group in groupby(points, key=lambda point: point.body_region)
    ]


class ClaimGroup(NamedTuple):
    """Claims about one topic."""

    key: str
    name: str
    claims: list[Claim]


def by_topic(claims: Iterable[Claim]) -> list[ClaimGroup]:
    """Return the claims by topic; they must come in the order of the audit."""
    return [
        ClaimGroup(key, str(Topic(key).label), list(group))
        for key, group in groupby(claims, key=lambda claim: claim.topic)
    ]


def cited_by(rows: Iterable[Study | Claim | Lesson | Point]) -> set[str]:
    """Return the slugs of all sources that the rows lean on."""
    return {slug for row in rows for slug in row.source_slugs}
