"""Reads what sessions were: pain before and after, time planned and pressed, by day or week."""

import datetime as dt
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import connection

BEFORE_AND_AFTER = """
    SELECT {slot} AS slot, count(*),
           count(*) FILTER (WHERE pain_before IS NOT NULL AND pain_after IS NOT NULL),
           avg(pain_before) FILTER (WHERE pain_after IS NOT NULL)::float8,
           avg(pain_after) FILTER (WHERE pain_before IS NOT NULL)::float8,
           sum(planned_seconds)::integer, sum(pressed_seconds)::integer
    FROM routines_session
    WHERE owner_id = %(owner)s AND holds_done >= 1
      AND local_date BETWEEN %(first)s AND %(last)s
    GROUP BY slot
    ORDER BY slot
"""
BY_DAY = BEFORE_AND_AFTER.format(slot="local_date")
BY_WEEK = BEFORE_AND_AFTER.format(
    slot="local_date - (extract(isodow FROM local_date)::integer - 1)"
)


class Slot(NamedTuple):
    """The sessions of a day or of a week.

    Attributes:
        first: The day, or the Monday.
        sessions: How many there were.
        pairs: How many of them have a number before and after.
        before: The mean of these numbers before, NRS points; None without any.
        after: The mean after, of the same sessions.
        planned: Seconds that were planned.
        pressed: Seconds that were pressed.
    """

    first: dt.date
    sessions: int
    pairs: int
    before: float | None
    after: float | None
    planned: int
    pressed: int


def read_sessions(person: User, first: dt.date, last: dt.date, *, is_weekly: bool) -> list[Slot]:
    """Return the days, or the weeks, with a session in first..last, oldest first."""
    with connection.cursor() as cursor:
        query = BY_WEEK if is_weekly else BY_DAY
        cursor.execute(query, {"owner": person.pk, "first": first, "last": last})
        return [Slot(*row) for row in cursor.fetchall()]
