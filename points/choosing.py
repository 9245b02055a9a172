"""What there is to choose among the points: groups of choices, and which of them each point has."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from points import words
from points.zones import ZONES, zone_of

type Words = str | Promise

TOOLS = {
    "hand": _("By hand"),
    "tool": _("With a tool"),
    "ball": _("With a ball"),
    "helper": _("With a helper"),
}
BALLS = {words.Tool.BALL_WALL, words.Tool.BALL_LYING}
HANDS = {words.Tool.KNUCKLES}


class Narrowed(Protocol):
    """What is read of a point."""

    code: str
    meridian_code: str
    meridian_name: str
    body_region: str
    tools: list[str]
    routine_tags: list[str]
    techniques_suitable: list[str]
    in_article: bool

    @property
    def reach(self) -> Mapping[str, str]: ...
    @property
    def reachable_by_hand(self) -> bool: ...


class Style(Protocol):
    """What is read of a tradition."""

    slug: str
    name: str
    technique_slugs: list[str]


@dataclass(frozen=True)
class Group:
    """Choices of one kind.

    Attributes:
        key: Its name in an address.
        legend: What a reader sees above it.
        words: What a reader sees for each value, in order.
        values: The values that each point has, by its code.
    """

    key: str
    legend: Words
    words: Mapping[str, Words]
    values: Mapping[str, frozenset[str]]

    def fits(self, code: str, chosen: Collection[str]) -> bool:
        """Whether a point has any of the chosen values; nothing chosen fits every point."""
        return not chosen or not self.values[code].isdisjoint(chosen)


def groups_of[P: Narrowed](
    points: Sequence[P], styles: Iterable[Style], may_press: Collection[str] | None
) -> list[Group]:
    """Return every group of choices.

    Args:
        points: All points, in order.
        styles: The traditions.
        may_press: Codes that the safety answers of whoever asks allow; None where none hold.
    """
    lines = dict(sorted({one.meridian_code: one.meridian_name for one in points}.items()))
    aims = {aim.value: aim.label for aim in words.Aim if aim != words.Aim.REFERENCE_ONLY}
    ways = {way.value: way.label for way in words.Pressing}
    zones = {key: zone.name for key, zone in ZONES.items()}
    kinds: list[tuple[str, Words, Mapping[str, Words], Callable[[P], Iterable[str]]]] = [
        ("aim", _("For"), aims, lambda one: one.routine_tags),
        ("reach", _("How it is reached"), TOOLS, reached),
        ("region", _("Part of the body"), zones, lambda one: [zone_of(one.body_region)]),
        ("technique", _("Way of pressing"), ways, lambda one: one.techniques_suitable),
        ("tradition", _("Tradition"), *_traditions(points, styles)),
        ("line", _("Line"), lines, lambda one: [one.meridian_code]),
        ("from", _("From"), {"article": _("In the article")}, _in_article),
        ("mine", _("For me"), *_allowed(may_press)),
    ]
    return [
        Group(key, legend, named, {one.code: frozenset(values(one)) for one in points})
        for key, legend, named, values in kinds
    ]


def reached(point: Narrowed) -> list[str]:
    """Return the ways in which a point is reached, of ``TOOLS``; knuckles are a hand."""
    tools = set(point.tools)
    ways = {
        "hand": point.reachable_by_hand,
        "tool": bool(tools - BALLS - HANDS),
        "ball": bool(tools & BALLS),
        "helper": point.reach["partner"] != "not_needed",
    }
    return [way for way, fits in ways.items() if fits]


def _traditions[P: Narrowed](
    points: Sequence[P], styles: Iterable[Style]
) -> tuple[dict[str, Words], Callable[[P], list[str]]]:
    """Return the traditions, and those of a point by the ways of pressing that set them apart.

    A way that suits every point tells nothing.
    """
    shared = (
        set.intersection(*(set(one.techniques_suitable) for one in points)) if points else set()
    )
    own = {style.slug: set(style.technique_slugs) - shared for style in styles}
    named: dict[str, Words] = {style.slug: style.name for style in styles}
    return named, lambda one: [s for s, ways in own.items() if ways & set(one.techniques_suitable)]


def _allowed(
    may_press: Collection[str] | None,
) -> tuple[dict[str, Words], Callable[[Narrowed], list[str]]]:
    """Return the choice of what is safe for whoever asks; none while no answers hold."""
    if may_press is None:
        return {}, lambda _one: []
    return {"safe": _("Safe for me")}, lambda one: ["safe"] if one.code in may_press else []


def _in_article(point: Narrowed) -> list[str]:
    return ["article"] if point.in_article else []
