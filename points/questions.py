"""The safety questions and what follows from each answer, read from the catalogue; no database.

A question belongs to group A (urgent), B (see someone first), C (limits on points) or "session"
(asked before each session). Yes and Not sure count alike: both switch on the flags in `sets`.
"""

import hashlib
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

CATALOGUE = Path(__file__).parent / "catalogue"
QUESTIONS = CATALOGUE / "questions.toml"
RULES = CATALOGUE / "rules.toml"
CLEARED = "cleared"  # somebody was seen first: what they were seen for says the rest
WORDS_OF_A_RULE = ("key", "reason", "advice", "source")


class HasSite(Protocol):
    """What a rule must know of a point."""

    @property
    def code(self) -> str: ...
    @property
    def body_region(self) -> str: ...
    @property
    def exclude_if(self) -> Sequence[str]: ...
    @property
    def caution_if(self) -> Sequence[str]: ...


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a Yes leads to: `blocks` is everything, until_agreed or nothing."""

    name: str
    blocks: str
    title: str
    text: str
    action: str
    tell: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. `confirm` is the statement that lifts its lock, empty if it has none."""

    key: str
    group: str
    screen: int  # 1 to 8; 0 before each session
    text: str
    statement: str
    outcome: str
    message: str
    tell: str  # to whoever is seen, before what the outcome has everybody say; may be empty
    confirm: str
    sets: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One page of questions, with why they are asked."""

    number: int
    title: str
    lead: str
    why: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What a flag is called: `label` continues "if you ...", `short` stands alone."""

    flag: str
    label: str
    short: str


@dataclass(frozen=True, kw_only=True)
class SessionCheck:
    """A line of the ten-second check; marking it counts as Yes to `question`."""

    key: str
    statement: str
    question: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a flag does to points, techniques or tools.

    `effect` is avoid (leave out), lighter (the limits below) or ask (leave out until a clinician
    agreed, then the flag's lighter rules). The rule holds for a point if it is `everywhere`, or
    `listed` and the point's own list names the flag, or by code, or by region. With `techniques`
    or `tools` it is about those only, and the point itself stays.
    """

    key: str
    flag: str
    effect: str
    everywhere: bool
    listed: bool
    codes: tuple[str, ...]
    regions: tuple[str, ...]
    techniques: tuple[str, ...]
    tools: tuple[str, ...]
    max_seconds: int | None
    max_pressure: str | None
    no_tools: bool  # knuckles are a hand, not a tool
    reason: str
    advice: str
    source: tuple[str, ...]

    @property
    def concerns_point(self) -> bool:
        """Whether the rule is about the point itself, not only about a technique or a tool."""
        return not (self.techniques or self.tools)

    def covers(self, *, code: str, region: str, flags: Collection[str]) -> bool:
        """Whether the rule holds for a point; `flags` is its exclude_if or caution_if."""
        by_list = self.listed and self.flag in flags
        return self.everywhere or by_list or code in self.codes or region in self.regions

    def covers_point(self, point: HasSite) -> bool:
        flags = point.caution_if if self.effect == "lighter" else point.exclude_if
        return self.covers(code=point.code, region=point.body_region, flags=flags)


@cache
def questions() -> tuple[Question, ...]:
    """Return every question, in the order of the screens, those of each session last."""
    found = [_question(key, row) for key, row in _text()["question"].items()]
    return tuple(sorted(found, key=lambda one: one.screen or 99))


@cache
def question(key: str) -> Question:
    """Return the question of that key.

    Raises:
        KeyError: if there is none.
    """
    return {one.key: one for one in questions()}[key]


@cache
def screens() -> tuple[Screen, ...]:
    """Return the screens 1 to 8, each with its questions."""
    return tuple(
        _screen(int(number), row)
        for number, row in sorted(_text()["screen"].items())
        if number != "0"
    )


@cache
def outcome(name: str) -> Outcome:
    return Outcome(name=name, **_text()["outcome"][name])


@cache
def conditions() -> Mapping[str, Condition]:
    """Return what each flag is called, by flag."""
    return {flag: Condition(flag=flag, **row) for flag, row in _text()["condition"].items()}


@cache
def session_checks() -> tuple[SessionCheck, ...]:
    return tuple(SessionCheck(key=key, **row) for key, row in _text()["check"].items())


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the text."""
    rows = tomllib.loads(RULES.read_text(encoding="utf-8"))
    return tuple(_rule(key, row) for key, row in rows.items())


@cache
def version() -> str:
    """Return 12 hex digits that change when other things are asked, or follow from an answer."""
    blocks = {one.outcome: outcome(one.outcome).blocks for one in questions()}
    return version_of(questions(), rules(), session_checks(), blocks)


def version_of(
    asked: Collection[Question],
    ruling: Collection[Rule],
    checks: Collection[SessionCheck],
    blocks: Mapping[str, str],
) -> str:
    """Return 12 hex digits of what is asked and what it does; order and words do not count."""
    meant = [
        *(f"{one.key} {one.group} {one.outcome} {one.confirm != ''} {sorted(one.sets)}"
          for one in asked),
        *(f"{one.key} {one.question}" for one in checks),
        *(f"{name} {closed}" for name, closed in blocks.items()),
        *(_effect(rule) for rule in ruling),
    ]  # fmt: skip
    return hashlib.sha256("\n".join(sorted(meant)).encode()).hexdigest()[:12]


def _effect(rule: Rule) -> str:
    told = {name: value for name, value in asdict(rule).items() if name not in WORDS_OF_A_RULE}
    sets = {name: sorted(value) for name, value in told.items() if isinstance(value, tuple)}
    return repr(sorted((told | sets).items()))


@cache
def _text() -> dict[str, Any]:
    return tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))


def _question(key: str, row: dict[str, Any]) -> Question:
    told = row | {
        "message": row.get("message") or outcome(row["outcome"]).text,
        "tell": row.get("tell", ""),
        "confirm": row.get("confirm", ""),
        "sets": tuple(row.get("sets", ())),
        "source": tuple(row["source"]),
    }
    return Question(key=key, **told)


def _screen(number: int, row: dict[str, Any]) -> Screen:
    here = tuple(one for one in questions() if one.screen == number)
    return Screen(number=number, questions=here, **row)


def _rule(key: str, row: dict[str, Any]) -> Rule:
    lists = {
        name: tuple(row.get(name, ()))
        for name in ("codes", "regions", "techniques", "tools", "source")
    }
    plain = {
        "everywhere": False,
        "listed": False,
        "max_seconds": None,
        "max_pressure": None,
        "no_tools": False,
        "advice": "",
    }
    return Rule(key=key, **(plain | row | lists))
