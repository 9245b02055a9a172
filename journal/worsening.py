"""Knows when pain has been higher long enough to be spoken of: never on one day."""

import datetime as dt
from collections.abc import Mapping
from math import hypot
from statistics import fmean, median
from typing import NamedTuple

from journal.trend import (
    DAYS_FOR_WOBBLE,
    ONE_DAY,
    RATED_FOR_A_MEAN,
    TWO_SIDED_95,
    WEEK,
    days_between,
    wobble,
)

TWO_WEEKS, THREE_DAYS = "two_weeks", "three_days"
BASELINE_DAYS = 56  # before the two weeks, or the three days
LEAST = 1.0  # NRS points: less is not spoken of, however steady the days were before
STEP = 3.0  # NRS points in three days
LOOKED_BACK = BASELINE_DAYS + 2 * WEEK  # days that are needed


class Higher(NamedTuple):
    """That pain is higher than before.

    Attributes:
        kind: ``two_weeks`` or ``three_days``.
        points: By how much, NRS points.
    """

    kind: str
    points: float


def higher(means: Mapping[dt.date, float], today: dt.date) -> Higher | None:
    """Return in which way pain has been higher up to today, or None.

    Args:
        means: Mean intensity of each rated day.
        today: The last day; it may be without a rating yet.
    """
    weeks = _two_weeks(means, today)
    if weeks is not None:
        return Higher(TWO_WEEKS, weeks)
    step = _three_days(means, today)
    return None if step is None else Higher(THREE_DAYS, step)


def _two_weeks(means: Mapping[dt.date, float], today: dt.date) -> float | None:
    """Return by how much the last two weeks are higher, if each of them is, by the usual wobble."""
    start = today - (2 * WEEK - 1) * ONE_DAY
    before = [
        means.get(day) for day in days_between(start - BASELINE_DAYS * ONE_DAY, start - ONE_DAY)
    ]
    known = [mean for mean in before if mean is not None]
    weeks = [
        [means[day] for n in range(WEEK) if (day := start + (7 * week + n) * ONE_DAY) in means]
        for week in range(2)
    ]
    if len(known) < DAYS_FOR_WOBBLE or min(map(len, weeks)) < RATED_FOR_A_MEAN:
        return None
    usual = wobble(before)
    own = usual.standard_error(len(known))
    base = fmean(known)
    for week in weeks:
        band = TWO_SIDED_95 * hypot(usual.standard_error(len(week)), own)
        if fmean(week) - base <= max(band, LEAST):
            return None
    return fmean(fmean(week) for week in weeks) - base


def _three_days(means: Mapping[dt.date, float], today: dt.date) -> float | None:
    """Return the rise of the last two rated days over a day at most three days before the last.

    A rise back to the usual level is none: it follows every good day.
    """
    last = today if today in means else today - ONE_DAY
    recent = [day for day in days_between(last - 3 * ONE_DAY, last) if day in means]
    if len(recent) < 3 or recent[-1] != last:
        return None
    level = min(means[day] for day in recent[-2:])
    rise = level - means[recent[0]]
    usual = _usual_level(means, last - 3 * ONE_DAY)
    is_unusual = usual is None or level - usual > LEAST
    return rise if rise >= STEP and is_unusual else None


def _usual_level(means: Mapping[dt.date, float], until: dt.date) -> float | None:
    """Return the median of the eight weeks before a day; None where too few are rated."""
    before = days_between(until - BASELINE_DAYS * ONE_DAY, until - ONE_DAY)
    known = [means[day] for day in before if day in means]
    return median(known) if len(known) >= DAYS_FOR_WOBBLE else None
