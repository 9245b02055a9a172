"""Knows on which days the numbers are looked at: few and fixed, so that chance gets few tries."""

import datetime as dt
from typing import NamedTuple

FIRST_LOOK = 42  # days after the first rated day
EVERY = 84  # days; the second look, the third, and every one after them


class Looks(NamedTuple):
    """The look whose numbers stand, and the one to come.

    Attributes:
        last: The last day that counts; None before the first look.
        next: The next look.
    """

    last: dt.date | None
    next: dt.date


def looks(first_rated: dt.date, today: dt.date) -> Looks:
    """Return the looks around today: 6, 12 and 24 weeks after the first rated day, then every 12.

    Source:
        Armitage, McPherson & Rowe 1969, J R Stat Soc A 132:235-244 (what looking often does).
    """
    age = (today - first_rated).days
    last = max(age // EVERY * EVERY, FIRST_LOOK if age >= FIRST_LOOK else 0)
    following = FIRST_LOOK if age < FIRST_LOOK else (age // EVERY + 1) * EVERY
    return Looks(
        last=first_rated + dt.timedelta(days=last) if last else None,
        next=first_rated + dt.timedelta(days=following),
    )
