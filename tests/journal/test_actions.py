"""Two tabs, and one tap sent twice."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from journal.actions import (
    OtherRatingError,
    bring_back,
    put_in_bin,
    save_details,
    save_rating,
)
from journal.models import Entry
from routines.local_time import stamp
from tests import make

AT = dt.datetime(2026, 11, 22, 7, 5, tzinfo=dt.UTC)
STAMP = stamp(AT, make.WARSAW)
TODAY = AT.date()


def test_save_rating_keeps_where_and_when_it_was(owner):
    entry = save_rating(person=owner, key=uuid4(), intensity=4, stamp=STAMP, today=TODAY)

    entry.refresh_from_db()
    assert (entry.intensity, entry.occurred_at, entry.local_date) == (4, AT, AT.date())
    assert (entry.zone, entry.utc_offset_minutes) == ("Europe/Warsaw", 60)


def test_save_rating_with_the_same_key_returns_the_same_row(owner):
    key = uuid4()

    first = save_rating(person=owner, key=key, intensity=4, stamp=STAMP, today=TODAY)
    again = save_rating(person=owner, key=key, intensity=4, stamp=STAMP, today=TODAY)

    assert first.pk == again.pk
    assert Entry.objects.count() == 1


def test_save_rating_with_the_same_key_and_another_number_changes_nothing(owner):
    key = uuid4()
    first = save_rating(person=owner, key=key, intensity=4, stamp=STAMP, today=TODAY)

    with pytest.raises(OtherRatingError) as taken:
        save_rating(person=owner, key=key, intensity=7, stamp=STAMP, today=TODAY)

    assert taken.value.entry == first
    assert Entry.objects.get().intensity == 4


def test_save_rating_sent_again_after_an_edit_is_still_the_same_tap(owner):
    entry = make.entry(owner=owner, intensity=4)
    entry.intensity = 6
    save_details(person=owner, entry=entry, version=1)

    again = save_rating(person=owner, key=entry.key, intensity=4, stamp=STAMP, today=TODAY)

    assert again.pk == entry.pk
    assert again.intensity == 6


def test_the_same_key_of_two_people_is_two_ratings(owner, stranger):
    key = uuid4()

    mine = save_rating(person=owner, key=key, intensity=4, stamp=STAMP, today=TODAY)
    theirs = save_rating(person=stranger, key=key, intensity=9, stamp=STAMP, today=TODAY)

    assert mine.pk != theirs.pk


@pytest.mark.django_db(transaction=True)  # twenty connections, each sees what the others wrote
def test_twenty_equal_taps_at_once_make_one_row(owner):
    key = uuid4()

    def tap(person):
        try:
            return save_rating(person=person, key=key, intensity=5, stamp=STAMP, today=TODAY).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as threads:
        rows = set(threads.map(tap, [owner] * 20))

    assert len(rows) == 1
    assert Entry.objects.filter(owner=owner).count() == 1


def test_save_details_refuses_the_second_of_two_tabs(owner):
    row = make.entry(owner=owner, intensity=4)
    here, there = Entry.objects.get(pk=row.pk), Entry.objects.get(pk=row.pk)
    here.note, there.note = "written here", "written there"

    assert save_details(person=owner, entry=here, version=1)
    assert not save_details(person=owner, entry=there, version=1)

    row.refresh_from_db()
    assert (row.note, row.version) == ("written here", 2)


def test_the_bin_hides_an_entry_until_it_is_brought_back(owner):
    row = make.entry(owner=owner)

    put_in_bin(person=owner, row=row, at=AT)
    assert not Entry.objects.kept_by(owner).exists()

    bring_back(person=owner, row=row)
    assert Entry.objects.kept_by(owner).get() == row


def test_a_tab_that_still_edits_a_deleted_entry_is_told(owner):
    row = make.entry(owner=owner)
    put_in_bin(person=owner, row=row, at=AT)

    assert not save_details(person=owner, entry=row, version=1)
