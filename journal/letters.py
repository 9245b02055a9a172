"""Reads what a letter about one month rests on."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from statistics import fmean

from django.contrib.auth.models import User

from journal.course import usual_wobble
from journal.findings import Memory
from journal.history import read_history
from journal.letter import Month, Numbers
from journal.models import Entry, FairTest
from journal.past import History
from journal.picture import Picture, picture
from journal.ranges import OWN, Stretch
from journal.sessions import read_sessions
from journal.statements import does_it_go_with_less_pain
from journal.trend import DAYS_FOR_WOBBLE, Wobble, days_between
from routines.calendars import calendar_of
from routines.plan import DayKind


@dataclass(frozen=True, slots=True)
class Read:
    """A month with its chart."""

    numbers: Numbers
    picture: Picture


def read_month(person: User, month: Month) -> Read:
    """Return what a letter says and shows, from the rows up to the month's last day."""
    first, last = month.first, month.last
    stretch = Stretch(OWN, first, last, is_weekly=False)
    about = f"{first:%Y-%m}"
    history = read_history(person, stretch, last, [about])
    slots = read_sessions(person, first, last, is_weekly=False)
    practised = {slot.first for slot in slots}
    rated = {day: mean for day, mean in history.means.items() if day >= first}
    calendar, _ = calendar_of(person, first=first, last=last, pauses=history.pauses)
    days = calendar.between(first, last)
    asked = {planned.day for planned in days if planned.kind is DayKind.PRACTICE}
    numbers = Numbers(
        month=month,
        rated=len(rated),
        ratings=Entry.objects.kept_by(person).between(first, last).count(),
        mean=fmean(rated.values()) if rated else None,
        mean_before=_mean(history, month.before),
        usual=_usual(history, last),
        practised=len(practised),
        planned=len(asked | practised),
        planned_seconds=sum(slot.planned for slot in slots),
        pressed_seconds=sum(slot.pressed for slot in slots),
        statement=_stated(person, about, history),
        is_tested=FairTest.objects.kept_by(person).reaching(month.before.first),
    )
    return Read(numbers, picture(stretch, history))


def _stated(person: User, about: str, history: History) -> str:
    """Return what the days up to the end of the month say, and on which day they were looked at."""
    compare = partial(Memory(person, history.kept).association, about)
    return does_it_go_with_less_pain(
        history.means, history.practice, history.began, history.today, compare
    ).dated


def _mean(history: History, month: Month) -> float | None:
    rated = [mean for day, mean in history.means.items() if month.first <= day <= month.last]
    return fmean(rated) if len(rated) >= DAYS_FOR_WOBBLE else None


def _usual(history: History, last: dt.date) -> Wobble | None:
    days = days_between(last - dt.timedelta(weeks=26), last)
    return usual_wobble([history.means.get(day) for day in days])
