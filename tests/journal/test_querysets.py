"""Which rows, and sums that the database makes."""

import datetime as dt

from django.core.management import call_command
from django.utils import timezone

from journal.keyset import Cursor
from journal.models import Answers, Entry, Happening
from journal.querysets import older_than, pauses_touching, practice_by_week
from journal.summary import pain_today
from routines.models import Pause, Session
from tests import make
from tests.make import MONDAY


def day(number):
    return MONDAY + dt.timedelta(days=number)


def test_on_a_day_stands_the_newest_first_and_costs_one_query(
    owner, stranger, django_assert_num_queries
):
    make.entry(owner=owner, hour=8, intensity=5)
    newest = make.entry(owner=owner, hour=20, intensity=3)
    make.entry(owner=owner, day=day(1), intensity=9)
    make.entry(owner=stranger, intensity=10)

    with django_assert_num_queries(1):
        pain = pain_today(Entry.objects.kept_by(owner).on(MONDAY))

    assert (pain.entry, pain.level, pain.time, pain.earlier) == (newest, 3, "20:00", [5])


def test_a_day_without_a_rating_has_no_summary(owner):
    assert pain_today(Entry.objects.kept_by(owner).on(MONDAY)) is None


def test_days_are_means_of_their_ratings(owner):
    make.entry(owner=owner, hour=8, intensity=3)
    make.entry(owner=owner, hour=20, intensity=6)
    make.entry(owner=owner, day=day(2), intensity=1)

    days = Entry.objects.kept_by(owner).intensity_by_day()

    assert [(row["local_date"], row["mean"], row["entries"]) for row in days] == [
        (MONDAY, 4.5, 2),
        (day(2), 1, 1),
    ]


def test_weeks_are_means_of_days_not_of_ratings(owner, stranger):
    for hour in (6, 9, 12, 15):
        make.entry(owner=owner, hour=hour, intensity=8)
    make.entry(owner=owner, day=day(6), intensity=2)
    make.entry(owner=owner, day=day(7), intensity=1)
    make.entry(owner=stranger, day=day(1), intensity=10)
    make.entry(owner=owner, day=day(2), intensity=10, deleted_at=timezone.now())

    weeks = Entry.objects.intensity_by_week(owner, day(-30), day(30))

    assert weeks == [(MONDAY, 2, 5.0), (day(7), 1, 1.0)]


def test_weeks_of_practice_count_only_sessions_with_a_hold(owner):
    make.practice(owner=owner, day=day(0), seconds=300)
    make.practice(owner=owner, day=day(6), seconds=200)
    make.practice(owner=owner, day=day(6), seconds=0, holds_done=0)
    make.practice(owner=owner, day=day(7), seconds=60)

    weeks = practice_by_week(Session.objects.kept_by(owner))

    assert list(weeks) == [(MONDAY, 2, 500), (day(7), 1, 60)]


def test_rows_below_a_cursor_skip_and_repeat_nothing_at_equal_times(owner):
    rows = [make.entry(owner=owner, intensity=n) for n in range(5)]
    newest_first = list(Entry.objects.kept_by(owner).for_reading())

    cursor = Cursor(rows[0].occurred_at, "e", newest_first[2].pk)

    assert (
        list(older_than(Entry.objects.kept_by(owner).for_reading(), cursor, "e"))
        == (newest_first[3:])
    )
    assert not older_than(Entry.objects.kept_by(owner), cursor, "s").exists()
    later = cursor._replace(kind="s")
    assert older_than(Entry.objects.kept_by(owner), later, "e").count() == 5


def test_pauses_touch_a_stretch_with_either_end_or_none(owner):
    def pause(first, last):
        last_day = None if last is None else day(last)
        return Pause.objects.create(owner=owner, first_day=day(first), last_day=last_day)

    pause(-9, -1)
    touching = [pause(-5, 0), pause(3, 4), pause(10, 20), pause(2, None)]
    pause(11, 12)

    found = pauses_touching(Pause.objects.kept_by(owner), day(0), day(10))

    assert set(found) == set(touching)


def test_the_bin_is_emptied_after_30_days(owner, capsys):
    now = timezone.now()
    kept = make.entry(owner=owner)
    recent = make.entry(owner=owner, deleted_at=now - dt.timedelta(days=29))
    make.entry(owner=owner, deleted_at=now - dt.timedelta(days=31))

    make.event(owner=owner, deleted_at=now - dt.timedelta(days=31))
    make.answers(owner=owner, day=now.date() - dt.timedelta(days=91), finished=False)
    draft = make.answers(owner=owner, kind="roland", day=now.date(), finished=False)

    call_command("empty_bin")

    assert list(Answers.objects.all()) == [draft]
    assert not Happening.objects.exists()
    assert set(Entry.objects.kept_or_binned_by(owner)) == {kept, recent}
    assert capsys.readouterr().out == "2 entries deleted for good.\n"
