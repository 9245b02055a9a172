"""Setting up a fair test, living with it, stopping it, and its result."""

import datetime as dt
from http import HTTPStatus
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError
from django.utils import timezone

from journal.fair_test import seal_of
from journal.models import FairTest
from journal.testing import (
    AlreadyTestingError,
    Asked,
    begin_fair_test,
    next_monday,
    stop_fair_test,
)
from routines.local_time import Moment
from routines.models import DayChoice
from tests import make

NEW, WARSAW = "/journal/fair-tests/new/", ZoneInfo("Europe/Warsaw")
CHOSEN = {"question": "Is it lower?", "pairs": "6", "threshold": "1", "worry": "no"}


@pytest.fixture
def now():
    return Moment(timezone.now(), WARSAW)


@pytest.fixture
def routine(owner):
    make.screening(owner=owner)
    return make.routine(owner=owner)


def begin(owner, routine, now, **changed):
    key = changed.pop("key", None) or uuid4()
    asked = Asked(**{"question": "Is it lower?", "pairs": 6, "threshold": 1} | changed)
    return begin_fair_test(person=owner, key=key, asked=asked, routine=routine, now=now)


def began(owner, routine, now, weeks):
    """A test whose first week was some weeks ago."""
    then = now.at.astimezone(WARSAW) - dt.timedelta(weeks=weeks + 1)  # summer time may have ended
    return begin(owner, routine, Moment(then.astimezone(dt.UTC), WARSAW))


def rate(owner, test, *, on, off):
    for week in test.weeks:
        for day in week.counted():
            make.entry(owner=owner, day=day, intensity=on if week.is_on else off)


def test_the_order_is_stored_with_its_seal_before_the_first_week(owner, routine, now):
    test = begin(owner, routine, now)

    assert test.starts_on == next_monday(now.today) > now.today
    assert test.starts_on.weekday() == 0
    assert test.seal == seal_of(test.order, test.salt)
    assert len(test.salt) == 48
    assert len(test.order.split()) == 6


def test_orders_are_drawn_and_not_repeated(owner, routine, now):
    orders, salts = set(), set()
    for _n in range(12):
        test = begin(owner, routine, now, pairs=8)
        orders.add(test.order)
        salts.add(test.salt)
        test.delete()

    assert len(orders) > 3
    assert len(salts) == 12


def test_the_plan_follows_the_order(owner, routine, now):
    test = begin(owner, routine, now)

    chosen = {row.day: row.routine_id for row in DayChoice.objects.kept_by(owner)}
    assert len(chosen) == 84
    for week in test.weeks:
        days = [week.first + dt.timedelta(days=n) for n in range(7)]
        assert {chosen[day] for day in days} == {routine.pk if week.is_on else None}


def test_a_rest_week_says_on_its_days_why(owner, routine, now):
    test = begin(owner, routine, now)

    chosen = DayChoice.objects.kept_by(owner)
    for week in test.weeks:
        said = "" if week.is_on else "rest week of your fair test"
        assert chosen.get(day=week.first).reason == said


def test_today_says_why_it_is_a_rest_day(signed_in, owner, routine):
    today = timezone.now().astimezone(WARSAW).date()
    make.screening(owner=owner)
    make.plan(owner=owner, routine=routine, starts_on=today)
    choice = DayChoice.objects.create(owner=owner, day=today, reason="rest week of your fair test")

    told = "Today is a rest day: rest week of your fair test."
    assert told in signed_in.get("/").text

    choice.delete()
    assert told not in signed_in.get("/").text


def test_the_same_key_is_the_same_test_and_a_second_one_waits(owner, routine, now):
    test = begin(owner, routine, now)

    assert begin(owner, routine, now, key=test.key) == test
    with pytest.raises(AlreadyTestingError):
        begin(owner, routine, now)
    assert FairTest.objects.count() == 1


def test_after_the_end_another_one_may_begin(owner, routine, now):
    began(owner, routine, now, 12)

    assert begin(owner, routine, now).pairs == 6


def test_an_order_is_never_drawn_after_the_first_week(owner, routine, now):
    test = begin(owner, routine, now)
    test.starts_on = test.local_date

    with pytest.raises(IntegrityError):
        test.save()


def test_stopping_gives_the_days_back_and_keeps_what_was_and_what_was_chosen_since(
    owner, routine, now
):
    test = began(owner, routine, now, 3)
    other = make.routine(owner=owner, name="Another")
    DayChoice.objects.kept_by(owner).filter(day=test.last_day).update(routine=other)

    stop_fair_test(person=owner, test=test, today=now.today)

    left = DayChoice.objects.kept_by(owner)
    assert list(left.filter(day__gte=now.today).values_list("day", flat=True)) == [test.last_day]
    assert left.filter(day__lt=now.today).count() == (now.today - test.starts_on).days
    assert FairTest.objects.get().state_on(now.today) == "stopped"


