"""Whose answers hold."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from routines.drafts import SESSION_KEY, Draft
from routines.views.standing import given, last_of, latest_screening, standing_of_request
from tests.routines.rows import answered, days_ago


def request_of(person=None, draft=None):
    request = RequestFactory().get("/")
    request.user = person or AnonymousUser()
    request.session = {SESSION_KEY: draft.stored()} if draft else {}
    return request


def verdict(person=None, draft=None):
    standing = standing_of_request(request_of(person, draft))
    return standing and standing.verdict


STOPPED = Draft(answers={"rf_clot": "yes"}, done=True)


def test_a_visitor_is_known_by_finished_answers_alone(db):
    assert verdict() is None
    assert verdict(draft=Draft(answers={"rf_clot": "yes"})) is None
    assert verdict(draft=STOPPED) == "stop"


def test_a_person_is_known_by_the_newest_answers(owner, stranger):
    answered(owner, rf_saddle="yes", moment=days_ago(2))
    newest = answered(owner, moment=days_ago(1))
    answered(stranger, rf_saddle="yes")

    assert latest_screening(owner) == newest
    assert verdict(owner) == "go"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (STOPPED, "stop"),
        (Draft(answers={"pregnant": "yes"}, done=True), "clinician"),
        (Draft(answers={"pregnant": "yes"}), "limits"),  # not finished
        (Draft(answers={"dvt": "yes"}, done=True), "limits"),
        (Draft(done=True), "limits"),
    ],
)
def test_a_stop_from_before_the_log_in_counts_beside_the_person_s_own(owner, draft, expected):
    answered(owner, kidney="yes")

    assert verdict(owner, draft) == expected


def test_limits_of_a_visitor_count_beside_the_person_s_own(owner):
    answered(owner)

    assert verdict(owner, Draft(answers={"dvt": "yes"}, done=True)) == "limits"


def test_answers_of_both_are_weighed_together_and_nobody_has_agreed_to_them(owner):
    answered(owner, agreed=True, rf_cancer="yes")
    request = request_of(owner, STOPPED)

    both = given(request, last_of(request))

    assert both.answers == {"rf_cancer": "yes", "rf_clot": "yes"}
    assert both.agreed is False
