"""Makes up what happened beside pain and practice, and the answers that fit the ratings."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from statistics import fmean
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User

from config.sample.history import BUMP, DAYS, History
from journal.measures import CHANGE, CHANGE_ITEM, ROLAND, ROLAND_ITEMS, WEEK, score
from journal.models import Answers, Happening
from routines.local_time import Moment, instant_of, stamp

EVENING, MORNING = dt.time(19, 10), dt.time(9, 40)
CHAIR_DAY = 63  # days after the first one
YOGA_CHANCE, WALK_CHANCE, HEAT_CHANCE = 0.13, 0.16, 0.35  # on a day; heat: on a day of a flare
# which statements are true first as a back gets worse: bending, socks, standing, the night ...
ROLAND_ORDER = [
    "2", "11", "21", "18", "3", "10", "16", "12", "14", "6", "23", "13",
    "9", "17", "4", "5", "22", "7", "1", "8", "20", "15", "24", "19",
]  # fmt: skip


def keep_happenings(history: History, *, person: User, now: Moment, seed: int) -> None:
    """Store events, care, bad spells and answers up to now, in two queries."""
    random = Random(seed + 1)  # noqa: S311 - its own, so that ratings do not depend on it
    rows = list(_happenings(random, history, person, now))
    Happening.objects.bulk_create(row for row in rows if row.occurred_at <= now.at)
    answers = list(_answers(random, history, person, now))
    Answers.objects.bulk_create(row for row in answers if row.occurred_at <= now.at)


def _happenings(random: Random, history: History, person: User, now: Moment) -> Iterator[Happening]:
    first = now.today - dt.timedelta(days=DAYS - 1)
    bad_days = set()
    for day in history.flares:
        last = day + dt.timedelta(days=len(BUMP) - 1)
        yield _row(person, now.zone, "flare", "flare", day, last)
        bad_days |= {day + dt.timedelta(days=n) for n in range(len(BUMP))}
    away, back = history.pause
    yield _row(person, now.zone, "event", "travel", away, back, name="A week by the sea")
    chair = first + dt.timedelta(days=CHAIR_DAY)
    yield _row(person, now.zone, "event", "chair", chair, chair)
    for n in range(DAYS):
        day = first + dt.timedelta(days=n)
        if random.random() < YOGA_CHANCE:
            yield _row(person, now.zone, "care", "yoga", day, day, minutes=random.choice((20, 30)))
        if random.random() < WALK_CHANCE:
            yield _row(person, now.zone, "care", "walking", day, day, minutes=40)
        if day in bad_days and random.random() < HEAT_CHANCE:
            yield _row(person, now.zone, "care", "heat", day, day)


def _row(
    person: User,
    zone: ZoneInfo,
    sort: str,
    kind: str,
    day: dt.date,
    last: dt.date,
    *,
    name: str = "",
    minutes: int | None = None,
) -> Happening:
    at = instant_of(dt.datetime.combine(day, MORNING), zone)
    return Happening(
        owner=person,
        sort=sort,
        kind=kind,
        name=name,
        minutes=minutes,
        last_day=last,
        **stamp(at, zone),
    )


def _answers(random: Random, history: History, person: User, now: Moment) -> Iterator[Answers]:
    """Yield three numbers on most Sundays, and every fourth Sunday the other two."""
    first = now.today - dt.timedelta(days=DAYS - 1)
    sundays = [day for n in range(DAYS) if (day := first + dt.timedelta(days=n)).isoweekday() == 7]
    start = _mean(history, sundays[0])
    for n, day in enumerate(sundays):
        mean = _mean(history, day)
        if random.random() < 0.85:
            yield _set(person, now.zone, day, WEEK, _week(random, mean))
        if n % 4 == 0:
            ticked = max(0, min(24, round(2.1 * mean + random.gauss(0, 1))))
            yield _set(person, now.zone, day, ROLAND, dict.fromkeys(ROLAND_ORDER[:ticked], 1))
        if n and n % 4 == 0:
            better = max(1, min(7, round(4 + (mean - start) * 0.8)))
            yield _set(person, now.zone, day, CHANGE, {CHANGE_ITEM: better})


def _mean(history: History, sunday: dt.date) -> float:
    """Return the mean rating of the seven days that end on a Sunday; 5 without any."""
    first = sunday - dt.timedelta(days=6)
    week = [rating.intensity for rating in history.ratings if first <= rating.day <= sunday]
    return fmean(week) if week else 5.0


def _week(random: Random, mean: float) -> dict[str, int]:
    offsets = {"pain": 0.0, "joy": -0.6, "doing": -0.2}
    return {
        item: max(0, min(10, round(mean + offset + random.gauss(0, 0.6))))
        for item, offset in offsets.items()
    }


def _set(person: User, zone: ZoneInfo, day: dt.date, kind: str, answers: dict[str, int]) -> Answers:
    in_order = {item: answers[item] for item in ROLAND_ITEMS if item in answers} or answers
    moment = stamp(instant_of(dt.datetime.combine(day, EVENING), zone), zone)
    return Answers(
        owner=person,
        kind=kind,
        answers=in_order,
        score=score(kind, answers),
        finished_at=moment["occurred_at"],
        **moment,
    )
