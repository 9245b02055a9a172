"""Knows the times people mean when they write later: this morning, yesterday evening."""

import datetime as dt
from typing import NamedTuple

EARLIEST = 1900  # year
MORNING, MIDDAY, EVENING = dt.time(8), dt.time(13), dt.time(20)


class Preset(NamedTuple):
    """A time with a name.

    Attributes:
        name: One of the names below.
        wall: What the person's clock showed then, without a zone.
    """

    name: str
    wall: dt.datetime


def presets(wall: dt.datetime) -> list[Preset]:
    """Return the times before ``wall`` that one tap can name, newest first."""
    today = wall.date()
    yesterday = today - dt.timedelta(days=1)
    known = [
        Preset("midday", dt.datetime.combine(today, MIDDAY)),
        Preset("this_morning", dt.datetime.combine(today, MORNING)),
        Preset("yesterday_evening", dt.datetime.combine(yesterday, EVENING)),
        Preset("yesterday_morning", dt.datetime.combine(yesterday, MORNING)),
    ]
    return [preset for preset in known if preset.wall < wall]


def day_of(text: str) -> dt.date | None:
    """Return the day that an address names, like 2026-11-22, or None for anything else."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= EARLIEST else None
