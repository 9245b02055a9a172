"""Knows what the page of a fair test shows: before, during and after its weeks."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.daily import read_days
from journal.fair_test import Pair, outcome, pairs_of
from journal.models import FairTest
from journal.past import Going
from journal.trend import WEEK
from journal.verdict import verdict

TOP, LEVEL = 22, 20  # px: where pain 10 stands, and the height of one point
SHOWN_AS = {"stopped", "over"}


def how_far(test: Going, today: dt.date) -> str:
    """Return what a link to a test that goes on says."""
    if today < test.first:
        words = _("Your fair test begins on %(first)s")
        return words % {"first": date_format(test.first, "j F")}
    words = _("Your fair test: week %(number)d of %(weeks)d")
    weeks = ((test.last - test.first).days + 1) // WEEK
    return words % {"number": (today - test.first).days // WEEK + 1, "weeks": weeks}


def going_words(test: FairTest | None, today: dt.date) -> str:
    """Return the same of a row, or nothing without one."""
    return how_far(Going(str(test.key), test.starts_on, test.last_day), today) if test else ""


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
        context["number"] = (week.first - test.starts_on).days // WEEK + 1
    if state in SHOWN_AS:
        context |= _result(test, today)
    return context


def _result(test: FairTest, today: dt.date) -> dict[str, Any]:
    end = min(test.last_day, (test.stopped_on or today) - dt.timedelta(days=1), today)
    days = read_days(test.owner, test.starts_on, max(end, test.starts_on))
    means = {day: mean for day, mean in days.means.items() if day <= end}
    pairs = [pair for pair in pairs_of(test.weeks, means) if pair.first <= end]
    return {
        "verdict": verdict(outcome(pairs), test.threshold),
        "rows": [_row(pair, test, days.practice, end) for pair in pairs],
        "strokes": [_stroke(pair, len(pairs)) for pair in pairs if pair.difference is not None],
        "columns": [(pair.number, _percent(pair.number, len(pairs))) for pair in pairs],
    }


class Row(NamedTuple):
    """A line of the table.

    Attributes:
        pair: The pair.
        off_days: Days practised in the week without sessions.
        on_days: The same of the week with; None where it never began.
    """

    pair: Pair
    off_days: int | None
    on_days: int | None

    @property
    def weeks(self) -> list[tuple[float | None, int | None]]:
        """Mean pain to a hundredth and days practised, of the week without and of the week with."""
        return [
            (_hundredths(self.pair.off), self.off_days),
            (_hundredths(self.pair.on), self.on_days),
        ]

    @property
    def difference(self) -> float | None:
        """With less without, of the numbers that stand beside it; None if one is unknown."""
        (off, _off_days), (on, _on_days) = self.weeks
        return None if off is None or on is None else round(on - off, 2)


def _hundredths(mean: float | None) -> float | None:
    return None if mean is None else round(mean, 2)


def _row(pair: Pair, test: FairTest, practised: Iterable[dt.date], end: dt.date) -> Row:
    """Return a pair with the days practised in each of its weeks that began."""
    weeks = {week.is_on: week for week in test.weeks if week.pair == pair.number}
    done = {
        is_on: sum(week.first <= day <= week.last for day in practised)
        for is_on, week in weeks.items()
        if week.first <= end
    }
    return Row(pair, done.get(False), done.get(True))


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
