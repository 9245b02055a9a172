"""How a point is pressed when nobody has said how."""

import pytest

from routines.safety import Judge
from routines.usual import READY_MADE, Ready, Trial, usual_press
from tests.routines.presses import PlainPoint, catalogue, press


def test_a_point_is_held_by_hand_sitting_as_long_as_suggested():
    assert usual_press(catalogue()["BL23"]) == press("BL23", seconds=60, pressure="medium")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("BL13", {"tool": "ball", "posture": "standing"}),
        ("CV6", {"tool": "hand", "posture": "lying", "pressure": "light"}),
        ("EX-UE7", {"spots": 2}),
        ("EX-B2", {"spots": 1, "seconds": 45}),  # 17 places a side are for the person to choose
        ("GV20", {"sides": ("midline",)}),
        ("LI4", {"pressure": "medium"}),  # though it bears a firm press
        ("GV9", {"tool": "hand"}),  # only somebody else reaches it
    ],
)
def test_what_differs_at_other_points(code, told):
    usual = usual_press(catalogue()[code])

    assert {name: getattr(usual, name) for name in told} == told


def test_every_point_s_usual_press_suits_it():
    nothing_marked = Judge(frozenset(), ())

    for code, point in catalogue().items():
        ruling = nothing_marked.ruling(usual_press(point))
        assert ruling.effect == ("avoid" if code == "SP14" else "allow"), code


def test_trying_a_point_is_one_minute_a_side_or_as_much_as_it_bears():
    (tried,) = Trial(catalogue()["BL40"]).presses()
    (short,) = Trial(PlainPoint(seconds_max=40)).presses()

    assert (tried.point.code, tried.seconds, tried.sides) == ("BL40", 60, ("left", "right"))
    assert short.seconds == 40
    assert Trial(catalogue()["BL40"]).name == "Try BL40 Weizhong"


@pytest.mark.parametrize(("short", "seconds"), [("gentle", 180), ("micro", 90)])
def test_a_ready_made_run_is_light_by_hand_and_as_long_as_it_was_meant(db, short, seconds):
    made = READY_MADE[short]
    ready = Ready(short, [catalogue()[code] for code in made.codes])
    presses = ready.presses()

    assert [press.point.code for press in presses] == list(made.codes)
    assert sum(press.total_seconds for press in presses) == seconds
    assert {(press.pressure, press.tool) for press in presses} == {("light", "hand")}


def test_a_gentle_run_stays_away_from_the_back(db):
    regions = {catalogue()[code].body_region for code in READY_MADE["gentle"].codes}
    assert regions <= {"forearm", "wrist", "hand"}


def test_a_point_that_the_catalogue_lost_is_left_out_of_a_ready_made_run(db):
    presses = Ready("gentle", [catalogue()["HT7"]]).presses()
    assert [press.point.code for press in presses] == ["HT7"]
