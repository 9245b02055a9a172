"""The titles of pages: no two pages of a walk have the same, and none tells what was answered."""

import datetime as dt
import re

import pytest

from tests import make
from tests.routines.rows import answered, started


def title_of(answer):
    (title,) = re.findall(r"<title>(.*?)</title>", answer.text, re.DOTALL)
    return " ".join(title.split()).removesuffix(" · Backbeat")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/screening/1/", "Safety questions, 1 of 8"),
        ("/days/2026-11-24/", "Tuesday 24 November 2026"),
        ("/weeks/2026-11-16/", "Week of 16 November 2026"),
        ("/months/2026-10/", "October 2026"),
        ("/journal/days/2026-11-20/", "Diary, Friday 20 November 2026"),
        ("/journal/letters/2026/10/", "Letter, October 2026"),
        ("/journal/questions/week/", "Your week in three numbers"),
        ("/journal/questions/roland/", "24 statements about today"),
        ("/journal/questions/change/", "Better or worse"),
        ("/journal/search/", "Search the diary"),
    ],
)
def test_a_title_says_which_of_its_kind_the_page_is(signed_in, owner, path, title):
    answered(owner)
    make.entry(owner=owner, day=dt.date(2026, 9, 5))

    assert title_of(signed_in.get(path, follow=True)) == title


def test_the_second_screen_is_not_called_like_the_first(signed_in):
    page = signed_in.post("/screening/1/", {"none": "on"}, follow=True)

    assert title_of(page) == "Safety questions, 2 of 8"


def test_an_entry_and_a_session_are_named_after_their_time(signed_in, owner):
    entry, session = make.entry(owner=owner, intensity=7), started(owner)

    assert re.fullmatch(
        r"Entry, .* \d\d:\d\d", title_of(signed_in.get(f"/journal/entries/{entry.key}/"))
    )
    assert re.fullmatch(
        r"Session, \w+ \d+ \w+ 2026, \d\d:\d\d", title_of(signed_in.get(f"/history/{session.key}/"))
    )


def test_a_search_says_in_its_title_how_much_it_found_and_not_of_what(signed_in, owner):
    make.entry(owner=owner, intensity=7, note="a long drive")

    found = signed_in.post("/journal/search/", {"words": "drive"})
    none = signed_in.post("/journal/search/", {"words": "swim"})

    assert (title_of(found), title_of(none)) == ("1 found", "0 found")
