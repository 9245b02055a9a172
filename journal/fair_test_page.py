"""Knows what the page of a fair test shows: before, during and after its weeks."""

import datetime as dt
from typing import Any

from journal.daily import read_days
from journal.fair_test import Pair, outcome, pairs_of
from journal.models import FairTest
from journal.verdict import verdict

TOP, LEVEL = 22, 20  # px: where pain 10 stands, and the height of one point
SHOWN_AS = {"stopped", "over"}


def page(test: FairTest, today: dt.date) -> dict[str, Any]:
    """Return the state of a test, and its result once nothing can change it any more.

    Before that no number is shown: who looks in between stops when it suits.
    """
    state = test.state_on(today)
    context: dict[str, Any] = {
        "test": test,
        "state": state,
        "week": test.week_on(today),
        "weeks": 2 * test.pairs,
    }
    week = context["week"]
    if week:
        context["number"] = (week.first - test.starts_on).days // 7 + 1
    if state in SHOWN_AS:
        context |= _result(test, today)
    return context


def _result(test: FairTest, today: dt.date) -> dict[str, Any]:
    end = min(test.last_day, (test.stopped_on or today) - dt.timedelta(days=1), today)
    days = read_days(test.owner, test.starts_on, max(end, test.starts_on))
    means = {day: mean for day, mean in days.means.items() if day <= end}
    pairs = pairs_of(test.weeks, means)
    done = [
        (week.is_on, sum(week.first <= day <= week.last for day in days.practice))
        for week in test.weeks
    ]
    return {
        "verdict": verdict(outcome(pairs), test.threshold),
        "rows": list(zip(pairs, done[::2], done[1::2], strict=True)),
        "strokes": [_stroke(pair, len(pairs)) for pair in pairs if pair.difference is not None],
        "columns": [(pair.number, _percent(pair.number, len(pairs))) for pair in pairs],
    }


def _percent(number: int, pairs: int) -> str:
    return f"{100 * (number - 0.5) / pairs:.2f}"


def _stroke(pair: Pair, pairs: int) -> dict[str, Any]:
    """Return where a pair stands: the week without and the week with, joined."""
    off, on = pair.off or 0.0, pair.on or 0.0
    return {
        "percent": _percent(pair.number, pairs),
        "off": TOP + round(LEVEL * (10 - off)),
        "on": TOP + round(LEVEL * (10 - on)),
    }
