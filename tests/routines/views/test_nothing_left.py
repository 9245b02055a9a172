"""A start where the safety answers leave nothing to press: the reason at once, and a swap."""

from uuid import uuid4

import pytest

from points.models import Point
from routines.models import Preferences, Session
from tests import make
from tests.routines.rows import answered

CHECKS = b'name="checks"'


def cannot_reach(person, codes):
    Preferences.objects.filter(owner=person).update(out_of_reach=codes)


def refusal(response):
    """What is told, without line breaks of the template."""
    return " ".join(response.content.decode().split())


def test_a_point_that_is_left_out_says_why_and_offers_another_before_any_check(signed_in, owner):
    answered(owner, agreed=True, pregnant="yes")

    page = signed_in.get("/sessions/new/?point=SP6")

    assert page.status_code == 200
    assert CHECKS not in page.content
    (change,) = page.context["changes"]
    assert change.reasons
    assert " ".join(change.reasons) in refusal(page)
    swap = page.context["swap"]
    assert f'href="/sessions/new/?point={swap}"' in refusal(page)
    assert CHECKS in signed_in.get(f"/sessions/new/?point={swap}").content


def test_a_point_out_of_reach_is_not_offered_in_place_of_another(signed_in, owner):
    answered(owner, agreed=True, pregnant="yes")
    first = signed_in.get("/sessions/new/?point=SP6").context["swap"]
    cannot_reach(owner, [first])

    assert signed_in.get("/sessions/new/?point=SP6").context["swap"] not in {"", first}


def test_a_routine_of_which_nothing_is_left_tells_the_reason_of_each_point(signed_in, owner):
    routine = make.routine(owner=owner, codes=("BL23", "SI3"))
    answered(owner)
    cannot_reach(owner, [point.code for point in Point.objects.all()])

    page = signed_in.get(f"/sessions/new/?routine={routine.pk}&length=usual")

    assert CHECKS not in page.content
    told = refusal(page)
    assert f"Nothing of {routine.name} is left for you" in told
    assert "<strong>BL23.</strong>" in told
    assert "<strong>SI3.</strong>" in told


def test_a_routine_without_points_says_so(signed_in, owner):
    answered(owner)
    routine = make.routine(owner=owner, codes=())

    page = signed_in.get(f"/sessions/new/?routine={routine.pk}")

    assert CHECKS not in page.content
    assert "It has no points yet." in refusal(page)


@pytest.mark.parametrize(
    ("checks", "status"), [([], 422), (["new_numbness"], 302)], ids=["nothing", "a red flag"]
)
def test_an_old_page_starts_nothing_and_its_red_flags_are_kept(signed_in, owner, checks, status):
    answered(owner, agreed=True, pregnant="yes")
    told = {"point": "SP6", "length": "usual", "key": str(uuid4()), "checks": checks}

    response = signed_in.post("/sessions/", told)

    assert response.status_code == status
    assert (response.context is None) or "SP6 is left out for you" in refusal(response)
    assert not Session.objects.exists()


def test_a_point_that_nobody_presses_blames_no_answer(signed_in, owner):
    answered(owner)

    told = refusal(signed_in.get("/sessions/new/?point=SP14"))

    assert "SP14 is not pressed" in told
    assert "Correct my answer" not in told
