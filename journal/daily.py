"""Reads what was felt and done by day, by week and as spans: one query each, however long.

Days come first: a day with three ratings weighs as much as a day with one. The ORM cannot group
what it has grouped, nor put pain and practice side by side, so this is written out.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import connection

from journal.past import Kept
from journal.trend import WEEK, Week

BY_DAY = """
    SELECT local_date AS day, avg(intensity)::float8 AS mean,
           NULL::bigint AS sessions, NULL::bigint AS seconds
    FROM journal_entry
    WHERE owner_id = %(owner)s AND deleted_at IS NULL
      AND local_date BETWEEN %(first)s AND %(last)s
    GROUP BY local_date
    UNION ALL
    SELECT local_date, NULL, count(*), sum(pressed_seconds)
    FROM routines_session
    WHERE owner_id = %(owner)s AND holds_done >= 1
      AND local_date BETWEEN %(first)s AND %(last)s
    GROUP BY local_date
"""
DAYS = f"""
    SELECT begun.day, days.day, days.mean, days.sessions, days.seconds, NULL, NULL, NULL
    FROM (
        SELECT coalesce(
            (SELECT day FROM journal_beginning WHERE owner_id = %(owner)s),
            (SELECT min(local_date) FROM journal_entry
             WHERE owner_id = %(owner)s AND deleted_at IS NULL)
        ) AS day
    ) AS begun LEFT JOIN ({BY_DAY}) AS days ON true
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, NULL, about, version, numbers
    FROM journal_finding WHERE owner_id = %(owner)s AND about = ANY(%(about)s)
    ORDER BY 2
"""  # noqa: S608 - nothing that anybody typed
WEEKS = f"""
    SELECT day - (extract(isodow FROM day)::integer - 1) AS monday, count(mean), avg(mean),
           coalesce(sum(sessions), 0)::integer, coalesce(sum(seconds), 0)::integer, count(sessions)
    FROM ({BY_DAY}) AS days
    GROUP BY monday
    ORDER BY monday
"""  # noqa: S608 - nothing that anybody typed
SPANS = """
    SELECT 'pause', '', reason, first_day, last_day
    FROM routines_pause
    WHERE owner_id = %(owner)s AND first_day <= %(last)s
      AND (last_day IS NULL OR last_day >= %(first)s)
    UNION ALL
    SELECT sort, kind, name, local_date, last_day
    FROM journal_happening
    WHERE owner_id = %(owner)s AND deleted_at IS NULL AND local_date <= %(last)s
      AND (last_day IS NULL OR last_day >= %(first)s)
    UNION ALL
    SELECT 'test', key::text, '', starts_on, starts_on + 14 * pairs - 1
    FROM journal_fairtest
    WHERE owner_id = %(owner)s AND stopped_on IS NULL AND local_date <= %(last)s
      AND starts_on + 14 * pairs > %(last)s
    ORDER BY 4
"""


class Days(NamedTuple):
    """What was felt and done day by day.

    Attributes:
        began: From which day on numbers are looked at: when the first rating was written. Where
            that is not kept, the first day rated. None without either.
        means: Mean intensity of each rated day.
        practice: Sessions and seconds pressed of each practised day.
        kept: What was worked out from such days before, by what it is about.
    """

    began: dt.date | None
    means: dict[dt.date, float]
    practice: dict[dt.date, tuple[int, int]]
    kept: dict[str, Kept]


class SpanRow(NamedTuple):
    """Something that went on for a day or more.

    Attributes:
        sort: ``pause``, ``event``, ``care``, ``flare`` or ``test``.
        kind: Which one, as it is stored; empty for a pause, the key for a test.
        name: The person's own words; may be empty.
        first: Its first day.
        last: Its last day; None while it goes on.
    """

    sort: str
    kind: str
    name: str
    first: dt.date
    last: dt.date | None


def _rows(
    query: str, person: User, first: dt.date, last: dt.date, **asked: list[str]
) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"owner": person.pk, "first": first, "last": last, **asked})
        return list(cursor.fetchall())


def read_days(person: User, first: dt.date, last: dt.date, about: Sequence[str] = ()) -> Days:
    """Return the days first..last that have anything, and what is remembered about something."""
    rows = _rows(DAYS, person, first, last, about=list(about))
    found = Days(next((row[0] for row in rows if row[0]), None), {}, {}, {})
    for _begun, day, mean, sessions, seconds, *kept in rows:
        if mean is not None:
            found.means[day] = mean
        elif sessions is not None:
            found.practice[day] = (sessions, int(seconds))
        elif kept[0]:
            found.kept[kept[0]] = Kept(*kept[1:])
    return found


def read_weeks(person: User, first: dt.date, last: dt.date) -> list[Week]:
    """Return every week from the first one written to the last, also those without a row."""
    found = {row[0]: Week(*row) for row in _rows(WEEKS, person, first, last)}
    if not found:
        return []
    monday, newest = min(found), max(found)
    count = (newest - monday).days // WEEK + 1
    mondays = (monday + dt.timedelta(weeks=n) for n in range(count))
    return [found.get(day) or Week(day, 0, None, 0, 0) for day in mondays]


def read_spans(person: User, first: dt.date, last: dt.date) -> list[SpanRow]:
    """Return pauses and happenings that touch the days first..last, oldest first.

    Of fair tests that one comes along which is drawn or running on the last day.
    """
    return [SpanRow(*row) for row in _rows(SPANS, person, first, last)]
