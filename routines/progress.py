"""Knows how far a session is, from the holds it was started with and the events so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from routines.holds import Hold

ABOUT_A_HOLD = frozenset({"hold", "part", "skip", "feel"})  # kinds of events
ABOUT_THE_SESSION = frozenset({"pause", "resume", "finish"})  # told with the hold it stood at


class Happening(Protocol):
    """What is read of an event; ``SessionEvent`` has it."""

    @property
    def kind(self) -> str: ...
    @property
    def hold(self) -> int: ...
    @property
    def pressed_seconds(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def feel(self) -> str: ...


@dataclass(frozen=True, slots=True)
class HoldState:
    """A hold and what became of it: ``todo``, ``done`` or ``skipped``."""

    index: int
    hold: Hold
    state: str = "todo"
    pressed_seconds: int = 0
    reason: str = ""
    feel: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """All holds of a session with their states."""

    holds: tuple[HoldState, ...]

    @property
    def current(self) -> int | None:
        """The first hold that is still to do, or None at the end."""
        return next((state.index for state in self.holds if state.state == "todo"), None)

    @property
    def done(self) -> int:
        """How many holds were pressed."""
        return sum(state.state == "done" for state in self.holds)

    @property
    def pressed_seconds(self) -> int:
        """Seconds pressed so far, those of skipped holds included."""
        return sum(state.pressed_seconds for state in self.holds)

    @property
    def left_seconds(self) -> int:
        """Seconds of the holds that are still to do."""
        return sum(
            state.hold.seconds - state.pressed_seconds
            for state in self.holds
            if state.state == "todo"
        )


def run(holds: Sequence[Hold], events: Iterable[Happening]) -> Run:
    """Return where a session stands.

    The order of events does not matter: a hold that was pressed on any device is done, and the
    longest time that any of them claims, up to the planned one, is what was pressed. A pause, a
    going on or an end says nothing about a hold.
    """
    states = [HoldState(index, hold) for index, hold in enumerate(holds)]
    for event in events:
        if event.kind in ABOUT_A_HOLD and event.hold < len(states):
            states[event.hold] = _after(states[event.hold], event)
    return Run(tuple(states))


def _after(state: HoldState, event: Happening) -> HoldState:
    if event.kind == "feel":
        return replace(state, feel=event.feel)
    pressed = max(state.pressed_seconds, min(event.pressed_seconds, state.hold.seconds))
    if event.kind == "hold":
        return replace(state, state="done", pressed_seconds=pressed, reason="")
    if event.kind == "part" or state.state == "done":
        return replace(state, pressed_seconds=pressed)
    return replace(state, state="skipped", pressed_seconds=pressed, reason=event.reason)
