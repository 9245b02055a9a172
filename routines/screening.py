"""Knows what a set of safety answers adds up to: go, go with limits, see someone, or stop."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from points.questions import CLEARED, Question, question, questions, rules, screens, version
from routines.safety import Judge

type Verdict = Literal["go", "limits", "clinician", "stop"]
type AskAgain = Literal["", "old", "changed"]

YES, UNSURE = "yes", "unsure"
VALID_DAYS = 90
SCREENS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """What answers mean.

    Attributes:
        verdict: ``stop`` (urgent), ``clinician`` (someone must agree first), ``limits`` or ``go``.
        flags: Conditions that the rules look at.
        marked: The questions that were answered with yes or not sure, in order.
        agreed: Whether a clinician has agreed.
    """

    verdict: Verdict
    flags: frozenset[str]
    marked: tuple[Question, ...]
    agreed: bool

    @property
    def may_press(self) -> bool:
        """Whether a session may be started."""
        return self.verdict in {"go", "limits"}

    @property
    def urgent(self) -> tuple[Question, ...]:
        """The questions that stop everything."""
        return tuple(q for q in self.marked if is_urgent(q))

    @property
    def advice(self) -> tuple[Question, ...]:
        """The questions that close nothing, and about which there is something to say."""
        return tuple(q for q in self.marked if q.outcome == "advice")

    @property
    def awaiting(self) -> tuple[Question, ...]:
        """The questions about which nobody has agreed yet: one agreement is about all of them."""
        return () if self.agreed else tuple(q for q in self.marked if q.confirm)

    def allows_all_of(self, earlier: "Standing") -> bool:
        """Return True where nothing is forbidden that was allowed by an earlier standing."""
        stays_agreed = self.agreed or not earlier.agreed
        return self.may_press and self.flags <= earlier.flags and stays_agreed

    def judge(self, *, out_of_reach: Collection[str] = ()) -> Judge:
        """Return the rules that hold for this person, who cannot reach some points."""
        return Judge(
            flags=self.flags,
            rules=rules(),
            agreed=self.agreed,
            out_of_reach=frozenset(out_of_reach),
        )


def weigh(answers: Mapping[str, str], *, agreed: bool) -> Standing:
    """Return what answers mean; "not sure" counts as yes.

    Args:
        answers: Question key to ``yes`` or ``unsure``; a key that is absent was not marked.
        agreed: Whether the person says that a clinician has agreed. It never lifts a stop.
    """
    marked = tuple(q for q in questions() if answers.get(q.key) in {YES, UNSURE})
    flags = frozenset(flag for q in marked for flag in q.sets)
    locked = any(q.outcome == "clinician" for q in marked)
    if locked and agreed:
        flags |= {CLEARED}
    return Standing(_verdict(marked, flags, locked=locked and not agreed), flags, marked, agreed)


def _verdict(marked: tuple[Question, ...], flags: frozenset[str], *, locked: bool) -> Verdict:
    if any(is_urgent(q) for q in marked):
        return "stop"
    if locked:
        return "clinician"
    return "limits" if flags else "go"


def is_urgent(asked: Question) -> bool:
    """Return True where yes means that nothing may be pressed."""
    return asked.outcome in {"emergency", "urgent_today"}


def known_answers(given: Mapping[str, object]) -> dict[str, str]:
    """Return those of some answers that belong to questions we ask, as ``yes`` or ``unsure``."""
    keys = {q.key for screen in screens() for q in screen.questions}
    return {
        key: YES if value == YES else UNSURE
        for key, value in given.items()
        if key in keys and value in (YES, UNSURE)
    }


def with_question(answers: Mapping[str, str], key: str) -> dict[str, str]:
    """Return answers in which one more question is marked with yes."""
    return {**answers, question(key).key: YES}


def why_ask_again(answered_on: dt.date, today: dt.date, *, rules_version: str) -> AskAgain:
    """Return why answers do not hold any more, or nothing while they do.

    Args:
        answered_on: When the questions were answered.
        today: The person's day; answers hold for 90 days.
        rules_version: The version of the questions and rules that were answered.
    """
    if rules_version != version():
        return "changed"
    return "" if (today - answered_on).days <= VALID_DAYS else "old"
