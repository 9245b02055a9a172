"""Reads what the diary may quietly point out: pain that is higher, and questions that are due."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from django.contrib.auth.models import User

from journal.measures import due
from journal.models import Answers, Entry
from journal.worsening import LOOKED_BACK, TWO_WEEKS, Higher, higher
from points.questions import questions

WORSE, DUE = "worse", "due"
PUT_OFF = "journal_put_off"  # where a log-in remembers it
PUT_OFF_DAYS = {WORSE: 7, DUE: 3}
URGENT = "A"  # the group of safety questions that are red flags


class Attention(NamedTuple):
    """What is pointed out, each at most once and never both at a time.

    Attributes:
        higher: How pain has been higher, or None.
        is_long: Whether that was for two weeks.
        flags: The red flags to look through with it, as statements.
        due: The kind of question that is due, or nothing.
    """

    higher: Higher | None
    is_long: bool
    flags: list[str]
    due: str


def attention(person: User, today: dt.date, put_off: Mapping[str, str]) -> Attention:
    """Return what to point out today.

    Args:
        person: Whose diary it is.
        today: The day.
        put_off: For each kind of pointing out, the day until which it is quiet, as ISO text.
    """
    first = today - dt.timedelta(days=LOOKED_BACK)
    rated = Entry.objects.kept_by(person).between(first, today).intensity_by_day()
    means = {row["local_date"]: row["mean"] for row in rated}
    worse = None if is_quiet(WORSE, put_off, today) else higher(means, today)
    if worse is not None:
        return Attention(worse, worse.kind == TWO_WEEKS, red_flags(), "")
    asked: list[str] = []
    if means and not is_quiet(DUE, put_off, today):
        asked = due(Answers.objects.kept_by(person).days(), began=min(means), today=today)
    return Attention(None, is_long=False, flags=[], due=asked[0] if asked else "")


def is_quiet(what: str, put_off: Mapping[str, str], today: dt.date) -> bool:
    """Return whether a person has asked not to be told of this today."""
    return today.isoformat() < put_off.get(what, "")


def red_flags() -> list[str]:
    """Return the urgent safety questions as statements."""
    return [question.statement for question in questions() if question.group == URGENT]
