"""Who should be seen first and who presses less, in the words of the safety questions."""

from collections.abc import Collection
from dataclasses import dataclass

from points import questions
from points.questions import HasSite, Rule

URGENT, SEE_SOMEONE, LIMITS = "A", "B", "C"


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A condition that leaves points out or makes them lighter, with the reasons given.

    `left_out` are the points that are named one by one; whole regions are in the reasons.
    """

    statement: str
    reasons: tuple[str, ...]
    left_out: tuple[HasSite, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked before anybody presses.

    `urgent` are statements for which no points are pressed at all, `first` those that wait for a
    clinician, `advised` those that go with advice, each with its message.
    """

    urgent: tuple[questions.Question, ...]
    first: tuple[questions.Question, ...]
    advised: tuple[questions.Question, ...]
    limits: tuple[Limit, ...]
    source_slugs: frozenset[str]


def asked(points: Collection[HasSite] = ()) -> Asked:
    """Return the safety questions as a page to read, in the order in which they are asked.

    Args:
        points: Those that the page can name where a condition leaves them out.
    """
    every = questions.questions()
    seen = [one for one in every if one.group == SEE_SOMEONE]
    waits = {one.key for one in seen if questions.outcome(one.outcome).blocks != "nothing"}
    limits = [_limit(one, points) for one in every if one.group in {SEE_SOMEONE, LIMITS}]
    return Asked(
        urgent=tuple(one for one in every if one.group == URGENT),
        first=tuple(one for one in seen if one.key in waits),
        advised=tuple(one for one in seen if one.key not in waits),
        limits=tuple(limit for limit in limits if limit.reasons),
        source_slugs=frozenset(slug for one in every for slug in one.source),
    )


def _limit(one: questions.Question, points: Collection[HasSite]) -> Limit:
    flags = set(one.sets) - {questions.CLEARED}
    holding = [rule for rule in questions.rules() if rule.flag in flags]
    naming = [rule for rule in holding if _names_points(rule)]
    return Limit(
        statement=one.statement,
        reasons=tuple(dict.fromkeys(rule.reason for rule in holding)),
        left_out=tuple(
            point for point in points if any(rule.covers_point(point) for rule in naming)
        ),
    )


def _names_points(rule: Rule) -> bool:
    return rule.effect == "avoid" and rule.concerns_point and rule.listed and not rule.regions
