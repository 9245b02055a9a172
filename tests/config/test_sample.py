"""The sample person: a half year that is the same for the same seed, whole, and gone in a day."""

import datetime as dt
import io
from statistics import mean
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session as LogIn
from django.core.management import call_command
from django.utils import timezone

from config.accounts.backend import PersonBackend
from config.sample import make_sample_person
from config.sample.history import DAYS, chance_of_practice, make_up
from config.you.actions import delete_expired_samples
from journal.fair_test import outcome, pairs_of, seal_of
from journal.measures import checked, score
from journal.models import Answers, Entry, FairTest, Happening
from routines.models import (
    DayChoice,
    Pause,
    Plan,
    Preferences,
    Routine,
    Screening,
    Session,
    SessionEvent,
)
from tests import make

WARSAW = ZoneInfo("Europe/Warsaw")
LAST = dt.date(2026, 11, 20)  # a Friday
NOW = dt.datetime(2026, 11, 20, 21, 30, tzinfo=dt.UTC)
WEEKDAYS = [1, 2, 3, 4, 5, 6]
SEEDS = [1, 7, 26, 100, 2026]


def history(seed=26):
    return make_up(seed, last=LAST, weekdays=WEEKDAYS)


# The history


def test_the_same_seed_is_the_same_history_and_another_one_is_not():
    assert history(3) == history(3)
    assert history(3) != history(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_on_days_with_a_session_the_pain_is_higher_but_where_a_lot_decides(seed):
    told = history(seed)
    practised = {practice.day for practice in told.practices}
    free = [r for r in told.ratings if not told.test[0].first <= r.day <= told.test[-1].last]

    with_session = mean(r.intensity for r in free if r.day in practised)
    without = mean(r.intensity for r in free if r.day not in practised)

    assert with_session - without > 0.3


@pytest.mark.parametrize("seed", SEEDS)
def test_in_the_fair_test_sessions_follow_the_lot_and_its_end_says_what_is_true(seed):
    told = history(seed)
    days = [r.day for r in told.ratings]
    means = {day: mean(r.intensity for r in told.ratings if r.day == day) for day in days}
    done = {
        is_on: sum(
            week.first <= practice.day <= week.last
            for week in told.test
            if week.is_on is is_on
            for practice in told.practices
        )
        for is_on in (True, False)
    }

    found = outcome(pairs_of(told.test, means))

    assert len(found.differences) == 6
    assert not found.is_clear
    assert done[True] >= 34  # of 42
    assert done[False] <= 4
    assert told.test[0].first > LAST - dt.timedelta(days=DAYS - 14)
    assert told.test[-1].last < told.pause[0]


@pytest.mark.parametrize("later", range(7))
def test_the_usual_sample_has_six_whole_pairs_whatever_day_it_is(later):
    told = make_up(26, last=LAST + dt.timedelta(days=later), weekdays=WEEKDAYS)
    means = {rating.day: float(rating.intensity) for rating in told.ratings}

    found = outcome(pairs_of(told.test, means))

    assert (len(found.differences), found.is_clear) == (6, False)


def test_a_sample_person_can_read_how_the_fair_test_ended(client, db):
    person = make_sample_person(at=timezone.now(), zone=WARSAW)
    client.force_login(person)
    test = FairTest.objects.kept_by(person).get()
    today = timezone.now().astimezone(WARSAW).date()

    page = client.get(f"/journal/fair-tests/{test.key}/")

    test.full_clean()
    assert (test.state_on(today), seal_of(test.order, test.salt)) == ("over", test.seal)
    assert "So we cannot tell: this could be chance." in page.text
    assert page.text.count('scope="row"') == 6
    assert DayChoice.objects.kept_by(person).count() == 84


def test_a_session_is_likelier_the_worse_the_day_and_seldom_on_a_day_of_rest():
    chances = [chance_of_practice(level, planned=True) for level in range(11)]

    assert chances == sorted(chances)
    assert chance_of_practice(5.0, planned=True) == pytest.approx(0.599, abs=0.001)  # e^.4/(1+e^.4)
    assert chance_of_practice(5.0, planned=False) < 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_sessions_change_nothing_about_the_pain_of_the_day_itself(seed):
    pairs = [
        practice.pain_after - practice.pain_before
        for practice in history(seed).practices
        if practice.pain_after is not None
    ]

    assert abs(mean(pairs)) < 0.4


@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_has_gaps_second_ratings_flares_and_a_pause(seed):
    told = history(seed)
    rated = {rating.day for rating in told.ratings}
    away = {told.pause[0] + dt.timedelta(days=n) for n in range(7)}

    assert 0.75 < len(rated) / DAYS < 0.92
    assert len(told.ratings) > len(rated)
    assert told.pause[1] - told.pause[0] == dt.timedelta(days=6)
    assert not away & {practice.day for practice in told.practices}
    assert len(told.flares) == 2
    for first in told.flares:
        flare = [r.intensity for r in told.ratings if 0 <= (r.day - first).days < 4]
        assert mean(flare) > mean(r.intensity for r in told.ratings) + 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_ends_on_its_last_day_and_stays_on_the_scale(seed):
    told = history(seed)
    days = [rating.day for rating in told.ratings]

    assert days == sorted(days)
    assert LAST - dt.timedelta(days=DAYS - 1) <= days[0] <= days[-1] <= LAST
    assert all(0 <= rating.intensity <= 10 for rating in told.ratings)
    assert {practice.length for practice in told.practices} == {"short", "usual", "full"}
    assert any(practice.skipped for practice in told.practices)


# The person


def test_a_sample_person_is_whole(db, django_assert_max_num_queries):
    with django_assert_max_num_queries(78):
        person = make_sample_person(at=NOW, zone=WARSAW)

    assert person.username.startswith("sample-")
    assert not person.has_usable_password()
    assert person.preferences.expires_at == NOW + dt.timedelta(hours=24)
    assert (person.preferences.zone, person.preferences.country) == ("Europe/Warsaw", "PL")
    assert Screening.objects.kept_by(person).latest_first()[0].outcome == "go"
    assert Routine.objects.kept_by(person).get().steps.count() == 5
    assert Plan.objects.kept_by(person).get().weekdays == WEEKDAYS
    assert Pause.objects.kept_by(person).get().reason == "A week off"
    assert Entry.objects.kept_by(person).count() > 140
    assert Session.objects.kept_by(person).count() > 60


def test_nothing_of_a_sample_person_is_in_the_future(db):
    morning = NOW.replace(hour=5)
    person = make_sample_person(at=morning, zone=WARSAW)

    assert not Entry.objects.kept_by(person).filter(occurred_at__gt=morning).exists()
    assert not Session.objects.kept_by(person).filter(finished_at__gt=morning).exists()
    assert not SessionEvent.objects.filter(happened_at__gt=morning).exists()


def test_the_sums_of_a_sample_session_are_those_of_its_events(db):
    person = make_sample_person(at=NOW, zone=WARSAW)

    for session in Session.objects.kept_by(person).prefetch_related("events"):
        events = session.events.all()
        assert session.pressed_seconds == sum(event.pressed_seconds for event in events)
        assert session.holds_done == sum(event.kind == "hold" for event in events)
        assert session.planned_seconds == sum(h["seconds"] for h in session.snapshot["holds"])
        assert session.finished_at == max(event.happened_at for event in events)


def test_every_sample_entry_and_session_passes_its_own_rules(db):
    person = make_sample_person(at=NOW, zone=WARSAW)

    for row in (*Entry.objects.kept_by(person), *Session.objects.kept_by(person)):
        row.full_clean()


def test_two_sample_people_do_not_meet(db):
    one, other = (make_sample_person(at=NOW, zone=WARSAW) for _ in range(2))

    assert one.username != other.username
    assert Entry.objects.kept_by(one).count() == Entry.objects.kept_by(other).count()


# The end


def test_a_visitor_gets_a_sample_person_by_one_press(client, db):
    response = client.post("/try/", {"zone": "Europe/Warsaw"})

    assert (response.status_code, response.url) == (302, "/")
    assert client.get("/you/").status_code == 200
    assert "made-up person" in client.get("/you/").content.decode()


def test_a_sample_person_is_logged_out_after_its_day(client, db):
    client.post("/try/", {"zone": "Europe/Warsaw"})
    person = User.objects.get()
    assert PersonBackend().get_user(person.pk) == person

    Preferences.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))

    assert PersonBackend().get_user(person.pk) is None
    assert client.get("/you/").url.startswith("/account/login/")


