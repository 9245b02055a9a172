"""Knows what a person's past is made of where it is looked at: rated days, practice, days off."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from journal.trend import Week


class Span(NamedTuple):
    """Days off, both ends included, cut to the stretch that is looked at."""

    first: dt.date
    last: dt.date
    name: str


@dataclass(frozen=True, slots=True)
class History:
    """What was felt and done up to a day.

    Attributes:
        today: The last day.
        first_rated: The first day ever rated; None without any.
        means: Mean intensity of each rated day of the last 38 weeks and 6 days more.
        practice: Sessions and seconds pressed of each practised day of the same stretch.
        weeks: Every week of a longer stretch, oldest first; empty where days are enough.
        pauses: Days off, cut to the stretch.
    """

    today: dt.date
    first_rated: dt.date | None
    means: Mapping[dt.date, float]
    practice: Mapping[dt.date, tuple[int, int]]
    weeks: list[Week]
    pauses: list[Span]