def test_a_test_is_set_up_on_its_page(signed_in, owner, routine):
    answer = signed_in.post(NEW, {**CHOSEN, "routine": routine.pk, "key": uuid4()})

    test = FairTest.objects.get()
    assert answer.status_code == HTTPStatus.FOUND
    page = signed_in.get(answer.url)
    assert test.seal in page.text
    assert test.salt not in page.text
    assert test.order not in page.text
    assert "The order is drawn." in page.text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"worry": "yes"}, "Then this test is not for you, and that is fine."),
        ({"worry": ""}, "Choose one."),
        ({"pairs": "4"}, "Choose from what is shown here."),
        ({"question": ""}, "Write down your question."),
        ({"threshold": "9"}, "Choose from what is shown here."),
    ],
)
def test_what_cannot_be_tested_is_told_and_kept(signed_in, routine, changed, sentence):
    sent = {**CHOSEN, "routine": routine.pk, "key": uuid4(), **changed}

    answer = signed_in.post(NEW, sent)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in answer.text
    if sent["question"]:
        assert "Is it lower?" in answer.text
    assert not FairTest.objects.exists()


def test_somebody_elses_routine_cannot_be_chosen(signed_in, routine, stranger):
    foreign = make.routine(owner=stranger, name="Private")

    answer = signed_in.post(NEW, {**CHOSEN, "routine": foreign.pk, "key": uuid4()})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Private" not in answer.text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (None, "Answer the safety questions first."),
        ({"pregnant": "yes"}, "A fair test is not for pregnancy"),
        ({"pregnant": "unsure"}, "A fair test is not for pregnancy"),
        ({"rf_saddle": "yes"}, "ask for somebody to look at your back first"),
    ],
)
def test_safety_answers_rule_a_test_out(signed_in, owner, answers, sentence):
    row = make.routine(owner=owner)
    if answers:
        make.screening(owner=owner, answers=answers, cleared=True)

    page = signed_in.get(NEW)
    answer = signed_in.post(NEW, {**CHOSEN, "routine": row.pk, "key": uuid4()})

    assert sentence in page.text
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Draw the order" not in page.text
    assert not FairTest.objects.exists()


def test_each_length_says_how_often_it_finds_the_default_and_twice_that(signed_in, routine):
    page = signed_in.get(NEW).text

    assert "of 1 point in about 1 of 7 tests, of 2 points in about half" in page
    assert "of 1 point in about 1 of 3 tests, of 2 points in about 4 of 5" in page


def test_no_result_is_shown_before_the_end(signed_in, owner, routine, now):
    test = began(owner, routine, now, 11)
    rate(owner, test, on=2, off=6)

    page = signed_in.get(f"/journal/fair-tests/{test.key}/")

    assert "verdict" not in page.context
    assert test.salt not in page.text
    assert "Week 1" in page.text


def test_the_result_has_every_pair_and_the_order_to_check(signed_in, owner, routine, now):
    test = began(owner, routine, now, 12)
    rate(owner, test, on=3, off=5)

    page = signed_in.get(f"/journal/fair-tests/{test.key}/")

    assert "In 6 of 6 pairs your pain was lower in the week with sessions." in page.text
    assert "Sessions seem to help you, by as much as you asked for beforehand." in page.text
    assert "Knowing which week it was may have influenced your ratings." in page.text
    assert page.text.count('scope="row"') == 6
    assert "Mean pain of days 3 to 7 of each week, and under it" in page.text
    assert f"{test.salt} {test.order}" in page.text


def test_a_stopped_test_counts_only_whole_pairs_before(signed_in, owner, routine, now):
    test = began(owner, routine, now, 6)
    rate(owner, test, on=3, off=5)
    stop_fair_test(person=owner, test=test, today=now.today)

    page = signed_in.get(f"/journal/fair-tests/{test.key}/")

    assert "We cannot tell. 3 whole pairs of weeks" in page.text
    begun = [week.pair for week in test.weeks[::2] if week.first < now.today]
    assert [row.pair.number for row in page.context["rows"]] == begun
    assert 3 <= len(begun) == page.text.count('scope="row"') < 6


def test_a_pair_that_was_stopped_in_its_first_week_shows_that_one_alone(
    signed_in, owner, routine, now
):
    test = began(owner, routine, now, 1)
    for n in range(3):
        make.practice(owner=owner, day=test.starts_on + dt.timedelta(days=n))
    stop_fair_test(person=owner, test=test, today=test.starts_on + dt.timedelta(days=5))

    rows = signed_in.get(f"/journal/fair-tests/{test.key}/").context["rows"]

    first_is_on = test.order[0] == "1"
    days = (None, 3) if first_is_on else (3, None)
    assert [(row.pair.number, row.off_days, row.on_days) for row in rows] == [(1, *days)]


def test_a_test_that_was_stopped_before_it_began_lists_no_pair(signed_in, owner, routine, now):
    test = begin(owner, routine, now)
    stop_fair_test(person=owner, test=test, today=now.today)

    page = signed_in.get(f"/journal/fair-tests/{test.key}/")

    assert page.context["rows"] == []
    assert "<table" not in page.text
    assert "We cannot tell. 0 whole pairs of weeks" in page.text