def test_clean_up_deletes_sample_people_whose_day_has_passed_and_nobody_else(client, owner):
    client.post("/try/")
    fresh = make_sample_person(at=timezone.now(), zone=WARSAW)
    Preferences.objects.exclude(owner__in=[owner, fresh]).update(expires_at=NOW)
    assert LogIn.objects.count() == 1
    make.entry(owner=owner)

    said = io.StringIO()
    call_command("clean_up", stdout=said)

    assert set(User.objects.all()) == {owner, fresh}
    assert not LogIn.objects.exists()
    assert Entry.objects.kept_by(owner).count() == 1
    assert "1 sample people deleted." in said.getvalue()


def test_clean_up_touches_a_sample_person_only_from_the_last_second_on(db):
    person = make_sample_person(at=NOW, zone=WARSAW)
    ends = NOW + dt.timedelta(hours=24)

    assert delete_expired_samples(at=ends - dt.timedelta(seconds=1)) == 0
    assert delete_expired_samples(at=ends) == 1
    assert not User.objects.filter(pk=person.pk).exists()


def test_clean_up_deletes_log_ins_that_have_expired(client, owner):
    client.force_login(owner)
    LogIn.objects.update(expire_date=NOW.replace(year=2020))

    call_command("clean_up", stdout=io.StringIO())

    assert not LogIn.objects.exists()


