"""Knows on which days the numbers are looked at: few and fixed, so that chance gets few tries."""

import datetime as dt
from typing import NamedTuple

FIRST_LOOKS = (42, 84)  # days after the beginning
EVERY = 168  # days; the third look, and every one after it
WINDOW = 672  # days that a look goes back at most
LEVELS = {42: 0.014, 84: 0.014, 168: 0.0065, 336: 0.0035, 504: 0.0025}  # by the day of the look
LATER = 0.002


class Looks(NamedTuple):
    """The look whose numbers stand, and the one to come.

    Attributes:
        last: The last day that counts; None before the first look.
        next: The next look.
        level: The share of shifted calendars under which that look calls nothing chance.
    """

    last: dt.date | None
    next: dt.date
    level: float


def looks(began: dt.date, today: dt.date) -> Looks:
    """Return the looks around today: 6, 12 and 24 weeks after the beginning, then every 24.

    The beginning is the day on which the first rating was written, see ``models.Beginning``: no
    rating that is written, changed or deleted later moves it.

    The levels are so low that all looks of two years together call noise a difference in at most
    5 of 100 histories, in every scenario of ``make bench-statistics``. A look after half a year
    tells what no shifted calendar fits as well, and goes back far enough for its level to be met
    at all: so many days make so many calendars.

    Source:
        Armitage, McPherson & Rowe 1969, J R Stat Soc A 132:235-244 (what looking often does).
        Lan & DeMets 1983, Biometrika 70:659-663 (levels that are spent look by look).
    """
    age = (today - began).days
    last = max(age // EVERY * EVERY, *(day for day in (0, *FIRST_LOOKS) if day <= age), 0)
    following = next((day for day in FIRST_LOOKS if day > age), (age // EVERY + 1) * EVERY)
    return Looks(
        last=began + dt.timedelta(days=last) if last else None,
        next=began + dt.timedelta(days=following),
        level=LEVELS.get(last, LATER),
    )
