"""The letter about one month."""

import datetime as dt
from dataclasses import replace
from http import HTTPStatus

import pytest
from django.utils import timezone

from journal.letter import Month, Numbers, letter, month_of, months_over
from journal.trend import Wobble
from tests import make
from tests.journal.test_chart import fill

OCTOBER = Month(2026, 10)
NUMBERS = Numbers(
    month=OCTOBER,
    rated=27,
    ratings=30,
    mean=4.6,
    mean_before=4.9,
    usual=Wobble(sd=1.5, rho=0.5),
    practised=18,
    planned=23,
    planned_seconds=9_000,
    pressed_seconds=8_000,
    statement="We cannot tell yet.",
)


@pytest.fixture
def over():
    """The month that was over last."""
    return month_of(timezone.now().astimezone(make.WARSAW).date()).before


def test_a_letter_has_three_sentences():
    assert letter(NUMBERS).sentences == [
        "You rated 27 of 31 days and practised on 18 of 23 planned days.",
        (
            "Your average pain was 4.6, which is 0.3 lower than in September: within your usual "
            "ups and downs."
        ),
        "We cannot tell yet.",
    ]


def test_few_rated_days_have_no_mean():
    assert "so there is none this time" in letter(replace(NUMBERS, rated=13)).sentences[1]
    assert "so there is none this time" in letter(replace(NUMBERS, mean=None)).sentences[1]


def test_a_mean_without_one_before_stands_alone():
    assert letter(replace(NUMBERS, mean_before=None)).sentences[1] == "Your average pain was 4.6."


def test_a_mean_that_did_not_change_is_called_the_same():
    assert letter(replace(NUMBERS, mean_before=4.6)).sentences[1] == (
        "Your average pain was 4.6, the same as in September: within your usual ups and downs."
    )


def test_a_large_change_is_not_explained():
    sentence = letter(replace(NUMBERS, mean=8.6)).sentences[1]

    assert sentence.endswith("more than your usual ups and downs; that does not say why.")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "fair test"),
        ({"rated": 15}, "once a day"),
        ({"planned": 0, "practised": 0}, "two or three days"),
        ({"practised": 8}, "short version"),
        ({"practised": 28, "planned": 28}, "rest day"),
    ],
)
def test_one_suggestion_fits_the_month(changed, words):
    assert words in letter(replace(NUMBERS, **changed)).suggestion


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "looking at the chart"),
        ({"ratings": 100}, "more than once or twice a day"),
        ({"rated": 15}, "from memory"),
        ({"pressed_seconds": 3_000}, "rarely finish"),
        ({"practised": 31, "planned": 20}, "adding sessions"),
    ],
)
def test_one_thing_to_stop_fits_the_month(changed, words):
    assert words in letter(replace(NUMBERS, **changed)).stop


def test_months_with_a_letter_are_over_and_have_a_rating():
    found = months_over(dt.date(2026, 8, 31), dt.date(2026, 11, 1))

    assert [month.name for month in found] == ["2026-10", "2026-09", "2026-08"]
    assert months_over(dt.date(2026, 11, 1), dt.date(2026, 11, 30)) == []
    assert months_over(None, dt.date(2026, 11, 1)) == []
    assert Month(2028, 2).last == dt.date(2028, 2, 29)
    assert Month(2027, 1).before == Month(2026, 12)


def test_a_letter_has_a_page_that_says_the_same_each_time(signed_in, owner, over):
    for n in range(28):
        make.entry(owner=owner, day=over.first + dt.timedelta(days=n), intensity=n % 5)
    make.practice(owner=owner, day=over.first)
    page = f"/journal/letters/{over.year}/{over.month}/"

    first, again = signed_in.get(page), signed_in.get(page)

    assert first.status_code == HTTPStatus.OK
    assert first.context["letter"] == again.context["letter"]
    assert f"You rated 28 of {over.last.day} days" in first.text
    assert page in signed_in.get("/journal/letters/").text
    assert len(first.context["chart"].dots) == 28
    assert ">today</text>" not in first.text


@pytest.mark.parametrize("path", ["2026/13", "2026/0", "1800/1", "2990/1"])
def test_other_months_have_no_letter(signed_in, owner, over, path):
    make.entry(owner=owner, day=over.first)

    assert signed_in.get(f"/journal/letters/{path}/").status_code == HTTPStatus.NOT_FOUND


def test_a_letter_is_mine(signed_in, stranger, over):
    make.entry(owner=stranger, day=over.first)

    page = f"/journal/letters/{over.year}/{over.month}/"

    assert signed_in.get(page).status_code == HTTPStatus.NOT_FOUND
    assert "Your first letter is here when" in signed_in.get("/journal/letters/").text


@pytest.mark.parametrize("days", [1, 3])
def test_a_letter_takes_the_same_queries(
    signed_in, owner, over, days, django_assert_max_num_queries
):
    for n in range(days):
        make.entry(owner=owner, day=over.first + dt.timedelta(days=n))

    with django_assert_max_num_queries(11):
        signed_in.get(f"/journal/letters/{over.year}/{over.month}/")


def test_no_fair_test_is_suggested_while_one_runs_or_after_it():
    assert letter(replace(NUMBERS, is_tested=True)).suggestion == (
        "Look at your fair test: it gives a fairer answer than a month can."
    )


def test_a_letter_of_a_tested_month_knows_of_the_test(signed_in, owner, over):
    for n in range(28):
        make.entry(owner=owner, day=over.first + dt.timedelta(days=n), intensity=n % 5)
    page = f"/journal/letters/{over.year}/{over.month}/"
    assert not signed_in.get(page).context["numbers"].is_tested

    make.fair_test(owner=owner, day=over.last + dt.timedelta(days=5))

    assert signed_in.get(page).context["numbers"].is_tested


@pytest.mark.parametrize(("before", "known"), [(0, True), (1, False)])
def test_a_test_that_ended_the_month_before_is_known(signed_in, owner, over, before, known):
    make.entry(owner=owner, day=over.first)
    test = make.fair_test(owner=owner, day=over.before.first - dt.timedelta(days=70))
    test.stopped_on = over.before.first + dt.timedelta(days=1 - before)
    test.save()

    page = signed_in.get(f"/journal/letters/{over.year}/{over.month}/")

    assert page.context["numbers"].is_tested is known


def test_a_letter_says_from_which_look_its_number_is(signed_in, owner, over):
    fill(owner, over.last, days=100)
    began = over.last - dt.timedelta(days=99)

    told = signed_in.get(f"/journal/letters/{over.year}/{over.month}/").context["letter"]

    look = began + dt.timedelta(days=84)
    assert told.sentences[2].startswith(f"Looked at on {look:%-d %B}, over 12 weeks. On days after")
    assert "Compared with days that started the same: " in told.sentences[2]
