"""How far a session is."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.holds import unfold
from routines.progress import run
from tests.routines.presses import press, quick

HOLDS = unfold([press("BL23"), press("PC6", seconds=30)])  # left, right, left, right


@dataclass
class Told:
    kind: str
    hold: int
    pressed_seconds: int = 0
    reason: str = ""
    feel: str = ""


EVENTS = st.lists(
    st.builds(
        Told,
        st.sampled_from(["hold", "part", "skip", "pause", "resume", "finish"]),
        st.integers(0, 5),
        st.integers(0, 600),
        st.just(""),
    ),
    max_size=8,
)


def sums(progress):
    states = [(one.state, one.pressed_seconds) for one in progress.holds]
    return progress.current, progress.done, progress.pressed_seconds, progress.left_seconds, states


def test_nothing_told_is_all_to_do():
    assert sums(run(HOLDS, []))[:4] == (0, 0, 0, 180)


def test_a_part_counts_its_seconds_and_leaves_the_hold_to_do():
    progress = run(HOLDS, [Told("part", 0, 20), Told("part", 0, 35)])

    assert (progress.current, progress.done, progress.pressed_seconds) == (0, 0, 35)


def test_a_hold_a_skip_and_how_it_felt():
    progress = run(
        HOLDS,
        [
            Told("hold", 0, 60),
            Told("feel", 0, feel="good"),
            Told("skip", 1, 20, reason="sore"),
        ],
    )

    first, second, *_ = progress.holds
    assert (first.state, first.pressed_seconds, first.feel) == ("done", 60, "good")
    assert (second.state, second.pressed_seconds, second.reason) == ("skipped", 20, "sore")
    assert (progress.current, progress.done, progress.pressed_seconds) == (2, 1, 80)
    assert progress.left_seconds == 60


def test_seconds_never_exceed_what_was_planned():
    assert run(HOLDS, [Told("hold", 2, 600)]).pressed_seconds == 30


def test_a_hold_pressed_on_any_device_is_done():
    skip, hold = Told("skip", 0, 10, reason="no_time"), Told("hold", 0, 55)

    for events in ([skip, hold], [hold, skip]):
        (first, *_) = run(HOLDS, events).holds
        assert (first.state, first.pressed_seconds, first.reason) == ("done", 55, "")


def test_a_hold_the_session_does_not_have_changes_nothing():
    assert run(HOLDS, [Told("hold", 99, 60)]) == run(HOLDS, [])


@pytest.mark.parametrize("kind", ["pause", "resume", "finish"])
def test_what_is_told_of_the_session_says_nothing_about_a_hold(kind):
    assert run(HOLDS, [Told(kind, 1, 30), Told(kind, 4)]) == run(HOLDS, [])


def test_the_end_has_no_current_hold():
    progress = run(HOLDS, [Told("hold", n, 60) for n in range(4)])

    assert (progress.current, progress.done, progress.left_seconds) == (None, 4, 0)


@quick
@given(events=EVENTS, data=st.data())
def test_the_order_of_events_does_not_matter(events, data):
    assert sums(run(HOLDS, data.draw(st.permutations(events)))) == sums(run(HOLDS, events))


@quick
@given(events=EVENTS)
def test_the_same_event_twice_counts_once(events):
    assert sums(run(HOLDS, events + events)) == sums(run(HOLDS, events))


@quick
@given(events=EVENTS)
def test_what_is_pressed_and_what_is_left_stay_within_the_plan(events):
    progress = run(HOLDS, events)

    assert 0 <= progress.pressed_seconds <= 180
    assert progress.done <= 4
    assert progress.pressed_seconds + progress.left_seconds <= 180
