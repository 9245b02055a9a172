"""Knows what a person's past is made of where it is looked at: rated days, practice, events."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from journal.trend import Week
from routines.plan import Span as DaysOff


class Span(NamedTuple):
    """Days on which something besides pain and practice went on, cut to what is looked at.

    Attributes:
        first: The first of them.
        last: The last of them.
        name: What it is called.
        sort: ``pause``, ``event`` or ``flare``.
    """

    first: dt.date
    last: dt.date
    name: str
    sort: str = "pause"


class Going(NamedTuple):
    """A fair test that is drawn or running.

    Attributes:
        key: Which one.
        first: Its first day.
        last: Its last day.
    """

    key: str
    first: dt.date
    last: dt.date


class Kept(NamedTuple):
    """What was found the last time.

    Attributes:
        version: Of the days it was found in.
        numbers: What was found, as JSON.
    """

    version: str
    numbers: str


@dataclass(frozen=True, slots=True)
class History:
    """What was felt and done up to a day.

    Attributes:
        today: The last day.
        began: From which day on numbers are looked at; None before the first rating.
        means: Mean intensity of each rated day that the chart or a statement needs.
        practice: Sessions and seconds pressed of each practised day of the same stretch.
        weeks: Every week of a longer stretch, oldest first; empty where days are enough.
        spans: Days off, events and bad spells, oldest first, cut to the stretch.
        care: Days with other care by what it was, most days first.
        pauses: Days off, whole.
        test: The fair test that goes on today.
        kept: What was worked out from such days before, by what it is about.
    """

    today: dt.date
    began: dt.date | None
    means: Mapping[dt.date, float]
    practice: Mapping[dt.date, tuple[int, int]]
    weeks: list[Week]
    spans: list[Span]
    care: Mapping[str, frozenset[dt.date]] = field(default_factory=dict)
    pauses: Sequence[DaysOff] = ()
    test: Going | None = None
    kept: Mapping[str, Kept] = field(default_factory=dict)
