"""What a person must mind at a point: its own cautions, whom it does not suit, one's own case."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from points.models import Point
from points.personal import Fit, Personal
from points.questions import CLEARED, Rule, conditions, rules
from points.words import Pressing, Tool

BALLS = frozenset({str(Tool.BALL_WALL), str(Tool.BALL_LYING)})
NOT_LIGHT = BALLS | {str(Pressing.DEEP)}


class Careful(Protocol):
    """What must be known of a point."""

    code: str
    body_region: str
    cautions: list[str]
    exclude_if: list[str]
    caution_if: list[str]
    tools: list[str]
    techniques_suitable: list[str]

    @property
    def reachable_by_hand(self) -> bool: ...


@dataclass(frozen=True)
class Without:
    """A way of pressing that suits the point, and the conditions that rule it out."""

    way: str
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class Care:
    """Sentences for everyone, and short names of conditions; no cautions means none known.

    `ask` are conditions with which a clinician agrees first, and then it is pressed as lightly
    as with those in `lighter`.
    """

    cautions: tuple[str, ...]
    leave_out: tuple[str, ...]
    ask: tuple[str, ...]
    lighter: tuple[str, ...]
    without: tuple[Without, ...]


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
    """Return what to mind at a point by all the rules, in the words of the safety questions."""
    holding = [rule for rule in rules() if rule.flag != CLEARED and rule.covers_point(point)]
    of_point = [rule for rule in holding if rule.concerns_point]
    leave_out = _flags(of_point, "avoid") | {rule.flag for rule in holding if _closes(rule, point)}
    ask = _flags(of_point, "ask") - leave_out
    lighter = _flags(of_point, "lighter") - leave_out - ask
    return Care(
        cautions=tuple(point.cautions),
        leave_out=_short(leave_out),
        ask=_short(ask),
        lighter=_short(lighter),
        without=_without(point, [rule for rule in holding if rule.flag not in leave_out], lighter),
    )


def _closes(rule: Rule, point: Careful) -> bool:
    """Return True where a rule takes away the tool without which nobody reaches the point."""
    needed = set() if point.reachable_by_hand else set(point.tools) - {Tool.KNUCKLES}
    return bool(needed) and (rule.no_tools or not needed.isdisjoint(rule.tools))


def _without(
    point: Careful, holding: Iterable[Rule], lighter: Collection[str]
) -> tuple[Without, ...]:
    """Return the ways that suit the point, but not with every condition.

    What is pressed lightly and by hand needs no second word about a ball or about firm pressure.
    """
    suits = {*point.tools, *point.techniques_suitable}
    ruled_out: dict[str, set[str]] = {}
    for rule in holding:
        for way in (*rule.tools, *rule.techniques):
            if way in suits and not (rule.flag in lighter and way in NOT_LIGHT):
                ruled_out.setdefault(_name(way), set()).add(rule.flag)
    return tuple(Without(name, _short(flags)) for name, flags in ruled_out.items())


def _name(way: str) -> str:
    return _("ball") if way in BALLS else Pressing(way).label.lower()


def _flags(among: Iterable[Rule], effect: str) -> set[str]:
    return {rule.flag for rule in among if rule.effect == effect}


def _short(flags: Collection[str]) -> tuple[str, ...]:
    """Return what conditions are called, in the order of the catalogue."""
    return tuple(one.short for one in conditions().values() if one.flag in flags)


def mine_at(point: Point, personal: Personal | None, library: Mapping[str, Point]) -> Mine | None:
    """Return what a person's answers mean for a point, with points to press instead; else None."""
    if personal is None:
        return None
    fit = personal.fit(point)
    left_out = fit is not None and not fit.may_press
    among = [one for one in library.values() if not one.retired]
    codes = personal.instead_of(point, among) if left_out else ()
    return Mine(personal.asks, fit, tuple(library[code] for code in codes))
