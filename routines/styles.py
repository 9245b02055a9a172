"""Knows how a style inspired by a tradition sets rhythm, techniques, posture and order.

A style never brings another point and never leaves one out.

Source:
    The traditions of ``points/catalogue/traditions.toml`` and the honest styles of
    ``domain/knowledge.md`` section 1.4: circular and press; slow perpendicular lean and release
    in sequence; neck, shoulders and low back first with light taps.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from points.words import Region
from routines.press import Press

HEAD_TO_HAND = Region.values
FIRST_IN_KOREAN = ("neck", "shoulder", "low_back")
STEADY, LEAN, TAP = 60, 30, 30  # seconds


def styled(presses: Sequence[Press], style: str) -> list[tuple[int, Press]]:
    """Return the presses in the order and the manner of a style, each with its place before.

    An unknown style changes nothing.
    """
    numbered = list(enumerate(presses))
    if style not in STYLES:
        return numbered
    order, manner = STYLES[style]
    numbered.sort(key=lambda pair: order(pair[1]))
    return [
        (place, manner(press, turn).within_point()) for turn, (place, press) in enumerate(numbered)
    ]


def _as_written(_press: Press) -> int:
    return 0


def _from_the_head(press: Press) -> int:
    return HEAD_TO_HAND.index(press.point.body_region)


def _neck_first(press: Press) -> int:
    region = press.point.body_region
    return FIRST_IN_KOREAN.index(region) if region in FIRST_IN_KOREAN else len(FIRST_IN_KOREAN)


def _circle_and_press(press: Press, turn: int) -> Press:
    """Slow circles at every second point that bears them, steady presses at the others."""
    technique = _one_of(press, "rolling_pressure") if turn % 2 else "static_pressure"
    posture = "standing" if press.tool == "ball" else "sitting"
    return replace(press, technique=technique, seconds=STEADY, rounds=1, posture=posture)


def _lean_and_release(press: Press, _turn: int) -> Press:
    """Straight down, let go, and once more: body weight instead of strength."""
    posture = "lying" if press.tool == "ball" else "sitting"
    return replace(press, technique="static_pressure", seconds=LEAN, rounds=2, posture=posture)


def _hold_and_tap(press: Press, turn: int) -> Press:
    """Light taps at every second point that bears them, between the holds."""
    technique = _one_of(press, "tapping") if turn % 2 else "static_pressure"
    posture = "standing" if press.tool == "ball" else "sitting"
    if technique == "tapping":
        press = replace(press, seconds=TAP, pressure="light", tool="hand")
        posture = "sitting"
    return replace(press, technique=technique, rounds=1, posture=posture)


def _one_of(press: Press, technique: str) -> str:
    suits = technique in press.point.techniques_suitable
    by_hand = press.tool == "hand" or press.point.reachable_by_hand or technique != "tapping"
    return technique if suits and by_hand else "static_pressure"


STYLES: dict[str, tuple[Callable[[Press], int], Callable[[Press, int], Press]]] = {
    "chinese": (_as_written, _circle_and_press),
    "japanese": (_from_the_head, _lean_and_release),
    "korean": (_neck_first, _hold_and_tap),
}
