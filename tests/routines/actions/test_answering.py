"""Keeping safety answers."""

from uuid import uuid4

import pytest

from points.questions import version
from routines import actions
from routines.drafts import Draft
from routines.models import Plan, Routine, Screening
from tests import make
from tests.routines.rows import NOW, answered, days_ago


def test_answers_are_kept_with_what_they_meant_and_by_which_rules(owner):
    row = answered(owner, dvt="unsure", unknown="yes", kidney="no")

    assert row.answers == {"dvt": "unsure"}
    assert (row.outcome, row.cleared, row.rules_version) == ("limits", False, version())
    assert (row.zone, row.local_date) == ("Europe/Warsaw", NOW.today)


def test_new_answers_are_a_new_row_and_the_old_one_stays(owner):
    first, second = answered(owner, rf_saddle="yes"), answered(owner)

    assert [first.outcome, second.outcome] == ["stop", "go"]
    assert Screening.objects.kept_by(owner).latest_first().first() == second


def test_the_same_key_and_answers_are_one_row(owner):
    same = {
        "person": owner,
        "answers": {"dvt": "yes"},
        "agreed": False,
        "moment": NOW,
        "key": uuid4(),
    }

    assert actions.record_screening(**same) == actions.record_screening(**same)
    assert Screening.objects.count() == 1


def test_the_same_key_with_other_answers_is_refused_and_changes_nothing(owner):
    same = {"person": owner, "moment": NOW, "key": uuid4(), "agreed": False}
    row = actions.record_screening(answers={"rf_saddle": "yes"}, **same)

    with pytest.raises(actions.OtherBodyError):
        actions.record_screening(answers={}, **same)

    row.refresh_from_db()
    assert row.outcome == "stop"


def test_the_same_key_of_another_person_is_another_row(owner, stranger):
    key = uuid4()
    for person in (owner, stranger):
        actions.record_screening(person=person, answers={}, agreed=False, moment=NOW, key=key)

    assert Screening.objects.count() == 2


def keep(person, draft):
    stored = draft.stored() if draft else None
    actions.keep_visitor_answers(person=person, answers=stored, at=NOW.at, zone=make.WARSAW)


def test_what_a_visitor_answered_is_kept_and_starts_the_first_programme(owner):
    keep(owner, Draft(answers={"kidney": "yes"}, done=True))

    assert Screening.objects.kept_by(owner).get().answers == {"kidney": "yes"}
    assert Routine.objects.kept_by(owner).get().programme.slug == actions.FIRST_PROGRAMME
    assert Plan.objects.kept_by(owner).get().starts_on == NOW.today


@pytest.mark.parametrize("key", ["rf_saddle", "pregnant"])
def test_a_visitor_who_may_not_press_is_kept_as_such_and_given_nothing_to_press(owner, key):
    keep(owner, Draft(answers={key: "unsure"}, done=True))

    assert Screening.objects.kept_by(owner).get().outcome in {"stop", "clinician"}
    assert not Routine.objects.kept_by(owner).exists()


def test_a_visitor_s_agreement_is_kept(owner):
    keep(owner, Draft(answers={"pregnant": "yes"}, agreed=True, done=True))

    row = Screening.objects.kept_by(owner).get()
    assert (row.outcome, row.cleared) == ("limits", True)


@pytest.mark.parametrize(
    ("own", "visitor", "both"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_answers_of_a_visitor_are_kept_beside_the_person_s_own(owner, own, visitor, both):
    answered(owner, agreed=own, rf_cancer="yes", moment=days_ago(91))

    keep(owner, Draft(answers={"kidney": "unsure"}, agreed=visitor, done=True))

    row = Screening.objects.kept_by(owner).latest_first().first()
    assert (row.answers, row.cleared) == ({"rf_cancer": "yes", "kidney": "unsure"}, both)
    assert row.outcome == ("limits" if both else "clinician")
    assert row.asked_on == NOW.today


def test_what_a_visitor_answered_to_other_questions_is_kept_as_such(owner):
    keep(owner, Draft(done=True, version="earlier", asked_on=make.MONDAY))

    row = Screening.objects.kept_by(owner).get()
    assert (row.rules_version, row.asked_on) == ("earlier", make.MONDAY)


@pytest.mark.parametrize("draft", [None, Draft(answers={"kidney": "yes"})])
def test_unfinished_answers_are_no_answers(owner, draft):
    keep(owner, draft)

    assert not Screening.objects.exists()
    assert not Routine.objects.kept_by(owner).exists()
