"""Days, weeks and spans as the charts read them."""

import datetime as dt
import random

import pytest
from django.utils import timezone

from journal.daily import read_days, read_spans, read_weeks
from journal.history import care_of, read_history, spans_of
from journal.models import Happening
from journal.past import Span
from journal.ranges import stretch_of
from journal.sessions import read_sessions
from journal.sessions_chart import sums
from journal.trend import Week, weekly
from routines.local_time import stamp
from routines.models import Pause
from tests import make

MONDAY = make.MONDAY


def day(number):
    return MONDAY + dt.timedelta(days=number)


def happening(owner, first, last=None, *, sort="event", kind="travel", **extra):
    moment = stamp(make.at(day(first)), make.WARSAW)
    last_day = None if last is None else day(last)
    return Happening.objects.create(
        owner=owner, sort=sort, kind=kind, last_day=last_day, **moment, **extra
    )


def test_days_are_means_of_their_ratings_beside_practice(owner, stranger):
    make.entry(owner=owner, hour=8, intensity=3)
    make.entry(owner=owner, hour=20, intensity=6)
    make.entry(owner=owner, day=day(-40), intensity=1)
    make.entry(owner=stranger, day=day(1), intensity=9)
    make.practice(owner=owner, seconds=300)
    make.practice(owner=owner, day=day(1), seconds=0, holds_done=0)

    found = read_days(owner, day(0), day(6))

    assert found.began == day(-40)
    assert found.means == {MONDAY: 4.5}
    assert found.practice == {MONDAY: (1, 300)}


def test_nothing_written_is_nothing_read(owner):
    assert read_days(owner, day(0), day(6)) == (None, {}, {}, {})
    assert read_weeks(owner, day(0), day(6)) == []
    assert read_spans(owner, day(0), day(6)) == []


def test_weeks_are_means_of_days_not_of_ratings(owner, stranger):
    for hour in (6, 9, 12, 15):
        make.entry(owner=owner, hour=hour, intensity=8)
    make.entry(owner=owner, day=day(6), intensity=2)
    make.entry(owner=owner, day=day(21), intensity=1)
    make.entry(owner=stranger, day=day(1), intensity=10)
    make.entry(owner=owner, day=day(2), intensity=10, deleted_at=timezone.now())
    make.practice(owner=owner, day=day(0), seconds=300)
    make.practice(owner=owner, day=day(6), seconds=200)
    make.practice(owner=owner, day=day(6), hour=9, seconds=100)

    assert read_weeks(owner, day(-30), day(30)) == [
        Week(MONDAY, 2, 5.0, 3, 600, 2),
        Week(day(7), 0, None, 0, 0),
        Week(day(14), 0, None, 0, 0),
        Week(day(21), 1, 1.0, 0, 0, 0),
    ]


def test_weeks_of_the_database_are_those_worked_out_by_hand(owner):
    chance = random.Random(3)  # noqa: S311 - a simulation
    last = dt.date(2027, 1, 10)  # over the end of summer time and of the year
    first = dt.date(2026, 10, 12)
    for n in range((last - first).days + 1):
        if chance.random() < 0.6:
            make.entry(owner=owner, day=first + dt.timedelta(days=n), intensity=n % 11)
        if chance.random() < 0.4:
            make.practice(owner=owner, day=first + dt.timedelta(days=n), seconds=60 + n)

    read = read_days(owner, first, last)

    assert read_weeks(owner, first, last) == [
        week._replace(mean=pytest.approx(week.mean) if week.mean is not None else None)
        for week in weekly(read.means, read.practice, first, last)
    ]


def test_spans_touch_a_stretch_with_either_end_or_none(owner, stranger):
    Pause.objects.create(owner=owner, first_day=day(-5), last_day=day(0), reason="Holiday")
    Pause.objects.create(owner=owner, first_day=day(-9), last_day=day(-1))
    happening(owner, 2, 3)
    happening(owner, 4, None, sort="flare", kind="flare")
    happening(owner, 5, 5, kind="other", name="Moved house")
    happening(owner, 6, 6, deleted_at=timezone.now())
    happening(owner, 11, 12)
    happening(stranger, 1, 1)

    rows = read_spans(owner, day(0), day(10))

    assert spans_of(rows, day(0), day(10)) == [
        Span(day(0), day(0), "Holiday", "pause"),
        Span(day(2), day(3), "Travel", "event"),
        Span(day(4), day(10), "Bad spell", "flare"),
        Span(day(5), day(5), "Moved house", "event"),
    ]


def test_other_care_is_counted_by_days_and_is_no_band(owner):
    for n in (0, 1, 1, 4):
        happening(owner, n, n, sort="care", kind="yoga")
    happening(owner, 2, 2, sort="care", kind="heat")

    rows = read_spans(owner, day(0), day(10))

    assert spans_of(rows, day(0), day(10)) == []
    assert care_of(rows) == {"Yoga": {day(0), day(1), day(4)}, "Heat": {day(2)}}


@pytest.mark.parametrize(("name", "queries"), [("4w", 2), ("3m", 2), ("1y", 3), ("all", 3)])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_history_takes_the_same_queries_however_long(
    owner, name, queries, rows, django_assert_num_queries
):
    for n in range(rows):
        make.entry(owner=owner, day=day(-7 * n))
        happening(owner, -n, -n)

    with django_assert_num_queries(queries):
        history = read_history(owner, stretch_of({"range": name}, MONDAY), MONDAY)

    assert len(history.means) == rows


def test_sessions_compare_only_those_with_both_numbers(owner, stranger):
    make.practice(owner=owner, pain_before=8, pain_after=6, planned_seconds=600, seconds=300)
    make.practice(owner=owner, hour=9, pain_before=2, planned_seconds=600, seconds=600)
    make.practice(owner=owner, day=day(1), pain_before=4, pain_after=4)
    make.practice(owner=stranger, pain_before=1, pain_after=1)

    daily = read_sessions(owner, day(0), day(6), is_weekly=False)
    (week,) = read_sessions(owner, day(0), day(6), is_weekly=True)

    assert daily[0] == (MONDAY, 2, 1, 8.0, 6.0, 1200, 900)
    assert week[:5] == (MONDAY, 3, 2, 6.0, 5.0)
    assert sums(daily)[:4] == sums([week])[:4] == (3, 2, 6.0, 5.0)


def test_no_session_has_no_mean():
    assert sums([]) == (0, 0, None, None, 0, 0)
