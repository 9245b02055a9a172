"""What the session pages are given."""

import pytest

from points.questions import version
from routines.views.player import start_url
from tests import make
from tests.routines.rows import started, tell, told


def test_the_script_is_given_every_hold_in_words(signed_in, owner):
    session = started(owner)

    shown = signed_in.get(f"/sessions/{session.key}/").context["data"]

    holds = shown.pop("holds")
    assert shown == {
        "session": str(session.key),
        "name": session.name,
        "events_url": f"/sessions/{session.key}/events/",
        "finish_url": f"/sessions/{session.key}/finish/",
        "home_url": "/",
        "person": owner.pk,
        "cues": {"sound": True, "vibration": True, "voice": True, "breath_sound": False},
        "letter_keys": True,
        "pace": {
            "ready": 5000,
            "turn": 7000,
            "breathIn": 4000,
            "breathOut": 6000,
            "waits": False,
        },
        "rules_version": version(),
    }
    assert [(hold["index"], hold["code"], hold["side_name"]) for hold in holds] == [
        (0, "BL23", "Left"),
        (1, "BL23", "Right"),
        (2, "PC6", "Left"),
        (3, "PC6", "Right"),
    ]
    assert holds[0] | {"name": "", "place": "", "cue": ""} == {
        "index": 0, "code": "BL23", "name": "", "place": "", "cue": "",
        "technique": "static_pressure", "technique_name": "Static pressure", "side": "left",
        "side_name": "Left", "spot": 1, "spots": 1, "round": 1, "rounds": 1, "seconds": 30,
        "pressure": "medium", "pressure_words": "Medium, a good ache", "posture": "sitting",
        "posture_name": "Sitting", "tool": "hand", "tool_name": "By hand", "plate": "BL23-left",
        "state": "todo", "pressed_seconds": 0, "reason": "", "feel": "",
    }  # fmt: skip


def test_next_is_the_next_hold_that_is_still_to_do(signed_in, owner):
    session = started(owner)
    tell(signed_in, session, told(session, hold=1))

    page = signed_in.get(f"/sessions/{session.key}/")

    assert (page.context["hold"]["index"], page.context["next_hold"]["index"]) == (0, 2)
    assert [bar.state for bar in page.context["bars"]] == ["now", "done", "todo", "todo"]
    assert page.context["minutes_left"] == 2


def test_there_is_a_plate_for_each_point_and_side(signed_in, owner):
    session = started(owner)

    plates = signed_in.get(f"/sessions/{session.key}/").context["plates"]

    assert [key for key, _ in plates] == ["BL23-left", "BL23-right", "PC6-left", "PC6-right"]


@pytest.mark.parametrize("codes", [("PC6",), ("BL23", "PC6", "GB34")])
def test_the_player_reads_the_same_number_of_queries_for_any_routine(
    signed_in, owner, codes, django_assert_num_queries
):
    session = started(owner, routine=make.routine(owner=owner, codes=codes))

    with django_assert_num_queries(7):  # login 2, session, events, answers, points, techniques
        signed_in.get(f"/sessions/{session.key}/")


def test_afterwards_says_how_much_of_the_plan_was_pressed(signed_in, owner):
    session = started(owner)
    tell(signed_in, session, told(session, pressed_seconds=30))

    page = signed_in.get(f"/sessions/{session.key}/after/")

    assert (page.context["percent"], page.context["planned_minutes"]) == (25, 2)


def test_the_start_address_carries_nothing_about_health():
    assert start_url(7, "short") == "/sessions/new/?routine=7&length=short"
