"""Knows how answers become a score, when questions are due again, and which change is a clear one.

Nothing here knows rows or clocks: answers are item name to number, days are handed in.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

WEEK, ROLAND, CHANGE = "week", "roland", "change"
KINDS = (WEEK, ROLAND, CHANGE)
WEEK_ITEMS = ("pain", "joy", "doing")  # each 0 to 10, for the last seven days
ROLAND_ITEMS = tuple(str(number) for number in range(1, 25))  # each 1 where it is ticked
CHANGE_ITEM = "change"  # 1 very much better ... 4 no change ... 7 very much worse
ITEMS = {WEEK: WEEK_ITEMS, ROLAND: ROLAND_ITEMS, CHANGE: (CHANGE_ITEM,)}
LOWEST_HIGHEST = {WEEK: (0, 10), ROLAND: (0, 1), CHANGE: (1, 7)}
EVERY = {WEEK: 7, ROLAND: 28, CHANGE: 28}  # days
BEFORE_CHANGE = 28  # days of rating before one is asked what has changed
PERCENT = 30.0
ROLAND_FLOOR, ROLAND_CEILING = 4, 20  # beyond them change cannot be seen


@dataclass(frozen=True, slots=True)
class Threshold:
    """Which change matters.

    Attributes:
        points: How many points.
        percent_from: The lowest first score for which percent say anything.
        days_apart: How long two scores must lie apart to be compared.
    """

    points: float
    percent_from: float
    days_apart: int


# Sources: Ostelo 2008 for 5 of 24 points and 30 %; for the week, the anchors of a similar score of
# three items lay between 1.0 and 1.75 points (Reed & Kroenke 2024), of which this is the upper end.
THRESHOLDS = {
    WEEK: Threshold(points=1.75, percent_from=2, days_apart=7),
    ROLAND: Threshold(points=5, percent_from=4, days_apart=28),
}


class BadAnswerError(ValueError):
    """An item that does not exist, or a number out of its range.

    Attributes:
        item: The item's name.
    """

    def __init__(self, item: str) -> None:
        super().__init__(f"No such answer to {item}.")
        self.item = item


def checked(kind: str, answers: Mapping[str, int]) -> dict[str, int]:
    """Return the answers in the order of their items.

    Raises:
        BadAnswerError: for an unknown item, or a number out of its range.
    """
    lowest, highest = LOWEST_HIGHEST[kind]
    for item, number in answers.items():
        if item not in ITEMS[kind] or not lowest <= number <= highest:
            raise BadAnswerError(item)
    return {item: answers[item] for item in ITEMS[kind] if item in answers}


def missing(kind: str, answers: Mapping[str, int]) -> list[str]:
    """Return the items without an answer; a statement that is not ticked is answered by that."""
    if kind == ROLAND:
        return []
    return [item for item in ITEMS[kind] if item not in answers]


def score(kind: str, answers: Mapping[str, int]) -> float | None:
    """Return the score of a form that was sent in, or None where an item is missing.

    The week: mean of three numbers, 0 to 10. The statements: how many are ticked, 0 to 24. The
    change: the number itself, 1 to 7.

    Source:
        Roland & Morris 1983, Spine 8:141-144, for the statements.
    """
    if missing(kind, answers):
        return None
    if kind == ROLAND:
        return float(sum(answers.values()))
    return fmean(answers[item] for item in ITEMS[kind])


@dataclass(frozen=True, slots=True)
class Change:
    """How a score differs from the first one.

    Attributes:
        points: Now less first; below zero is better.
        percent: Of the first score, above zero is better; None where it says nothing.
        is_clear: Whether both points and percent pass.
    """

    points: float
    percent: float | None
    is_clear: bool


def change(kind: str, first: tuple[dt.date, float], now: tuple[dt.date, float]) -> Change | None:
    """Return the change since the first score, or None where two scores cannot be compared.

    Args:
        kind: The week or the statements.
        first: Day and score of the first one.
        now: Day and score of a later one.
    """
    matters = THRESHOLDS.get(kind)
    if matters is None or (now[0] - first[0]).days < matters.days_apart:
        return None
    points = now[1] - first[1]
    percent = None
    if first[1] >= matters.percent_from:
        percent = -100 * points / first[1]
    passes = percent is not None and abs(percent) >= PERCENT
    return Change(points, percent, is_clear=passes and abs(points) >= matters.points)


def clear_from(kind: str, first: float) -> float:
    """Return the highest score that is a clear change for the better; below 0 there is none."""
    matters = THRESHOLDS[kind]
    if first < matters.percent_from:
        return -1.0
    return min(first - matters.points, first * (1 - PERCENT / 100))


def next_due(kind: str, *, first: dt.date | None, newest: dt.date | None) -> dt.date | None:
    """Return the day on which questions are due again; None where they were never answered.

    The week stays on the weekday of its first answers: an answer counts for the nearest of these
    days, so that one given a day late does not move the rhythm.
    """
    if first is None or newest is None:
        return None
    every = EVERY[kind]
    if kind != WEEK:
        return newest + dt.timedelta(days=every)
    rounds = ((newest - first).days + every // 2) // every
    return first + dt.timedelta(days=every * (rounds + 1))


def due(
    days: Mapping[str, tuple[dt.date, dt.date]], *, began: dt.date | None, today: dt.date
) -> list[str]:
    """Return the kinds that are due today, in the order in which they are asked.

    Args:
        days: For each kind that was answered, the first and the newest day.
        began: The first rated day; without one nothing is due.
        today: The day.
    """
    if began is None:
        return []
    asked = []
    for kind in KINDS:
        first, newest = days.get(kind, (None, None))
        start = began + dt.timedelta(days=BEFORE_CHANGE if kind == CHANGE else 0)
        if today >= (next_due(kind, first=first, newest=newest) or start):
            asked.append(kind)
    return asked
