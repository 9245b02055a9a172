"""Knows how a day's ratings are told in one line: the newest, and the numbers before it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from journal.clock import wall_clock

if TYPE_CHECKING:
    from journal.models import Entry


class PainToday(NamedTuple):
    """What a person has rated on one day.

    Attributes:
        entry: The newest rating.
        level: Its number, 0 to 10.
        time: What the clock showed, like 08:05.
        earlier: The numbers before it, newest first.
    """

    entry: "Entry"
    level: int
    time: str
    earlier: list[int]


def pain_today(entries: "Iterable[Entry]") -> PainToday | None:
    """Return the day's ratings in one line, or None for a day without any.

    Args:
        entries: Ratings of one day, newest first.
    """
    rows = list(entries)
    if not rows:
        return None
    newest, *earlier = rows
    return PainToday(
        entry=newest,
        level=newest.intensity,
        time=f"{wall_clock(newest):%H:%M}",
        earlier=[entry.intensity for entry in earlier],
    )
