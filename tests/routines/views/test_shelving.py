"""Making, copying, putting away and deleting routines."""

from uuid import uuid4

import pytest

from points.models import Point
from routines.models import Plan, Routine
from tests import make
from tests.routines.rows import NOW, answered, started


def codes(routine):
    return list(routine.steps.values_list("point__code", flat=True))


def test_a_new_routine_begins_with_suggestions(signed_in, owner):
    answered(owner, neck_vessel="yes")

    page = signed_in.get("/routines/new/", {"aim": "neck"})

    shown = [row["point"].code for row in page.context["points"]]
    assert 0 < len(shown) <= 10
    assert "GB20" not in shown
    assert sum(row["ticked"] for row in page.context["points"]) == min(5, len(shown))
    assert all("neck" in row["point"].routine_tags for row in page.context["points"])


def test_it_is_made_of_the_ticked_points_once_for_a_key(signed_in, owner):
    told = {"name": "Neck", "codes": ["GB21", "SI14"], "key": str(uuid4()), "aim": "neck"}

    first, second = (signed_in.post("/routines/new/", told) for _ in range(2))

    made = Routine.objects.kept_by(owner).get()
    assert first.url == second.url == f"/routines/{made.pk}/edit/"
    assert (made.name, codes(made)) == ("Neck", ["GB21", "SI14"])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"name": "", "codes": ["GB21"]}, "Give the routine a name."),
        ({"name": "Neck"}, "Choose at least one point."),
        ({"name": "Neck", "codes": ["ZZ1"]}, "There is no point ZZ1 here"),
        ({"name": "Neck", "codes": ["GB20"]}, "left out for you"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_half_made(signed_in, owner, told, said):
    answered(owner, neck_vessel="yes")

    response = signed_in.post("/routines/new/", told)

    assert response.status_code == 422
    assert said in response.text
    assert not Routine.objects.kept_by(owner).exists()


def test_more_points_than_a_routine_holds_are_refused(signed_in):
    every = list(Point.objects.values_list("code", flat=True))

    response = signed_in.post("/routines/new/", {"name": "All", "codes": every})

    assert response.status_code == 422
    assert "A routine holds 40 steps." in response.text


def test_a_copy_is_a_routine_of_its_own(signed_in, owner):
    routine = make.routine(owner=owner, codes=("BL23", "PC6"), name="Mine")
    told = {"key": str(uuid4())}

    first, second = (signed_in.post(f"/routines/{routine.pk}/copy/", told) for _ in range(2))

    assert first.url == second.url
    copy = Routine.objects.kept_by(owner).exclude(pk=routine.pk).get()
    assert (copy.name, codes(copy)) == ("Mine, copy", ["BL23", "PC6"])
    copy.steps.all().delete()
    assert codes(routine) == ["BL23", "PC6"]


def test_a_programme_is_copied_and_stays_as_it_is(signed_in, owner):
    template = Routine.objects.of_programmes().get(programme__slug="desk")

    signed_in.post(f"/routines/{template.pk}/copy/", {"key": "no key"})

    copy = Routine.objects.kept_by(owner).get()
    assert codes(copy) == codes(template)
    assert copy.programme_id == template.programme_id
    assert signed_in.post(f"/routines/{template.pk}/edit/").status_code == 404


def test_a_stranger_s_routine_is_not_copied(signed_in, stranger, owner):
    theirs = make.routine(owner=stranger)

    assert signed_in.post(f"/routines/{theirs.pk}/copy/").status_code == 404
    assert not Routine.objects.kept_by(owner).exists()


def test_putting_away_takes_it_out_of_the_week_and_taking_back_returns_it(signed_in, owner):
    routine = make.routine(owner=owner, name="Mine")
    make.plan(owner=owner, routine=routine, starts_on=NOW.today)

    signed_in.post(f"/routines/{routine.pk}/archive/")
    page = signed_in.get("/routines/")

    assert page.context["own"].count() == 0
    assert [row.name for row in page.context["away"]] == ["Mine"]
    assert all(not day.lines for day in page.context["days"])
    assert signed_in.get(f"/routines/{routine.pk}/edit/").status_code == 404
    signed_in.post(f"/routines/{routine.pk}/restore/")
    page = signed_in.get("/routines/")
    assert [row.name for row in page.context["own"]] == ["Mine"]
    assert any([line.name for line in day.lines] == ["Mine"] for day in page.context["days"])


def test_deleting_asks_first_and_leaves_every_session_as_it_was(signed_in, owner):
    answered(owner)
    routine = make.routine(owner=owner, name="Mine")
    make.plan(owner=owner, routine=routine)
    session = started(owner, routine=routine)
    address = f"/routines/{routine.pk}/delete/"

    assert "The session you did with it stays" in signed_in.get(address).text
    assert Routine.objects.kept_by(owner).exists()
    signed_in.post(address)

    assert not Routine.objects.kept_by(owner).exists()
    assert not Plan.objects.kept_by(owner).exists()
    before = session.snapshot
    session.refresh_from_db()
    assert (session.snapshot, session.routine, session.name) == (before, None, "Mine")
