"""The clock of the tests: the same noon of the same Sunday, whenever and wherever they run.

It ticks. The browser tests live by the real clock, as the browser does, and wait where a day
is about to end.
"""

import datetime as dt
import time
from zoneinfo import ZoneInfo

from django.utils import timezone

ZONE = ZoneInfo("Europe/Warsaw")
START = dt.datetime(2026, 11, 22, 12, 0, tzinfo=ZONE)
LAST_MINUTES = dt.timedelta(minutes=4)  # longer than any browser test takes

real_now = timezone.now
_began = time.monotonic()


def now() -> dt.datetime:
    """The instant of the tests' own clock, in UTC."""
    return START.astimezone(dt.UTC) + dt.timedelta(seconds=time.monotonic() - _began)


def wait_for_the_next_day() -> None:
    """Sleep over midnight if a test that began now might not end before it."""
    here = real_now().astimezone(ZONE)
    soon = (here + LAST_MINUTES).date()
    if soon != here.date():
        midnight = dt.datetime.combine(soon, dt.time(0, 0, 1), tzinfo=ZONE)
        time.sleep((midnight - here).total_seconds())
