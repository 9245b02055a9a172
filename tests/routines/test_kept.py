"""What a device keeps of a routine: signed by this server, for one person, until an instant."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core import signing

from routines.holds import holds_of, snapshot, unfold
from routines.kept import SALT, KeptRun
from routines.safety import Change, Kind
from tests.routines.presses import press

ISSUED = dt.datetime(2026, 11, 22, 18, 0, tzinfo=dt.UTC)
HOLDS = unfold([press("BL23"), press("PC6", seconds=30)])  # left, right, left, right
LIGHTER = Change(Kind.LIGHTER, "BL23", ("You bruise easily.",))
KEPT = KeptRun(
    person=7,
    routine=3,
    name="Low back",
    length="usual",
    screening=5,
    snapshot=snapshot(HOLDS, [LIGHTER], rules_version="v1"),
    issued_at=ISSUED,
    expires_at=ISSUED + dt.timedelta(hours=29),
)


def test_what_was_signed_is_read_again():
    read = KeptRun.read(KEPT.signed())

    assert read.signed().partition(":")[0] == KEPT.signed().partition(":")[0]
    assert holds_of(read.snapshot) == HOLDS
    assert (read.person, read.routine, read.name, read.length) == (7, 3, "Low back", "usual")
    assert (read.issued_at, read.expires_at) == (KEPT.issued_at, KEPT.expires_at)
    assert read.planned_seconds == 180


@pytest.mark.parametrize("place", [0, 10, -30, -1])
def test_a_text_with_one_letter_changed_is_not_read(place):
    letters = list(KEPT.signed())
    letters[place] = "A" if letters[place] != "A" else "B"

    with pytest.raises(signing.BadSignature):
        KeptRun.read("".join(letters))


@pytest.mark.parametrize(
    "token",
    [
        "", "x", ":::", "\0", "é",
        signing.dumps({"person": 7}, salt="another"),
        signing.dumps({"person": 7}, salt=SALT),
        signing.dumps([7], salt=SALT),
        signing.dumps({"issued_at": 1, "expires_at": 2}, salt=SALT),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_was_not_signed_here_as_such_is_not_read(token):
    with pytest.raises(signing.BadSignature):
        KeptRun.read(token)


def test_points_that_are_left_out_are_told_and_no_more_called_lighter():
    less = KEPT.without(["BL23", "GB30"], "Sore.")

    assert [hold.code for hold in holds_of(less.snapshot)] == ["PC6", "PC6"]
    assert [(one["kind"], one["code"], one["reasons"]) for one in less.snapshot["changes"]] == [
        ("left_out", "BL23", ("Sore.",))
    ]
    assert less.planned_seconds == 60
    assert KEPT.without([], "Sore.") == KEPT
    assert KEPT.planned_seconds == 180


def test_a_session_began_when_it_is_claimed_but_not_before_it_was_kept():
    later = ISSUED + dt.timedelta(hours=1)

    assert KEPT.began_at(later) == later
    assert KEPT.began_at(ISSUED - dt.timedelta(days=400)) == ISSUED
    assert replace(KEPT, issued_at=later).began_at(ISSUED) == later
