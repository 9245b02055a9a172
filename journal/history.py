"""Reads what the chart of one person needs, in as many queries however long the history is."""

import datetime as dt

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from journal.looks import EVERY, WINDOW
from journal.models import Entry
from journal.past import History, Span
from journal.querysets import pauses_touching, practice_by_week
from journal.ranges import Range
from journal.trend import WEEK, Week
from routines.models import Pause, Session

BEFORE_ALL = dt.date(1900, 1, 1)  # no entry is older


def read_history(person: User, stretch: Range, today: dt.date) -> History:
    """Return what the chart of this stretch and the statement under it need."""
    recently = today - dt.timedelta(days=WINDOW + EVERY - 1)
    first = stretch.first_day(today) or BEFORE_ALL
    sessions = Session.objects.kept_by(person)
    entries = Entry.objects.kept_by(person)
    rated = entries.between(recently, today).intensity_by_day()
    practised = sessions.between(recently, today).minutes_by_day()
    return History(
        today=today,
        first_rated=entries.first_day(),
        means={row["local_date"]: row["mean"] for row in rated},
        practice={row["local_date"]: (row["sessions"], row["seconds"]) for row in practised},
        weeks=read_weeks(person, first, today) if stretch.is_weekly else [],
        pauses=_pauses(person, first, today),
    )


def read_weeks(person: User, first: dt.date, last: dt.date) -> list[Week]:
    """Return every week from the first one written to the last, also those without a row."""
    pain = {row[0]: row[1:] for row in Entry.objects.intensity_by_week(person, first, last)}
    sessions = Session.objects.kept_by(person).between(first, last)
    done = {row[0]: row[1:] for row in practice_by_week(sessions)}
    written = [*pain, *done]
    if not written:
        return []
    monday, newest = min(written), max(written)
    weeks = []
    while monday <= newest:
        weeks.append(Week(monday, *pain.get(monday, (0, None)), *done.get(monday, (0, 0))))
        monday += dt.timedelta(days=WEEK)
    return weeks


def _pauses(person: User, first: dt.date, last: dt.date) -> list[Span]:
    rows = pauses_touching(Pause.objects.kept_by(person), first, last)
    return [
        Span(
            first=max(pause.first_day, first),
            last=min(pause.last_day or last, last),
            name=pause.reason or _("Paused"),
        )
        for pause in rows
    ]
