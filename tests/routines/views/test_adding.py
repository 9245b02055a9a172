"""Adding a point to a routine, and trying one on its own."""

from uuid import uuid4

import pytest

from points.models import Point
from routines.models import Routine, Session
from tests import make
from tests.routines.rows import answered

ADD, TRY = "/routines/points/add/", "/sessions/try/"


def test_a_point_is_added_to_the_chosen_routine(signed_in, owner):
    routine = make.routine(owner=owner, codes=("BL23",))

    response = signed_in.post(ADD, {"code": "bl 25", "routine": routine.pk}, follow=True)

    assert response.status_code == 200
    assert "BL25 is added to Low back at the desk." in response.text
    assert list(routine.steps.values_list("point__code", flat=True)) == ["BL23", "BL25"]


def test_two_taps_add_once(signed_in, owner):
    told = {"code": "BL25", "key": str(uuid4())}

    signed_in.post(ADD, told)
    response = signed_in.post(ADD, told, follow=True)

    assert "BL25 is in My routine." in response.text
    assert Routine.objects.kept_by(owner).get().steps.count() == 1


@pytest.mark.parametrize("told", ["ZZ99", "", "BL23' --", "x" * 90])
def test_a_code_that_no_point_has_is_said_and_nothing_is_made(signed_in, owner, told):
    response = signed_in.post(ADD, {"code": told})

    assert response.status_code == 422
    assert "No point was added" in response.text
    assert not Routine.objects.kept_by(owner).exists()


def test_a_retired_point_is_not_added(signed_in, owner):
    Point.objects.filter(code="BL25").update(retired=True)

    response = signed_in.post(ADD, {"code": "BL25"})

    assert response.status_code == 422
    assert "not any more" in response.text


@pytest.mark.parametrize("pk", ["0", "999999", "one", "9" * 30])
def test_a_routine_that_is_not_there_is_not_found(signed_in, pk):
    assert signed_in.post(ADD, {"code": "BL25", "routine": pk}).status_code == 404


def test_a_stranger_s_routine_is_not_found_and_not_changed(signed_in, stranger):
    theirs = make.routine(owner=stranger)

    assert signed_in.post(ADD, {"code": "BL25", "routine": theirs.pk}).status_code == 404
    assert theirs.steps.count() == 2


@pytest.mark.parametrize("path", [ADD, TRY])
def test_a_refused_point_is_explained_and_a_swap_is_offered(signed_in, owner, path):
    answered(owner, neck_vessel="yes")

    response = signed_in.post(path, {"code": "GB20"})

    assert response.status_code == 422
    assert "GB20 is left out for you" in response.text
    assert "vessels of the neck" in response.text
    swap = response.context["refusal"].swap
    assert f"Use {swap}" in response.text
    assert signed_in.post(path, {"code": swap}).status_code == 302


def test_a_full_routine_says_so(signed_in, owner):
    routine = make.routine(owner=owner, codes=("BL23",) * 40)

    response = signed_in.post(ADD, {"code": "PC6", "routine": routine.pk})

    assert response.status_code == 422
    assert "A routine holds 40 steps" in response.text


def test_trying_a_point_passes_the_check_and_runs_it_a_minute_a_side(signed_in, owner):
    answered(owner)

    check = signed_in.post(TRY, {"code": "BL23"}, follow=True)
    assert "Try BL23 Shenshu" in check.text
    key = str(check.context["form"]["key"].value())
    told = {"point": "BL23", "length": "usual", "key": key}
    started = signed_in.post("/sessions/", told)

    assert started.url == f"/sessions/{key}/"
    session = Session.objects.get(key=key)
    assert (session.routine, session.name) == (None, "Try BL23 Shenshu")
    assert [(hold["side"], hold["seconds"]) for hold in session.snapshot["holds"]] == [
        ("left", 60),
        ("right", 60),
    ]
    assert signed_in.post("/sessions/", told).url == started.url
    assert signed_in.get(started.url).status_code == 200


def test_trying_a_point_without_answers_leads_to_the_questions(signed_in):
    response = signed_in.post(TRY, {"code": "BL23"}, follow=True)

    assert response.redirect_chain[-1][0] == "/screening/1/"


def test_no_form_of_an_old_page_starts_an_avoided_point(signed_in, owner):
    answered(owner, neck_vessel="yes")

    response = signed_in.post(
        "/sessions/", {"point": "GB20", "length": "usual", "key": str(uuid4())}
    )

    assert response.status_code == 422
    assert "GB20 is left out for you" in response.text
    assert not Session.objects.kept_by(owner).exists()


@pytest.mark.parametrize("code", ["", "ZZ99", "SP", "x" * 200])
def test_a_point_that_is_not_there_cannot_be_tried(signed_in, owner, code):
    answered(owner)

    assert signed_in.get("/sessions/new/", {"point": code}).status_code == 404
