"""Knows what a clock showed where and when a row was written."""

import datetime as dt
from typing import Protocol


class Dated(Protocol):
    """A row with its frozen offset."""

    occurred_at: dt.datetime
    utc_offset_minutes: int


def wall_clock(row: Dated) -> dt.datetime:
    """Return the naive local time of a row, whatever zone its owner lives in now."""
    offset = dt.timedelta(minutes=row.utc_offset_minutes)
    return row.occurred_at.astimezone(dt.UTC).replace(tzinfo=None) + offset
