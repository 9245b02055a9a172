"""What is wrong with a field is tied to it: read with the field, and found by its mark."""

import re

import pytest

from tests import make
from tests.journal.test_happening_pages import form_of as happening_form
from tests.journal.test_pages import form_of as entry_form


def tied(answer):
    """The sentences of a refused page, those named by a control or its group, and marked fields."""
    assert answer.status_code == 422
    named = " ".join(re.findall(r'aria-describedby="([^"]*)"', answer.text)).split()
    marked = re.findall(r'<input[^>]*name="(\w+)"[^>]*aria-invalid="true"', answer.text)
    return set(re.findall(r'id="(\w+_error)"', answer.text)), set(named), set(marked)


@pytest.mark.parametrize("field", ["stiffness_minutes", "sleep"])
def test_a_number_of_an_entry(signed_in, owner, field):
    entry = make.entry(owner=owner)
    sent = entry_form(entry, **{field: "9999"})

    told, named, marked = tied(signed_in.post(f"/journal/entries/{entry.key}/", sent))

    assert (told, marked) == ({f"id_{field}_error"}, {field})
    assert told <= named


def test_the_minutes_of_other_care(signed_in, owner):
    row = make.happening(owner=owner, sort="care", kind="massage")
    sent = happening_form(row, minutes="9999")

    told, named, marked = tied(signed_in.post(f"/journal/happenings/{row.key}/", sent))

    assert (told, marked) == ({"id_minutes_error"}, {"minutes"})
    assert told <= named


def test_the_kind_of_an_event(signed_in):
    told, named, marked = tied(signed_in.post("/journal/happenings/", {"kind": "none-of-ours"}))

    assert "kind" in marked
    assert {"id_kind_error"} <= told & named


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"repeat": "weekly", "times_a_week": "9"}, "times_a_week"),
        ({"repeat": "weekdays"}, "weekdays"),
        ({"repeat": "daily", "times_a_day": "9"}, "times_a_day"),
        ({"repeat": "daily", "times": ["noon"]}, "times"),
    ],
)
def test_the_days_of_a_routine(signed_in, owner, sent, field):
    routine = make.routine(owner=owner)

    told, named, marked = tied(signed_in.post(f"/routines/{routine.pk}/days/", sent))

    assert field in marked
    assert f"id_{field}_error" in told
    assert told <= named
