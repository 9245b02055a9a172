"""Prepares what the session pages show: words, bars, figures, and the data for the script."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from points.models import Point, Technique
from points.plates import Plate, plate_for
from points.questions import version
from routines.bars import bars_of_run, twin_of
from routines.holds import Hold, minutes
from routines.models import Preferences, Session, Step
from routines.progress import HoldState, Run

CUES = ("sound", "vibration", "voice", "breath_sound")
PRESSURE_WORDS = {
    "light": _("Light, without an ache"),
    "medium": _("Medium, a good ache"),
    "firm": _("Firm, never sharp"),
}
SIDE_NAMES = {"left": _("Left"), "right": _("Right"), "midline": _("Middle")}


def start_url(routine: int, length: str) -> str:
    """Return the address of the check before a session."""
    return f"{reverse('routines:start')}?{urlencode({'routine': routine, 'length': length})}"


def context_of(
    session: Session, progress: Run, person: User, points: dict[str, Point]
) -> dict[str, Any]:
    """Return the context of the player with its points, by code; one query, for the techniques."""
    holds = told_holds(progress, technique_names())
    data = _data(session) | settled(person, session.name, holds)
    return around(progress, holds) | {
        "session": session,
        "run": progress,
        "bars": bars_of_run(progress),
        "twin": twin_of([state.hold for state in progress.holds]),
        "plates": plates_of([state.hold for state in progress.holds], points),
        "data": data,
    }


def around(progress: Run, holds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the player shows of a run before any script: this hold, the next, the time."""
    current = progress.current or 0
    todo = (hold for hold in holds[current + 1 :] if hold["state"] == "todo")
    return {
        "hold": holds[current],
        "next_hold": next(todo, None),
        "minutes_left": minutes(progress.left_seconds),
    }


def technique_names() -> dict[str, str]:
    """Return the name of each technique; one query."""
    return dict(Technique.objects.values_list("slug", "name"))


def points_of(codes: Iterable[str]) -> dict[str, Point]:
    """Return points with all that is drawn of them; one query."""
    return {point.code: point for point in Point.objects.coded(set(codes)).for_reading()}


def plates_of(holds: Iterable[Hold], points: dict[str, Point]) -> list[tuple[str, Plate]]:
    """Return each point and side once, with its figure."""
    wanted = dict.fromkeys((hold.code, hold.side) for hold in holds)
    return [
        (f"{code}-{side}", plate_for(points[code], side=side, size="player"))
        for code, side in wanted
        if code in points
    ]


def told_holds(progress: Run, techniques: dict[str, str]) -> list[dict[str, Any]]:
    """Return the holds as the script and the page read them."""
    return [_hold(state, techniques) for state in progress.holds]


def _hold(state: HoldState, techniques: dict[str, str]) -> dict[str, Any]:
    """Return one hold as the script and the page read it: numbers, and every word ready."""
    hold = state.hold
    return asdict(hold) | {
        "index": state.index,
        "technique_name": techniques.get(hold.technique, hold.technique),
        "side_name": str(SIDE_NAMES[hold.side]),
        "pressure_words": str(PRESSURE_WORDS[hold.pressure]),
        "posture_name": str(Step.Posture(hold.posture).label),
        "tool_name": str(Step.Tool(hold.tool).label),
        "plate": f"{hold.code}-{hold.side}",
        "state": state.state,
        "pressed_seconds": state.pressed_seconds,
        "reason": state.reason,
        "feel": state.feel,
    }


def _data(session: Session) -> dict[str, Any]:
    return {
        "session": str(session.key),
        "events_url": reverse("routines:events", args=[session.key]),
        "finish_url": reverse("routines:finish", args=[session.key]),
        "home_url": reverse("today"),
    }


def settled(person: User, name: str, holds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what the script needs of a run before it is a session: no key and no address."""
    preferences = _preferences(person)
    return {
        "name": name,
        "person": person.pk,
        "cues": {name: getattr(preferences, name) for name in CUES},
        "letter_keys": preferences.letter_keys,
        "pace": _pace(preferences),
        "rules_version": version(),
        "holds": holds,
    }


def _preferences(person: User) -> Preferences:
    """Return what the person chose, or what is usual."""
    return getattr(person, "preferences", None) or Preferences(owner=person)


def _pace(preferences: Preferences) -> dict[str, int | bool]:
    """Return the times between and within holds, in milliseconds."""
    breath_in, breath_out = preferences.breath_seconds()
    return {
        "ready": 1000 * preferences.ready_seconds,
        "turn": 1000 * preferences.turn_seconds,
        "breathIn": 1000 * breath_in,
        "breathOut": 1000 * breath_out,
        "waits": preferences.waits,
    }
