"""The builder: what its page shows, what its buttons do, and what it refuses."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from points.models import Point
from routines.models import Preferences, Routine, Session, Step
from tests import make
from tests.routines.rows import answered, started


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner, codes=("BL23", "PC6", "GB34"), seconds=60, name="Mine")


def path(routine):
    return f"/routines/{routine.pk}/edit/"


def sent(routine, **changes):
    """What the page sends, with some of it changed; keys are as in the form with _ for -."""
    routine.refresh_from_db()
    told = {"name": routine.name, "version": routine.version, "key": str(uuid4()), "row": []}
    for step in routine.steps.select_related("point", "technique"):
        row = str(step.pk)
        told["row"].append(row)
        told |= {
            f"{row}-code": step.point.code,
            f"{row}-technique": step.technique.slug,
            f"{row}-side": step.side,
            f"{row}-hold_seconds": step.hold_seconds,
            f"{row}-rounds": step.rounds,
            f"{row}-pressure": step.pressure,
            f"{row}-posture": step.posture,
            f"{row}-tool": step.tool,
        }
    return told | changes


def codes(routine):
    return list(routine.steps.order_by("position").values_list("point__code", flat=True))


def step_of(routine, code):
    return routine.steps.get(point__code=code)


def press(client, routine, button, **changes):
    return client.post(path(routine), sent(routine, do=button, **changes))


def test_the_page_shows_each_step_and_the_minutes(signed_in, routine):
    response = signed_in.get(path(routine))

    desk = response.context["desk"]
    assert [row.point.code for row in desk.rows] == ["BL23", "PC6", "GB34"]
    assert response.context["totals"]["minutes"] == 6
    assert response.context["totals"]["holds"] == 6
    assert response.context["totals"]["with_changes"] == 6  # 6 times 5 seconds to get ready
    assert 'value="Mine"' in response.text


def test_what_was_typed_is_kept_and_the_version_goes_up(signed_in, routine):
    row = step_of(routine, "PC6").pk
    told = {"name": "Evening", f"{row}-hold_seconds": "90", f"{row}-side": "left"}

    response = signed_in.post(path(routine), sent(routine, **told))

    assert (response.status_code, response.url) == (302, path(routine))
    step = step_of(routine, "PC6")
    assert (step.pk, step.hold_seconds, step.side) == (row, 90, "left")
    routine.refresh_from_db()
    assert (routine.name, routine.version) == ("Evening", 2)


def test_save_leads_to_the_routine_and_try_to_the_check(signed_in, routine):
    assert press(signed_in, routine, "done").url == f"/routines/{routine.pk}/"
    tried = press(signed_in, routine, "try").url
    assert tried == f"/sessions/new/?routine={routine.pk}&length=usual"


@pytest.mark.parametrize(
    ("verb", "code", "after"),
    [
        ("up", "PC6", ["PC6", "BL23", "GB34"]),
        ("down", "PC6", ["BL23", "GB34", "PC6"]),
        ("up", "BL23", ["BL23", "PC6", "GB34"]),
        ("remove", "PC6", ["BL23", "GB34"]),
    ],
)
def test_the_buttons_of_a_row(signed_in, routine, verb, code, after):
    press(signed_in, routine, f"{verb}-{step_of(routine, code).pk}")

    assert codes(routine) == after


def test_a_moved_row_stays_open(signed_in, routine):
    row = step_of(routine, "PC6").pk

    page = signed_in.get(press(signed_in, routine, f"up-{row}").url)

    assert [r.point.code for r in page.context["desk"].rows if r.is_open] == ["PC6"]


def test_the_order_that_is_sent_is_the_order_that_is_kept(signed_in, routine):
    told = sent(routine)
    told["row"] = told["row"][::-1]

    signed_in.post(path(routine), told)

    assert codes(routine) == ["GB34", "PC6", "BL23"]


def test_one_button_saves_changes_of_posture(signed_in, routine):
    step = step_of(routine, "PC6")
    step.posture = "lying"
    step.save()
    assert "Spare 1 change of posture" in signed_in.get(path(routine)).text

    press(signed_in, routine, "order")

    assert codes(routine) == ["BL23", "GB34", "PC6"]
    assert "of posture" not in signed_in.get(path(routine)).text


def test_a_point_is_added_beside_what_was_typed(signed_in, routine):
    row = step_of(routine, "PC6").pk

    press(signed_in, routine, "add-BL25", **{f"{row}-hold_seconds": "75"})

    assert codes(routine) == ["BL23", "PC6", "GB34", "BL25"]
    assert step_of(routine, "PC6").hold_seconds == 75


@pytest.mark.parametrize(
    ("button", "technique"),
    [
        ("add-GV20~tapping", "tapping"),
        ("add-EX-HN3~static_pressure", "static_pressure"),
        ("add-PC6~tapping", "static_pressure"),  # does not suit it
    ],
)
def test_a_point_is_added_by_the_technique_that_was_searched_for(
    signed_in, owner, button, technique
):
    empty = make.routine(owner=owner, codes=())

    press(signed_in, empty, button)

    assert empty.steps.get().technique.slug == technique


def test_each_technique_can_be_a_step_of_its_own(signed_in, routine):
    techniques = ["deep_pressure", "rolling_pressure", "tapping"]
    for technique in techniques:
        told = {"code": "BL23", "routine": routine.pk, "technique": technique}
        assert signed_in.post("/routines/points/add/", told).url == path(routine)

    steps = routine.steps.filter(point__code="BL23").values_list("technique__slug", flat=True)
    assert list(steps) == ["static_pressure", *techniques]
    assert signed_in.get(path(routine)).status_code == 200


def test_a_style_sets_rhythm_and_is_remembered(signed_in, routine):
    press(signed_in, routine, "style-japanese")

    routine.refresh_from_db()
    assert routine.style == "japanese"
    assert set(routine.steps.values_list("hold_seconds", "rounds")) == {(30, 2)}
    press(signed_in, routine, "style-martian")
    routine.refresh_from_db()
    assert routine.style == "japanese"


def test_a_refused_step_stays_in_its_place_with_reason_and_swap(signed_in, owner):
    routine = make.routine(owner=owner, codes=("BL23", "GB20", "PC6"))
    routine.steps.update(pressure="light")
    answered(owner, neck_vessel="yes")

    page = signed_in.get(path(routine))

    row = page.context["desk"].rows[1]
    assert page.context["groups"][0]["clock"] == (2, 30)  # GV14 in its place counts once
    assert "GB20 is left out." in page.text
    assert "vessels of the neck" in page.text
    press(signed_in, routine, f"swap-{row.key}-{row.swap}")
    assert codes(routine) == ["BL23", row.swap, "PC6"]
    assert "is left out." not in signed_in.get(path(routine)).text


def test_a_refused_point_is_not_added_and_nothing_typed_is_lost(signed_in, owner, routine):
    answered(owner, neck_vessel="yes")

    response = press(signed_in, routine, "add-GB20", name="Typed meanwhile")

    assert response.status_code == 422
    assert "That point is not added." in response.text
    assert "Typed meanwhile" in response.text
    assert codes(routine) == ["BL23", "PC6", "GB34"]
    assert Routine.objects.get(pk=routine.pk).name == "Mine"


def test_what_cannot_be_reached_is_remembered_everywhere(signed_in, owner, routine):
    press(signed_in, routine, "unreachable-GB34")

    assert Preferences.objects.get(owner=owner).out_of_reach == ["GB34"]
    assert "You said that you cannot reach it." in signed_in.get(path(routine)).text
    answered(owner)
    session = started(type(owner).objects.get(pk=owner.pk), routine=routine)
    assert "GB34" not in {hold["code"] for hold in session.snapshot["holds"]}
    assert session.snapshot["changes"][0]["code"] == "GB34"
    assert "GB34" in signed_in.get("/programmes/desk/").text

    press(signed_in, routine, "reachable-GB34")
    assert Preferences.objects.get(owner=owner).out_of_reach == []


@pytest.mark.parametrize("seconds", ["0", "4", "181", "10000", "-5", "", "many", "9" * 40])
def test_seconds_that_no_hand_keeps_to_are_refused_in_one_sentence(signed_in, routine, seconds):
    row = step_of(routine, "PC6").pk

    response = signed_in.post(path(routine), sent(routine, **{f"{row}-hold_seconds": seconds}))

    assert response.status_code == 422
    assert "PC6: hold it 5 to 180 seconds." in response.text
    assert Routine.objects.get(pk=routine.pk).version == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("technique", "tapping"),  # does not suit PC6
        ("technique", "pounding"),
        ("side", "midline"),
        ("pressure", "firm"),
        ("posture", "flying"),
        ("tool", "ball"),
        ("rounds", "11"),
        ("spots", "5"),
    ],
)
def test_what_a_point_does_not_bear_is_refused(signed_in, routine, field, value):
    row = step_of(routine, "PC6").pk

    response = signed_in.post(path(routine), sent(routine, **{f"{row}-{field}": value}))

    assert response.status_code == 422
    assert "PC6" in response.context["form"].said[0]
    assert Routine.objects.get(pk=routine.pk).version == 1


def test_more_steps_than_forty_are_refused_and_nothing_is_half_saved(signed_in, routine):
    told = sent(routine)
    for number in range(60):
        told["row"].append(f"new{number}")
        told |= {
            f"new{number}-{name.partition('-')[2]}": value
            for name, value in told.items()
            if name.startswith(f"{told['row'][0]}-")
        }

    response = signed_in.post(path(routine), told)

    assert response.status_code == 422
    assert "A routine holds 40 steps" in response.text
    assert codes(routine) == ["BL23", "PC6", "GB34"]


@pytest.mark.parametrize("changes", [{"name": ""}, {"name": "x" * 81}, {"version": "first"}])
def test_a_name_and_a_version_are_needed(signed_in, routine, changes):
    assert signed_in.post(path(routine), sent(routine, **changes)).status_code == 422
    assert Routine.objects.get(pk=routine.pk).version == 1


def test_a_row_of_another_s_routine_is_made_anew_and_theirs_stays(signed_in, stranger, routine):
    theirs = make.routine(owner=stranger, codes=("SI3",))
    row = str(theirs.steps.get().pk)
    told = sent(theirs) | {"version": 1, "name": "Mine"}

    signed_in.post(path(routine), told)

    assert codes(routine) == ["SI3"]
    assert codes(theirs) == ["SI3"]
    assert str(theirs.steps.get().pk) == row


def test_a_point_that_is_gone_from_the_text_is_said_in_its_place(signed_in, owner, routine):
    Point.objects.filter(code="PC6").update(retired=True)

    assert "not in the library any more" in signed_in.get(path(routine)).text
    assert press(signed_in, routine, "add-PC6").status_code == 422
    press(signed_in, routine, f"remove-{step_of(routine, 'GB34').pk}")
    assert codes(routine) == ["BL23", "PC6"]
    answered(owner)
    codes_run = {hold["code"] for hold in started(owner, routine=routine).snapshot["holds"]}
    assert "PC6" not in codes_run


@pytest.mark.parametrize("code", ["\0", "BL\x0023", "ZZ99", "x" * 10_000])
def test_a_row_of_no_point_is_told_and_the_rest_of_what_was_typed_stays(signed_in, routine, code):
    told = sent(routine, name="Typed", do="done", **{"new1-code": code})

    page = signed_in.post(path(routine), told | {"row": [*told["row"], "new1"]})

    assert page.status_code == 422
    assert "One of the points is not here any more." in page.text
    assert 'value="Typed"' in page.text
    assert codes(routine) == ["BL23", "PC6", "GB34"]


def test_a_second_tab_is_told_sees_both_and_loses_nothing(signed_in, routine):
    row = step_of(routine, "PC6").pk
    second_tab = sent(routine, **{f"{row}-hold_seconds": "120"})
    press(signed_in, routine, f"remove-{row}", name="First tab")

    response = signed_in.post(path(routine), second_tab)

    assert response.status_code == 409
    assert [r.press.seconds for r in response.context["mine"]] == [60, 120, 60]
    assert [r.point.code for r in response.context["theirs"]] == ["BL23", "GB34"]
    assert "First tab" in response.text
    assert codes(routine) == ["BL23", "GB34"]
    kept = signed_in.post(
        path(routine), second_tab | {"version": response.context["routine"].version, "key": ""}
    )
    assert kept.status_code == 302
    assert codes(routine) == ["BL23", "PC6", "GB34"]
    assert step_of(routine, "PC6").hold_seconds == 120


def test_the_same_tap_twice_is_one_edit(signed_in, routine):
    told = sent(routine, do="add-BL25")

    first, second = (signed_in.post(path(routine), told) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert codes(routine) == ["BL23", "PC6", "GB34", "BL25"]


def test_no_edit_touches_a_session_that_ran_or_is_running(signed_in, owner, routine):
    answered(owner)
    session = started(owner, routine=routine)

    press(signed_in, routine, "add-BL25", name="Other")
    signed_in.post(f"/routines/{routine.pk}/delete/")

    kept = Session.objects.get(pk=session.pk)
    assert kept.snapshot == session.snapshot
    assert (kept.name, kept.routine_id) == ("Mine", None)


@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_stranger_s_routine_is_not_there(signed_in, stranger, verb):
    theirs = make.routine(owner=stranger)

    assert getattr(signed_in, verb)(path(theirs)).status_code == 404


def test_the_part_with_the_sum_comes_alone(signed_in, routine):
    headers = {"HX-Request": "true", "HX-Target": "builder-sum"}

    part = signed_in.get(path(routine), headers=headers).text

    assert 'id="builder-sum"' in part
    assert "upright" not in part
    assert "<html" not in part


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_forty_steps_cost_no_more_queries_than_one(signed_in, owner):
    answered(owner, neck_vessel="yes")
    one = make.routine(owner=owner, codes=("GB20",))
    forty = make.routine(owner=owner, codes=("GB20", "BL23", "PC6", "GB34") * 10)
    signed_in.get(path(one))

    few, many = queries_of(signed_in, path(one)), queries_of(signed_in, path(forty))

    assert many == few
    assert many <= 10


def test_the_finder_finds_by_name_and_technique_and_says_why_not(signed_in, owner, routine):
    answered(owner, neck_vessel="yes")
    address = f"/routines/{routine.pk}/points/"

    by_name = signed_in.get(address, {"q": "fengchi"})
    by_technique = signed_in.get(address, {"technique": "tapping"})
    nothing = signed_in.get(address, {"q": "zzzz"})

    assert by_name.context["finder"][0]["point"].code == "GB20"
    assert by_name.context["finder"][0]["ruling"].press is None
    assert "vessels of the neck" in by_name.text
    assert all(
        "tapping" in row["point"].techniques_suitable for row in by_technique.context["finder"]
    )
    assert "No point fits." in nothing.text
    assert Step.objects.filter(routine=routine).count() == 3
