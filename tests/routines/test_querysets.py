"""Which rows."""

import datetime as dt

from routines.models import Plan, Programme, Routine, Session
from tests import make
from tests.make import MONDAY
from tests.routines.rows import NOW


def test_every_chain_begins_with_its_keeper(owner, stranger):
    mine, _theirs = make.practice(owner=owner), make.practice(owner=stranger)

    assert list(Session.objects.kept_by(owner)) == [mine]


def test_sessions_between_include_both_days(owner):
    days = [make.practice(owner=owner, day=MONDAY + dt.timedelta(n)) for n in range(4)]

    rows = Session.objects.between(MONDAY + dt.timedelta(1), MONDAY + dt.timedelta(2))

    assert set(rows) == set(days[1:3])


def test_practised_sessions_have_a_hold_finished_and_may_be_open(owner):
    done = make.practice(owner=owner)
    make.practice(owner=owner, holds_done=0, seconds=0)
    left = make.practice(owner=owner, finished=False, hour=19)

    assert set(Session.objects.practised()) == {done, left}


def test_recent_first_reads_no_snapshot(owner):
    old, new = (make.practice(owner=owner, hour=hour) for hour in (8, 18))

    rows = list(Session.objects.kept_by(owner).recent_first())

    assert rows == [new, old]
    assert "snapshot" in rows[0].get_deferred_fields()


def test_routines_of_programmes_belong_to_nobody(owner):
    make.routine(owner=owner)

    rows = list(Routine.objects.of_programmes())

    assert len(rows) == Programme.objects.count() == 7
    assert {row.owner for row in rows} == {None}
    assert rows[0].programme.slug == "article-set"


def test_put_away_routines_are_not_in_use(owner):
    kept, away = make.routine(owner=owner), make.routine(owner=owner)
    Routine.objects.filter(pk=away.pk).update(archived_on=NOW.today)

    assert list(Routine.objects.kept_by(owner).in_use()) == [kept]


def test_plans_of_a_programme(owner):
    plan = make.plan(owner=owner, routine=make.routine(owner=owner))
    programme = Programme.objects.get(slug="desk")
    assert not Plan.objects.of(programme).exists()

    Routine.objects.kept_by(owner).update(programme=programme)
    assert list(Plan.objects.of(programme)) == [plan]
