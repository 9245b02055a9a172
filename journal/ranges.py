"""Knows the stretches of time that a chart can show: four usual ones, and one's own dates."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from journal.trend import WEEK, monday_of

WEEKS_DAY_BY_DAY = 13  # a shorter history is drawn day by day even under "all"
EARLIEST = dt.date(1900, 1, 1)  # no entry is older
OWN = "own"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a chart shows.

    Attributes:
        name: What the address carries; ``own`` for one's own dates.
        first: Its first day, or None where that is the first one written.
        last: Its last day.
        is_weekly: Whether one mark stands for a week, not for a day.
        problem: Why one's own dates were not taken; empty where they were.
        asked: What was typed as first and last day, kept for the form.
    """

    name: str
    first: dt.date | None
    last: dt.date
    is_weekly: bool
    problem: str = ""
    asked: tuple[str, str] = ("", "")

    @property
    def query(self) -> str:
        """What the address of the same stretch carries."""
        if self.name == OWN and self.first:
            return f"from={self.first}&to={self.last}"
        return f"range={self.name}"


WEEKS = {"4w": 4, "3m": 12, "1y": 52, "all": 0}
USUAL = "3m"


def stretch_of(asked: Mapping[str, str], today: dt.date) -> Stretch:
    """Return the stretch that an address names, or the usual one; own dates beat a name."""
    first, last = asked.get("from", ""), asked.get("to", "")
    if first or last:
        return _own(first, last, today)
    name = asked.get("range", "")
    return _named(name if name in WEEKS else USUAL, today)


def _named(name: str, today: dt.date) -> Stretch:
    weeks = WEEKS[name]
    is_weekly = name in {"1y", "all"}
    if not weeks:
        return Stretch(name, None, today, is_weekly)
    if is_weekly:
        return Stretch(name, monday_of(today) - dt.timedelta(weeks=weeks - 1), today, is_weekly)
    return Stretch(name, today - dt.timedelta(weeks=weeks, days=-1), today, is_weekly)


def _own(first: str, last: str, today: dt.date) -> Stretch:
    begun, ended = _day(first), _day(last) if last else today
    if begun is None or ended is None:
        problem = _("Choose a first and a last day.")
    elif begun > ended:
        problem = _("The last day comes before the first one.")
    elif begun < EARLIEST or ended > today:
        problem = _("Choose days between 1900 and today.")
    else:
        is_weekly = (ended - begun).days >= WEEKS_DAY_BY_DAY * WEEK
        begun = monday_of(begun) if is_weekly else begun
        return Stretch(OWN, begun, ended, is_weekly, asked=(str(begun), str(ended)))
    usual = _named(USUAL, today)
    return Stretch(usual.name, usual.first, today, usual.is_weekly, problem, (first, last))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