def test_trying_deletes_the_sample_people_whose_day_is_over(client, db):
    old = make_sample_person(at=timezone.now() - dt.timedelta(hours=25), zone=WARSAW)

    client.post("/try/")

    assert not User.objects.filter(pk=old.pk).exists()
    assert User.objects.filter(username__startswith="sample-").count() == 1


@pytest.mark.parametrize("path", ["/", "/journal/", "/journal/chart/", "/routines/"])
def test_every_place_says_that_the_person_is_made_up(client, owner, path):
    sample = make_sample_person(at=timezone.now(), zone=WARSAW)
    client.force_login(sample)
    assert "This is a made-up person." in client.get(path).text

    client.force_login(owner)
    make.screening(owner=owner)
    assert "This is a made-up person." not in client.get(path).text


# What happened beside it


@pytest.mark.parametrize("seed", [7, 26])
def test_a_sample_has_events_care_and_answers_that_fit(db, seed):
    person = make_sample_person(at=NOW, zone=WARSAW, seed=seed)
    mine = Happening.objects.kept_by(person)
    weeks = list(Answers.objects.kept_by(person).of("week").scored())

    assert mine.flares().count() == 2
    assert sorted(mine.events().values_list("kind", flat=True)) == ["chair", "travel"]
    assert {"yoga", "walking"} <= set(mine.care().values_list("kind", flat=True))
    assert not mine.still_open().exists()
    assert 18 <= len(weeks) <= 26
    assert mean(row.score for row in weeks[:6]) > mean(row.score for row in weeks[-6:])
    for row in Answers.objects.kept_by(person):
        assert row.score == score(row.kind, checked(row.kind, row.answers))
        assert row.occurred_at <= NOW


def test_what_happened_changes_no_rating(db):
    person = make_sample_person(at=NOW, zone=WARSAW)

    kept = Entry.objects.kept_by(person).order_by("occurred_at")
    told = [rating.intensity for rating in history().ratings]
    assert list(kept.values_list("intensity", flat=True)) == told[: kept.count()]
