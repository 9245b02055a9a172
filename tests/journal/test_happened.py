"""Which events, care and bad spells, and what the database refuses about them."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from journal.models import Answers, Happening
from tests import make
from tests.make import MONDAY

DAY = dt.timedelta(days=1)


def test_happenings_are_one_person_s_and_out_of_the_bin(owner, stranger):
    mine = make.event(owner=owner)
    make.event(owner=stranger)
    binned = make.event(owner=owner, deleted_at=make.at(MONDAY))

    assert list(Happening.objects.kept_by(owner)) == [mine]
    assert list(Happening.objects.binned_by(owner)) == [binned]
    assert set(Happening.objects.kept_or_binned_by(owner)) == {mine, binned}


def test_each_sort_is_found_by_its_word(owner):
    event, care, flare = make.event(owner=owner), make.care(owner=owner), make.flare(owner=owner)
    mine = Happening.objects.kept_by(owner)

    assert [list(rows) for rows in (mine.events(), mine.care(), mine.flares())] == [
        [event], [care], [flare],
    ]  # fmt: skip
    assert list(mine.still_open()) == [flare]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(-3, -1, False), (-3, 0, True), (1, 2, True), (4, 9, True), (5, 9, False)],
)
def test_a_span_is_found_by_any_day_it_touches(owner, first, last, found):
    make.event(owner=owner, kind="travel", days=5)

    rows = Happening.objects.kept_by(owner).touching(MONDAY + first * DAY, MONDAY + last * DAY)

    assert rows.exists() is found


def test_a_span_without_an_end_touches_every_later_day(owner):
    make.flare(owner=owner)

    later = MONDAY + 400 * DAY
    assert Happening.objects.kept_by(owner).touching(later, later).exists()


def test_recent_kinds_come_newest_first_and_once(owner):
    for day, kind in enumerate(["yoga", "heat", "yoga", "walking"]):
        make.care(owner=owner, kind=kind, day=MONDAY + day * DAY)

    mine = Happening.objects.kept_by(owner).care()
    assert mine.recent_kinds(MONDAY) == ["walking", "yoga", "heat"]
    assert mine.recent_kinds(MONDAY + 3 * DAY) == ["walking"]


@pytest.mark.parametrize(
    "about",
    [
        {"sort": "event", "kind": "yoga"},
        {"sort": "care", "kind": "injection"},
        {"sort": "flare", "kind": "other"},
        {"sort": "care", "kind": "yoga", "minutes": 0},
        {"sort": "care", "kind": "yoga", "minutes": 1441},
        {"days": 0},
    ],
)
def test_the_database_refuses_what_cannot_be(owner, about):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.happening(owner=owner, **about)


def test_one_bad_spell_is_open_at_a_time(owner, stranger):
    make.flare(owner=owner)
    make.flare(owner=stranger)
    make.flare(owner=owner, days=3)
    make.flare(owner=owner, deleted_at=make.at(MONDAY))

    with pytest.raises(IntegrityError), transaction.atomic():
        make.flare(owner=owner)


def test_something_else_is_called_what_the_person_calls_it(db):
    assert make.event(kind="other", name="New mattress").word == "New mattress"
    assert make.event(kind="other").word == "Something else"
    assert make.event(kind="injection", name="Left side").word == "Injection"
    assert make.flare().word == "Bad spell"


def test_drafts_are_kept_apart_from_finished_answers(owner, stranger):
    old = make.answers(owner=owner, day=MONDAY - 7 * DAY, score=6)
    new = make.answers(owner=owner)
    gap = make.answers(owner=owner, day=MONDAY + DAY, score=None)
    draft = make.answers(owner=owner, finished=False)
    make.answers(owner=stranger)
    mine = Answers.objects.kept_by(owner).of("week")

    assert list(mine.scored()) == [old, new]
    assert list(mine.finished()) == [gap, new, old]
    assert list(mine.drafts()) == [draft]
    assert list(mine.finished().between(MONDAY, MONDAY)) == [new]


def test_the_first_and_newest_day_of_each_kind_are_known(owner):
    make.answers(owner=owner, day=MONDAY - 7 * DAY)
    make.answers(owner=owner)
    make.answers(owner=owner, kind="roland", score=12, day=MONDAY - 20 * DAY)
    make.answers(owner=owner, kind="change", finished=False)

    days = Answers.objects.kept_by(owner).days()

    assert days == {
        "week": (MONDAY - 7 * DAY, MONDAY),
        "roland": (MONDAY - 20 * DAY, MONDAY - 20 * DAY),
    }


@pytest.mark.parametrize(("kind", "score"), [("week", 10.5), ("roland", 25), ("change", 0)])
def test_a_score_out_of_its_range_is_refused(owner, kind, score):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.answers(owner=owner, kind=kind, score=score)


def test_one_draft_of_a_kind_is_open(owner):
    make.answers(owner=owner, finished=False)
    make.answers(owner=owner, kind="roland", finished=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.answers(owner=owner, finished=False)
