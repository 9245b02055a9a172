"""Which rows, and sums that the database makes."""

import datetime as dt

from django.core.management import call_command
from django.utils import timezone

from journal.keyset import Cursor
from journal.models import Answers, Entry, Happening
from journal.querysets import older_than
from journal.summary import pain_today
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


def test_the_first_day_is_the_oldest_one_kept(owner, stranger):
    make.entry(owner=owner, day=day(3))
    make.entry(owner=owner, day=day(1))
    make.entry(owner=owner, day=day(-4), deleted_at=timezone.now())
    make.entry(owner=stranger, day=day(-9))

    assert Entry.objects.kept_by(owner).first_day() == day(1)
    assert Entry.objects.kept_by(owner).on(MONDAY).first_day() is None


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
