"""The diary: months and days, filters, pages of 50 rows."""

import datetime as dt
import re
from http import HTTPStatus

import pytest
from django.urls import reverse

from journal.models import Entry
from journal.wording import Wording
from routines.models import Session
from tests import make
from tests.make import MONDAY

QUERIES = 8  # at most: session, person, four kinds of rows, what is due, what is open


def back(days):
    return MONDAY - dt.timedelta(days=days)


def rows_of(response):
    return [row for month in response.context["months"] for day in month.days for row in day.rows]


def levels_of(response):
    return [int(row.level) for row in rows_of(response)]


def test_an_empty_diary_says_what_will_be_here(signed_in):
    response = signed_in.get("/journal/")

    assert response.status_code == HTTPStatus.OK
    assert "Your diary starts with one number." in response.text


@pytest.mark.parametrize("days", [1, 3])
def test_diary_shows_my_days_and_no_one_elses(
    signed_in, owner, stranger, days, django_assert_max_num_queries
):
    for n in range(days):
        make.entry(owner=owner, day=back(n), intensity=n)
        make.practice(owner=owner, day=back(n))
    make.entry(owner=stranger, intensity=9, note="private")
    make.practice(owner=stranger, name="Private routine")

    with django_assert_max_num_queries(QUERIES):
        response = signed_in.get("/journal/")

    assert [(row.kind, row.level) for row in rows_of(response)] == [
        pair for n in range(days) for pair in [("e", str(n)), ("s", "")]
    ]
    assert "rivate" not in response.text


def test_500_rows_are_read_50_at_a_time_in_order_and_each_once(
    signed_in, owner, django_assert_max_num_queries
):
    made = [make.entry(owner=owner, day=back(n // 3), hour=6 + n % 3) for n in range(250)]
    for n in range(250):
        make.practice(owner=owner, day=back(n // 2), hour=7 + n % 2)  # some at equal times

    seen, path = [], "/journal/"
    while path:
        with django_assert_max_num_queries(QUERIES):
            response = signed_in.get(path)
        assert len(rows_of(response)) == 50
        seen += rows_of(response)
        link = re.search(r'href="([^"]*before=[^"]*)"', response.text)
        path = link and link[1].replace("&amp;", "&")

    assert len(seen) == 500
    urls = [row.url for row in seen if row.url]
    assert len(set(urls)) == len(made)
    assert [(row.day, row.time) for row in seen] == sorted(
        ((row.day, row.time) for row in seen), reverse=True
    )


def test_a_row_written_meanwhile_shifts_no_page(signed_in, owner):
    for n in range(60):
        make.entry(owner=owner, day=back(n), intensity=n % 11)
    first = signed_in.get("/journal/")
    make.entry(owner=owner, day=MONDAY, hour=22, intensity=10)

    second = signed_in.get("/journal/", {"before": first.context["older"]})

    assert levels_of(second) == [n % 11 for n in range(50, 60)]


def test_filters_show_one_kind_and_call_no_day_blank(signed_in, owner):
    make.entry(owner=owner, intensity=4)
    make.practice(owner=owner, day=back(2), pain_before=6, pain_after=4)

    pain = signed_in.get("/journal/", {"show": "pain"})
    sessions = signed_in.get("/journal/", {"show": "sessions"})

    assert [row.kind for row in rows_of(pain)] == ["e"]
    assert [row.kind for row in rows_of(sessions)] == ["s"]
    assert "5 min · before 6, after 4" in sessions.text
    assert "Nothing written" not in pain.text + sessions.text
    assert "Nothing written. That is fine." in signed_in.get("/journal/").text


@pytest.mark.parametrize(
    ("session", "words"),
    [
        ({"seconds": 300, "pain_after": 3}, "5 min · after 3"),
        ({"seconds": 13, "holds_done": 0, "pain_after": 5}, "13 s · after 5"),
        ({"seconds": 90, "holds_done": 0}, "2 min"),
    ],
)
def test_a_session_is_told_once_something_was_pressed_or_said(signed_in, owner, session, words):
    make.practice(owner=owner, **session)
    make.practice(owner=owner, day=back(1), seconds=0, holds_done=0)  # nothing happened in it

    page = signed_in.get("/journal/", {"show": "sessions"})

    assert [row.kind for row in rows_of(page)] == ["s"]
    assert words in page.text


def test_a_filter_is_kept_on_older_pages(signed_in, owner):
    for n in range(51):
        make.entry(owner=owner, day=back(n))

    assert "?show=pain&amp;before=" in signed_in.get("/journal/", {"show": "pain"}).text


def test_a_session_without_a_hold_is_not_practice(signed_in, owner):
    make.practice(owner=owner, holds_done=0, seconds=0, finished=False)

    assert rows_of(signed_in.get("/journal/")) == []


@pytest.mark.parametrize("before", ["", "x", "\0", "😀" * 3_000, "2026-11-22T08:05:00+00:00-z1"])
@pytest.mark.parametrize("show", ["all", "nothing"])
def test_an_address_that_makes_no_sense_is_the_newest_page(signed_in, owner, before, show):
    make.entry(owner=owner, intensity=4)

    response = signed_in.get("/journal/", {"before": before, "show": show})

    assert levels_of(response) == [4]


def test_htmx_gets_the_rows_alone(signed_in, owner):
    make.entry(owner=owner)

    part = signed_in.get("/journal/", headers={"HX-Request": "true", "HX-Target": "diary-rows"})

    assert part.text.strip().startswith('<section id="diary-rows">')


def test_the_diary_does_not_read_what_sessions_ran(signed_in, owner):
    make.practice(owner=owner)

    signed_in.get("/journal/")

    assert Session.objects.kept_by(owner).recent_first()[0].get_deferred_fields() == {"snapshot"}


def test_a_row_tells_where_and_how(owner):
    entry = make.entry(
        owner=owner,
        regions=["low_back_left", "low_back_right", "leg_left", "neck_left", "buttock_left"],
        qualities=["dull"],
        legs=["nothing"],
        stiffness="under_30",
        sleep=6,
        painkillers="some",
        note="Long meeting\nyesterday, " + "hard chair " * 9,
    )

    row = Wording().entry_row(entry)

    assert row.what == "Low back, both sides · Leg, left · 2 more places"
    assert row.more.startswith(
        "Dull ache · stiff under 30 min · slept 6 · painkillers · Long meeting"
    )
    assert row.more.endswith("…")
    assert (row.time, row.url) == ("20:00", reverse("journal:entry", args=[entry.key]))


def test_a_row_keeps_the_time_of_the_zone_it_was_written_in(owner):
    entry = make.entry(owner=owner, hour=8)
    Entry.objects.filter(pk=entry.pk).update(utc_offset_minutes=-300)
    entry.refresh_from_db()

    assert Wording().entry_row(entry).time == "02:00"
