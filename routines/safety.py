"""Knows what a person's answers mean for a routine: what stays, is eased, swapped or left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from points.questions import Rule
from routines.press import PRESSURES, Press, PressPoint, catalogue_tools

NOT_FOR_PRESSING = "Left out: this point is not for pressing."
RETIRED = "This point is not in the library any more."
WITHIN_POINT = "Kept to what suits this point."
WRONG_TOOL = "What you press with does not suit this point."
NECK = "neck"
OUT_OF_REACH = "You said that you cannot reach it."

type Effect = Literal["allow", "lighter", "out_of_reach", "ask", "avoid"]


class Kind(StrEnum):
    """What was done to one press."""

    LIGHTER = "lighter"
    SWAPPED = "swapped"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to a routine for this person, with the reasons in words.

    ``code`` is the point of the routine, ``instead`` the point that took its place, if any.
    """

    kind: Kind
    code: str
    reasons: tuple[str, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What may be pressed, in order, and everything that was changed for it."""

    presses: tuple[Press, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds for one press.

    Attributes:
        effect: ``avoid`` beats ``ask``, both beat ``out_of_reach``, and that beats ``lighter``.
        press: What may be done; None where nothing may.
        reasons: In words; empty where it is allowed as it is.
    """

    effect: Effect
    press: Press | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """The rules that hold for one person.

    Attributes:
        flags: Conditions that the answers switched on; "not sure" counts as yes.
        rules: The catalogue's rules, all of them.
        agreed: Whether a clinician has agreed, which turns "ask" into "lighter".
        out_of_reach: Codes of points that the person cannot reach.
        holding: Those of the rules that the flags switch on, found once.
    """

    flags: frozenset[str]
    rules: tuple[Rule, ...]
    agreed: bool = False
    out_of_reach: frozenset[str] = frozenset()
    holding: tuple[Rule, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        holding = tuple(rule for rule in self.rules if rule.flag in self.flags)
        object.__setattr__(self, "holding", holding)

    def ruling(self, press: Press) -> Ruling:
        """Return what holds for one press, whatever else is in the routine."""
        if self._is_free(press):
            return Ruling("allow", press)
        if refused := self.refusals(press.point):
            never = self._never(press.point) or self._refusing(press.point, {"avoid"})
            avoided = never or self.eased(press)[0] is None  # no word of a clinician opens that
            return Ruling("avoid" if avoided else "ask", None, refused)
        if press.point.code in self.out_of_reach:
            return Ruling("out_of_reach", None, (OUT_OF_REACH,))
        eased, reasons = self.eased(press)
        if eased is None:
            return Ruling("avoid", None, reasons)
        return Ruling("allow", press) if eased == press else Ruling("lighter", eased, reasons)

    def fit(
        self, presses: Sequence[Press], alternatives: Callable[[], Iterable[PressPoint]]
    ) -> Fitted:
        """Return the routine as this person may run it.

        Args:
            presses: The routine as written.
            alternatives: Gives the points to swap from; called only where something is left out.
        """
        kept: list[Press] = []
        changes: list[Change] = []
        taken = {press.point.code for press in presses}
        for press in presses:
            fitted, change = self._fit_one(press, alternatives, taken)
            if change:
                changes.append(change)
            if fitted:
                kept.append(fitted)
                taken.add(fitted.point.code)
        return Fitted(tuple(kept), tuple(changes))

    def _fit_one(
        self, press: Press, alternatives: Callable[[], Iterable[PressPoint]], taken: set[str]
    ) -> tuple[Press | None, Change | None]:
        code, ruling = press.point.code, self.ruling(press)
        if ruling.press:
            lighter = ruling.effect == "lighter"
            return ruling.press, Change(Kind.LIGHTER, code, ruling.reasons) if lighter else None
        swap, eased = self.substitute(press, alternatives(), taken)
        if swap:
            reasons = tuple(dict.fromkeys(ruling.reasons + eased))
            return swap, Change(Kind.SWAPPED, code, reasons, swap.point.code)
        return None, Change(Kind.LEFT_OUT, code, ruling.reasons)

    def _is_free(self, press: Press) -> bool:
        """Return True where no rule covers the point, which is the common case and a quick one."""
        point = press.point
        return (
            press.is_within_point
            and not self._never(point)
            and point.code not in self.out_of_reach
            and not any(rule.covers_point(point) for rule in self.holding)
        )

    def refusals(self, point: PressPoint) -> tuple[str, ...]:
        """Return why a point may not be pressed at all; empty where it may."""
        return self._never(point) + _reasons(
            self._refusing(point, {"avoid"} if self.agreed else {"avoid", "ask"})
        )

    @staticmethod
    def _never(point: PressPoint) -> tuple[str, ...]:
        """Return why a point is for nobody to press; empty where it is."""
        if point.retired:
            return (RETIRED,)
        return () if point.seconds_max else (NOT_FOR_PRESSING,)

    def _refusing(self, point: PressPoint, effects: set[str]) -> list[Rule]:
        """Return the rules with one of some effects that leave a point out."""
        return [
            rule
            for rule in self.holding
            if rule.effect in effects and rule.concerns_point and rule.covers_point(point)
        ]

    def eased(self, press: Press) -> tuple[Press | None, tuple[str, ...]]:
        """Return the press within the limits, and the reasons of those limits.

        The least seconds and the lowest pressure win; limits are never multiplied. None where
        the only way to reach the point is a tool that may not be used.
        """
        eased = press.within_point()
        if not eased.tool_suits:
            return None, (WRONG_TOOL,)
        rules = [
            rule
            for rule in self.holding
            if self._limits(rule, eased) and rule.covers_point(press.point)
        ]
        beyond = () if eased == press else (WITHIN_POINT,)
        for rule in rules:
            narrowed = _narrowed(eased, rule)
            if narrowed is None:
                return None, _reasons([rule])
            eased = narrowed
        return eased, beyond + _reasons(rules)

    def substitute(
        self, press: Press, points: Iterable[PressPoint], taken: set[str]
    ) -> tuple[Press | None, tuple[str, ...]]:
        """Return a press of the nearest allowed point with a shared aim, and why it is eased.

        Only points that can be reached by hand take another's place, and nobody is led to the
        neck from elsewhere: harm to its vessels is on record (``domain/knowledge.md`` 6.1).
        """
        near = [
            point
            for point in points
            if point.code not in taken | self.out_of_reach
            and set(point.routine_tags) & set(press.point.routine_tags)
            and point.reachable_by_hand
            and (point.body_region != NECK or press.point.body_region == NECK)
            and not self.refusals(point)
        ]
        near.sort(key=lambda point: (-_likeness(point, press.point), point.code))
        for point in near:
            eased, reasons = self.eased(press.at(point))
            if eased:
                return eased, reasons
        return None, ()

    def _limits(self, rule: Rule, press: Press) -> bool:
        """Return True where a rule narrows how this press is done."""
        if rule.concerns_point:
            return rule.effect == "lighter"
        return press.technique in rule.techniques or _uses(press, rule.tools)


def _narrowed(press: Press, rule: Rule) -> Press | None:
    """Return the press within one rule's limits, or None where it cannot be done any more."""
    if rule.max_seconds:
        limit = min(press.limit or rule.max_seconds, rule.max_seconds)
        press = replace(press, limit=limit, seconds=min(press.seconds, limit))
    if rule.max_pressure:
        press = replace(press, pressure=min(press.pressure, rule.max_pressure, key=PRESSURES.index))
    if press.technique in rule.techniques:
        press = replace(press, technique="static_pressure")
    if press.tool != "hand" and (rule.no_tools or _uses(press, rule.tools)):
        if not press.point.reachable_by_hand:
            return None
        press = replace(press, tool="hand")
    return press


def _uses(press: Press, tools: Iterable[str]) -> bool:
    """Return True where the press is done with one of the catalogue's tools."""
    return not set(catalogue_tools(press.tool)).isdisjoint(tools)


def _reasons(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the reasons of rules with what to mind, each once, in order."""
    return tuple(dict.fromkeys(f"{rule.reason} {rule.advice}".rstrip() for rule in rules))


def _likeness(point: PressPoint, other: PressPoint) -> int:
    """Return how near two points are: shared aims, and two more for the same region."""
    shared = len(set(point.routine_tags) & set(other.routine_tags))
    return shared + 2 * (point.body_region == other.body_region)
