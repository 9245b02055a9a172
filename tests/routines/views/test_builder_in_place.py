"""What the builder says at a field that cannot be kept, and where its page begins then."""

import pytest

from tests import make
from tests.routines.rows import answered
from tests.routines.views.test_builder import path, press, sent, step_of


@pytest.fixture
def routine(owner):
    return make.routine(owner=owner, codes=("BL23", "PC6", "GB34"), seconds=60, name="Mine")


def test_a_wrong_number_is_said_at_its_field_and_the_page_begins_there(signed_in, routine):
    row, other = step_of(routine, "GB34").pk, step_of(routine, "PC6").pk

    page = press(signed_in, routine, "done", **{f"{row}-hold_seconds": "999"})

    assert page.status_code == 422
    field = f"id_{row}-hold_seconds"
    said = f'aria-invalid="true" aria-describedby="{field}_error" autofocus'
    assert f'id="{field}" aria-label="Seconds at GB34" {said}' in page.text
    assert page.text.count(f'class="field__error" id="{field}_error"') == 1
    assert "aria-invalid" not in page.text.split(f'id="step-{other}"')[1].split("</li>")[0]


def test_the_page_begins_at_the_first_of_several_wrong_fields(signed_in, routine):
    first, last = step_of(routine, "BL23").pk, step_of(routine, "GB34").pk
    wrong = {f"{first}-rounds": "99", f"{last}-hold_seconds": "999"}

    page = press(signed_in, routine, "done", **wrong)

    assert page.text.count(" autofocus") == 1
    assert "autofocus" in page.text.split(f'name="{first}-rounds"')[1].split(">")[0]
    named = press(signed_in, routine, "done", name="x" * 81, **wrong).text
    assert named.count(" autofocus") == 1
    assert 'id="id_name_error"' in named
    assert "autofocus" in named.split('id="builder-name"')[1].split(">")[0]


def test_a_field_that_is_left_wrong_says_so_in_its_row_and_takes_no_focus(signed_in, routine):
    row = step_of(routine, "GB34").pk
    told = sent(routine, **{f"{row}-hold_seconds": "999"})
    sum_alone = {"HX-Request": "true", "HX-Target": "builder-sum"}

    answer = signed_in.post(path(routine), told, headers=sum_alone)

    assert (answer.status_code, answer.headers["HX-Retarget"]) == (422, "#builder")
    assert "<html" not in answer.text
    assert f'id="id_{row}-hold_seconds_error"' in answer.text
    assert " autofocus" not in answer.text
    # and the next answer replaces the row as well, or its sentence would stay
    step = answer.text.split(f'id="step-{row}"')[1].split("</li>")[0]
    assert 'hx-trigger="change delay:300ms" hx-target="#builder" ' in step


def test_the_minutes_of_each_posture_follow_what_is_changed_in_place(signed_in, routine):
    row = step_of(routine, "PC6").pk
    told = sent(routine, **{f"{row}-hold_seconds": "90"})

    in_place = {"HX-Request": "true", "HX-Target": "builder-sum"}
    answer = signed_in.post(path(routine), told, headers=in_place, follow=True)

    page = signed_in.get(path(routine))
    clocks = ["{} min {} s".format(*group["clock"]) for group in page.context["groups"]]
    assert len(clocks) == 1
    for number, clock in enumerate(clocks, start=1):
        assert f'<span id="builder-clock-{number}">{clock}</span>' in page.text
        assert f'<span id="builder-clock-{number}" hx-swap-oob="innerHTML">{clock}<' in answer.text
    assert clocks == ["7 min 0 s"]


def test_a_row_that_runs_shorter_says_how_long(signed_in, owner):
    routine = make.routine(owner=owner, codes=("GB34",), seconds=60)
    answered(owner, blood_thinner="yes")

    page = signed_in.get(path(routine))

    (row,) = page.context["desk"].rows
    assert (row.press.seconds, row.ruling.press.seconds) == (60, 45)
    assert '<span class="tag" data-kind="care">lighter for you, 45 s</span>' in page.text