def test_a_test_is_mine_alone(signed_in, stranger, now):
    make.screening(owner=stranger)
    test = begin(stranger, make.routine(owner=stranger), now, question="Private?")

    assert signed_in.get(f"/journal/fair-tests/{test.key}/").status_code == HTTPStatus.NOT_FOUND
    assert signed_in.post(f"/journal/fair-tests/{test.key}/stop/").status_code == 404
    assert "Private?" not in signed_in.get("/journal/fair-tests/").text
    assert FairTest.objects.get().stopped_on is None


def test_stopping_needs_a_press_and_can_be_pressed_twice(signed_in, owner, routine, now):
    test = begin(owner, routine, now)
    stop = f"/journal/fair-tests/{test.key}/stop/"

    signed_in.get(stop)
    assert FairTest.objects.get().stopped_on is None
    signed_in.post(stop)
    signed_in.post(stop)

    assert FairTest.objects.get().stopped_on == now.today


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries(
    signed_in, owner, routine, now, rows, django_assert_num_queries
):
    for n in range(rows, 0, -1):
        began(owner, routine, now, 13 * n)

    with django_assert_num_queries(3):
        response = signed_in.get("/journal/fair-tests/")

    assert len(response.context["tests"]) == rows


# Where a test that goes on is known


def test_the_chart_leads_to_the_test_that_goes_on(signed_in, owner, routine, now):
    set_up = "Set up a fair test"
    assert set_up in signed_in.get("/journal/chart/").text

    waiting = begin(owner, routine, now)
    page = signed_in.get("/journal/chart/").text
    assert f"Your fair test begins on {waiting.starts_on:%-d %B}" in page
    assert f"/journal/fair-tests/{waiting.key}/" in page
    assert set_up not in page

    stop_fair_test(person=owner, test=waiting, today=now.today)
    assert set_up in signed_in.get("/journal/chart/").text

    running = began(owner, routine, now, 3)
    number = (now.today - running.starts_on).days // 7 + 1
    assert f"Your fair test: week {number} of 12" in signed_in.get("/journal/chart/").text


def test_the_chart_knows_nothing_of_a_strangers_test(signed_in, stranger, now):
    make.screening(owner=stranger)
    begin(stranger, make.routine(owner=stranger), now)

    assert "Set up a fair test" in signed_in.get("/journal/chart/").text


def test_a_second_test_is_not_offered_while_one_goes_on(signed_in, owner, routine, now):
    test = begin(owner, routine, now)

    page = signed_in.get(NEW)

    assert "One fair test goes on already." in page.text
    assert f"/journal/fair-tests/{test.key}/" in page.text
    assert "Draw the order" not in page.text
    answer = signed_in.post(NEW, {**CHOSEN, "routine": routine.pk, "key": uuid4()})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    again = signed_in.post(NEW, {**CHOSEN, "routine": routine.pk, "key": test.key})
    assert again.url == f"/journal/fair-tests/{test.key}/"


def test_a_refusal_is_said_once(signed_in, owner, routine, now):
    begin(owner, routine, now)

    answer = signed_in.post(NEW, {**CHOSEN, "routine": routine.pk, "key": uuid4()})

    assert answer.text.count("One fair test goes on already. Stop it first, or wait.") == 1
    assert "to change below" not in answer.text  # no field is at fault


def test_a_field_left_out_is_said_in_one_box(signed_in, routine):
    answer = signed_in.post(NEW, {**CHOSEN, "routine": routine.pk, "key": uuid4(), "question": ""})

    assert answer.text.count("to change below") == 1


def test_the_next_days_say_why_they_are_for_rest(signed_in, owner, routine):
    tomorrow = timezone.now().astimezone(WARSAW).date() + dt.timedelta(days=1)
    DayChoice.objects.create(owner=owner, day=tomorrow, reason="rest week of your fair test")

    assert "Rest: rest week of your fair test<" in signed_in.get("/").text


@pytest.mark.parametrize(
    ("weeks", "stopped_after", "is_reached"),
    [
        (0, None, True),
        (11, None, True),
        (12, None, False),
        (6, 2, False),
        (6, 8, True),
        (0, 0, False),
    ],
)
def test_a_test_reaches_a_day_until_its_end(owner, routine, now, weeks, stopped_after, is_reached):
    test = began(owner, routine, now, weeks)
    if stopped_after is not None:
        day = test.starts_on + dt.timedelta(weeks=stopped_after, days=1 if stopped_after else 0)
        FairTest.objects.update(stopped_on=day)

    assert FairTest.objects.kept_by(owner).reaching(now.today) is is_reached


def test_a_pair_shows_hundredths(signed_in, owner, routine, now):
    test = began(owner, routine, now, 12)
    rate(owner, test, on=3, off=5)
    for week in test.weeks:
        make.entry(owner=owner, day=next(iter(week.counted())), hour=9, intensity=4)

    page = signed_in.get(f"/journal/fair-tests/{test.key}/").text

    assert [page.count(f"<td>{number}") for number in ("4.90", "3.10", "−1.80")] == [6, 6, 6]
