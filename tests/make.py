"""Makes rows for tests: plain, typed, keyword-only, sensible when nothing is said."""

import datetime as dt
import itertools
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.utils import timezone

from journal.fair_test import order_of, seal_of
from journal.models import Answers, Entry, FairTest, Happening
from points.models import Point, Technique
from points.questions import version
from routines.local_time import instant_of, stamp
from routines.models import Pause, Plan, Preferences, Routine, Screening, Session, Step
from routines.recurrence import on_weekdays

WARSAW = ZoneInfo("Europe/Warsaw")
PASSWORD = "three steady words here"
MONDAY = dt.date(2026, 11, 16)
_count = itertools.count(1)


def person(*, name: str = "", zone: str = "Europe/Warsaw", **extra: Any) -> User:
    """A person with preferences; the password is ``PASSWORD``."""
    user = User.objects.create_user(name or f"person{next(_count)}", password=PASSWORD, **extra)
    Preferences.objects.create(owner=user, zone=zone)
    return User.objects.select_related("preferences").get(pk=user.pk)


def at(day: dt.date, hour: int = 20, minute: int = 0) -> dt.datetime:
    """The UTC instant at which a clock in Warsaw shows an hour of a day."""
    return instant_of(dt.datetime.combine(day, dt.time(hour, minute)), WARSAW)


def entry(
    *,
    owner: User | None = None,
    day: dt.date = MONDAY,
    hour: int = 20,
    intensity: int = 4,
    instant: dt.datetime | None = None,
    **extra: Any,
) -> Entry:
    """A pain rating in the evening of a day."""
    moment = stamp(instant or at(day, hour), WARSAW)
    return Entry.objects.create(
        owner=owner or person(), intensity=intensity, key=uuid4(), **moment, **extra
    )


def screening(
    *,
    owner: User,
    day: dt.date | None = None,
    answers: dict[str, str] | None = None,
    outcome: str = "go",
    cleared: bool = False,
    rules_version: str = "",
) -> Screening:
    """Finished safety answers; nothing is marked unless said."""
    now = timezone.now()
    day = day or now.astimezone(WARSAW).date()
    return Screening.objects.create(
        owner=owner,
        answers=answers or {},
        outcome=outcome,
        cleared=cleared,
        asked_on=day,
        rules_version=rules_version or version(),
        **stamp(min(at(day, 8), now), WARSAW),  # never later than now, before eight in the morning
    )


def routine(
    *,
    owner: User,
    codes: tuple[str, ...] = ("BL23", "PC6"),
    seconds: int = 30,
    name: str = "Low back at the desk",
) -> Routine:
    """A routine of some points of the catalogue, both sides, by hand."""
    row = Routine.objects.create(owner=owner, name=name)
    press = Technique.objects.get(slug="static_pressure")
    for position, code in enumerate(codes, start=1):
        point = Point.objects.get(code=code)
        Step.objects.create(
            routine=row,
            position=position,
            point=point,
            technique=press,
            hold_seconds=seconds,
            side="both" if len(point.sides) == 2 else "midline",
        )
    return row


def plan(
    *,
    owner: User,
    routine: Routine,
    starts_on: dt.date = MONDAY,
    weekdays: list[int] | None = None,
    ends_on: dt.date | None = None,
    **extra: Any,
) -> Plan:
    """A weekly plan, daily unless said."""
    return Plan.objects.create(
        owner=owner,
        routine=routine,
        starts_on=starts_on,
        ends_on=ends_on,
        recurrence=on_weekdays(weekdays or range(1, 8)),
        **extra,
    )


def pause(
    *,
    owner: User,
    first_day: dt.date = MONDAY,
    last_day: dt.date | None = None,
    reason: str = "Kestrel holiday",
) -> Pause:
    """Days off, without an end unless said."""
    return Pause.objects.create(owner=owner, first_day=first_day, last_day=last_day, reason=reason)


def practice(
    *,
    owner: User | None = None,
    day: dt.date = MONDAY,
    hour: int = 18,
    seconds: int = 300,
    holds_done: int = 5,
    finished: bool = True,
    **extra: Any,
) -> Session:
    """A session of a day with some seconds pressed."""
    began = at(day, hour)
    return Session.objects.create(
        owner=owner or person(),
        name=extra.pop("name", "Low back at the desk"),
        snapshot={"version": 1, "rules_version": "test", "holds": [], "changes": []},
        planned_seconds=extra.pop("planned_seconds", 540),
        pressed_seconds=seconds,
        holds_done=holds_done,
        finished_at=began + dt.timedelta(seconds=seconds) if finished else None,
        **stamp(began, WARSAW),
        **extra,
    )


def happening(
    *,
    owner: User | None = None,
    sort: str = "event",
    kind: str = "injection",
    day: dt.date = MONDAY,
    hour: int = 12,
    days: int | None = 1,
    **extra: Any,
) -> Happening:
    """An event of one day; of more, with ``days``; one that goes on, with None."""
    return Happening.objects.create(
        owner=owner or person(),
        sort=sort,
        kind=kind,
        last_day=None if days is None else day + dt.timedelta(days=days - 1),
        **stamp(at(day, hour), WARSAW),
        **extra,
    )


def event(**about: Any) -> Happening:
    """An injection, unless said."""
    return happening(**about)


def care(*, kind: str = "yoga", **about: Any) -> Happening:
    """Yoga on one day, unless said."""
    return happening(sort="care", kind=kind, **about)


def flare(*, days: int | None = None, **about: Any) -> Happening:
    """A bad spell that goes on, unless said."""
    return happening(sort="flare", kind="flare", days=days, **about)


def answers(
    *,
    owner: User | None = None,
    kind: str = "week",
    day: dt.date = MONDAY,
    hour: int = 19,
    given: dict[str, int] | None = None,
    score: float | None = 4.0,
    finished: bool = True,
) -> Answers:
    """Finished answers with a score; a draft without one, unless finished."""
    moment = stamp(at(day, hour), WARSAW)
    return Answers.objects.create(
        owner=owner or person(),
        kind=kind,
        answers=given or {},
        score=score if finished else None,
        finished_at=moment["occurred_at"] if finished else None,
        **moment,
    )


def fair_test(*, owner: User, day: dt.date, question: str = "Kestrel question") -> FairTest:
    """A fair test drawn on a day, of 6 pairs, with nothing laid into the plan."""
    order, salt = order_of(26, 6), "0" * 48
    return FairTest.objects.create(
        owner=owner,
        question=question,
        pairs=6,
        threshold=1,
        starts_on=day + dt.timedelta(days=7 - day.weekday()),
        order=order,
        salt=salt,
        seal=seal_of(order, salt),
        **stamp(at(day, 8), WARSAW),
    )
