"""What the diary points out: higher pain, open bad spells, due questions; and its silence."""

import datetime as dt

import pytest
from django.utils import timezone

from journal.attention import attention, is_quiet, red_flags
from tests import make
from tests.make import MONDAY

DAY = dt.timedelta(days=1)


def rate(owner, *numbers, last=MONDAY):
    for back, number in enumerate(reversed(numbers)):
        make.entry(owner=owner, day=last - back * DAY, intensity=number)


def today():
    return timezone.now().astimezone(make.WARSAW).date()


def test_two_higher_weeks_are_pointed_out_before_questions(owner):
    rate(owner, *[3, 4, 5, 4] * 6, *[7, 8] * 7)

    found = attention(owner, MONDAY, {})

    assert (found.higher.kind, found.is_long, found.due) == ("two_weeks", True, "")
    assert found.flags == red_flags()
    assert "Numb or tingling between the legs, around the genitals or back passage" in found.flags


def test_someone_else_s_pain_is_not_looked_at(owner, stranger):
    rate(stranger, 3, 3, 7, 7)

    assert attention(owner, MONDAY, {}) == (None, False, [], "")


def test_questions_are_due_one_kind_at_a_time(owner):
    rate(owner, 4)
    assert attention(owner, MONDAY, {}).due == "week"

    make.answers(owner=owner)
    assert attention(owner, MONDAY, {}).due == "roland"

    make.answers(owner=owner, kind="roland", score=3)
    assert attention(owner, MONDAY, {}).due == ""


@pytest.mark.parametrize(
    ("until", "quiet"), [("2026-11-17", True), ("2026-11-16", False), ("", False)]
)
def test_what_was_put_off_is_quiet_until_its_day(until, quiet):
    assert is_quiet("due", {"due": until}, MONDAY) is quiet
    assert is_quiet("worse", {"due": until}, MONDAY) is False


def test_the_diary_shows_a_calm_card_that_can_be_put_off(signed_in, owner):
    rate(owner, 3, 3, 7, 7, last=today())

    page = signed_in.get("/journal/").text
    assert "Your pain has gone up by 3 points or more within three days." in page
    assert "Is any of these new?" in page
    assert 'href="/screening/1/"' in page

    signed_in.post("/journal/later/", {"what": "worse"})
    assert "Your pain has gone up" not in signed_in.get("/journal/").text


def test_a_hint_can_be_put_off_and_stands_on_the_newest_page_alone(signed_in, owner):
    make.entry(owner=owner, day=today())
    hint = "Three questions about your week are due"
    assert hint in signed_in.get("/journal/").text
    assert hint not in signed_in.get("/journal/", {"show": "pain"}).text

    signed_in.post("/journal/later/", {"what": "due"})
    assert hint not in signed_in.get("/journal/").text


@pytest.mark.parametrize("what", ["", "everything", "\0", "x" * 10_000])
def test_nothing_else_can_be_put_off(signed_in, what):
    assert signed_in.post("/journal/later/", {"what": what}).url == "/journal/"
    assert "journal_put_off" not in signed_in.session


def test_an_open_bad_spell_stands_on_top_however_old(signed_in, owner):
    make.flare(owner=owner, day=MONDAY - 300 * DAY)
    for n in range(60):
        make.care(owner=owner, day=MONDAY - n * DAY)

    page = signed_in.get("/journal/")
    assert [row.kind for row in page.context["flares"]] == ["flare"]
    assert "Bad spell since 20 January." in page.text
    rows = [r for month in page.context["months"] for day in month.days for r in day.rows]
    assert len(rows) == 50


def test_the_diary_costs_at_most_8_queries_whatever_it_holds(
    signed_in, owner, django_assert_max_num_queries
):
    for n in range(60):
        make.entry(owner=owner, day=today() - n * DAY)
        make.practice(owner=owner, day=today() - n * DAY)
        make.care(owner=owner, day=today() - n * DAY)
        make.answers(owner=owner, day=today() - 7 * n * DAY)
    make.flare(owner=owner)

    with django_assert_max_num_queries(8):
        signed_in.get("/journal/")
