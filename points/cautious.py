"""Who should be seen first and who presses less, in the words of the safety questions."""

from dataclasses import dataclass

from points import questions

URGENT, SEE_SOMEONE, LIMITS = "A", "B", "C"


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A condition that leaves points out or makes them lighter, with the reasons given."""

    statement: str
    reasons: tuple[str, ...]


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


def asked() -> Asked:
    """Return the safety questions as a page to read, in the order in which they are asked."""
    every = questions.questions()
    seen = [one for one in every if one.group == SEE_SOMEONE]
    waits = {one.key for one in seen if questions.outcome(one.outcome).blocks != "nothing"}
    return Asked(
        urgent=tuple(one for one in every if one.group == URGENT),
        first=tuple(one for one in seen if one.key in waits),
        advised=tuple(one for one in seen if one.key not in waits),
        limits=tuple(_limit(one) for one in every if one.group == LIMITS),
        source_slugs=frozenset(slug for one in every for slug in one.source),
    )


def _limit(one: questions.Question) -> Limit:
    reasons = [rule.reason for rule in questions.rules() if rule.flag in one.sets]
    return Limit(statement=one.statement, reasons=tuple(dict.fromkeys(reasons)))
