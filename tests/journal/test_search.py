"""Looking for entries, and single days."""

import datetime as dt
from http import HTTPStatus

import pytest
from django.utils import timezone

from tests import make
from tests.make import MONDAY

DAY = dt.timedelta(days=1)
SEARCH = "/journal/search/"


def rows_of(response):
    return [row for month in response.context["months"] for day in month.days for row in day.rows]


def looked_for(client, **sent):
    response = client.post(SEARCH, sent)
    assert response.status_code == HTTPStatus.OK
    return [row.level or row.what for row in rows_of(response)]


@pytest.fixture
def written(owner, stranger):
    make.entry(owner=owner, intensity=1, note="Long drive to the sea", day=MONDAY)
    make.entry(owner=owner, intensity=5, note="short DRIVE", day=MONDAY - DAY)
    make.entry(owner=owner, intensity=9, regions=["neck_left"], day=MONDAY - 2 * DAY)
    make.entry(owner=owner, intensity=3, note="100% rest", deleted_at=make.at(MONDAY))
    make.event(owner=owner, kind="travel", name="Drive home", day=MONDAY - 3 * DAY)
    make.entry(owner=stranger, intensity=10, note="drive", regions=["neck_left"])


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ({"words": "drive"}, ["1", "5", "Travel"]),
        ({"words": "SEA long"}, ["1"]),
        ({"words": "100%"}, []),
        ({"words": "%"}, []),
        ({"place": "neck"}, ["9"]),
        ({"place": "neck", "words": "drive"}, []),
        ({"least": "5"}, ["5", "9"]),
        ({"most": "0"}, []),
        ({"least": "1", "most": "5"}, ["1", "5"]),
        ({"least": "0", "words": "drive"}, ["1", "5"]),
    ],
)
def test_what_is_looked_for_is_found_newest_first(signed_in, written, sent, found):
    assert looked_for(signed_in, **sent) == found


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Write a word, or choose a place or a number."),
        ({"words": "   "}, "Write a word, or choose a place or a number."),
        ({"words": "x" * 10_000}, "Look for at most 200 characters; these are 10000."),
        ({"words": "a\0"}, "This holds a character that no note can hold."),
        ({"place": "tail"}, "Choose from what is shown here."),
        ({"least": "11"}, "Choose a number from 0 to 10."),
        ({"least": "6", "most": "5"}, "This is below the number before it."),
    ],
)
def test_what_cannot_be_looked_for_gets_a_sentence(signed_in, sent, sentence):
    response = signed_in.post(SEARCH, sent)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in response.text


def test_what_is_looked_for_stands_in_no_address(signed_in):
    page = signed_in.get(SEARCH)

    assert page.status_code == HTTPStatus.OK
    assert '<form class="stack" method="post">' in page.text
    assert signed_in.get(f"{SEARCH}?words=drive").context.get("number") is None


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_costs_few_queries(signed_in, owner, rows, django_assert_num_queries):
    for n in range(rows):
        make.entry(owner=owner, day=MONDAY - n * DAY, note="word")

    with django_assert_num_queries(4):  # session, person, entries, events
        assert len(looked_for(signed_in, words="word")) == rows


def test_a_long_history_is_cut_and_says_so(signed_in, owner):
    for n in range(201):
        make.entry(owner=owner, day=MONDAY - n * DAY, intensity=7)

    response = signed_in.post(SEARCH, {"least": "7"})

    assert len(rows_of(response)) == 200
    assert "The newest 200; there are more" in response.text


# One day


def test_a_day_shows_all_that_is_kept_under_it(signed_in, owner, stranger):
    make.entry(owner=owner, intensity=3)
    make.practice(owner=owner)
    make.care(owner=owner)
    make.answers(owner=owner)
    make.entry(owner=owner, day=MONDAY - DAY, intensity=9)
    make.entry(owner=stranger, intensity=8)

    page = signed_in.get(f"/journal/days/{MONDAY}/")

    assert sorted(row.kind for row in rows_of(page)) == ["a", "e", "h", "s"]
    assert "Monday, 16 November 2026" in page.text
    assert f'href="/journal/days/{MONDAY - DAY}/"' in page.text
    assert f'href="/journal/write/?day={MONDAY}"' in page.text


def test_an_empty_day_is_fine(signed_in):
    assert "Nothing written. That is fine." in signed_in.get("/journal/days/2020-02-29/").text


@pytest.mark.parametrize("day", ["2020-02-30", "1899-12-31", "2999-01-01", "today", "x" * 999, "٢"])
def test_a_day_that_is_none_is_not_there(signed_in, day):
    assert signed_in.get(f"/journal/days/{day}/").status_code == HTTPStatus.NOT_FOUND


def test_the_first_and_the_last_day_lead_no_further(signed_in):
    today = timezone.now().astimezone(make.WARSAW).date()

    assert "Day after" not in signed_in.get(f"/journal/days/{today}/").text
    assert "Day before" not in signed_in.get("/journal/days/1900-01-01/").text


def test_writing_for_a_day_begins_with_its_evening(signed_in):
    assert 'value="2026-11-16T20:00"' in signed_in.get("/journal/write/?day=2026-11-16").text
    usual = written_day(signed_in.get("/journal/write/"))
    for day in ("2999-01-01", "x", "\0", ""):
        assert written_day(signed_in.get("/journal/write/", {"day": day})) == usual


def written_day(page):
    """The day that the field of the time begins with."""
    return page.text.split("datetime-local")[1].split('value="')[1][:10]


def test_the_diary_leads_to_each_day(signed_in, owner):
    make.entry(owner=owner)

    assert f'href="/journal/days/{MONDAY}/"' in signed_in.get("/journal/").text
