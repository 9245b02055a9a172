"""Knows how a routine is drawn as time: one bar a hold, left above the line, right below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from routines.holds import Hold
from routines.progress import Run

LEAST_SHARE = 0.6  # per cent of the width; thinner holds are drawn as one bar per point and side


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the score.

    Attributes:
        x: Where it begins, in per cent of the whole.
        width: Its share of the seconds, in per cent.
        side: ``left``, ``right`` or ``middle``.
        state: ``todo``, ``now``, ``done`` or ``skipped``.
    """

    x: float
    width: float
    side: str
    state: str


def bars_of(holds: Sequence[tuple[str, str, int, str]]) -> list[Bar]:
    """Return the bars of (side, code, seconds, state), in order, side by side."""
    total = sum(seconds for _, _, seconds, _ in holds) or 1
    if any(100 * seconds / total < LEAST_SHARE for _, _, seconds, _ in holds):
        holds = _merged(holds)
    bars: list[Bar] = []
    so_far = 0
    for side, _code, seconds, state in holds:
        x, width = round(100 * so_far / total, 2), round(100 * seconds / total, 2)
        bars.append(Bar(x, width, "middle" if side == "midline" else side, state))
        so_far += seconds
    return bars


def bars_of_holds(holds: Sequence[Hold]) -> list[Bar]:
    """Return the bars of a routine that has not been started."""
    return bars_of([(hold.side, hold.code, hold.seconds, "todo") for hold in holds])


def bars_of_run(progress: Run, *, over: bool = False) -> list[Bar]:
    """Return the bars of a session, with the current hold marked unless it is over."""
    return bars_of(
        [
            (
                state.hold.side,
                state.hold.code,
                state.hold.seconds,
                "now" if state.index == progress.current and not over else state.state,
            )
            for state in progress.holds
        ]
    )


def twin_of(holds: Iterable[Hold]) -> str:
    """Return the score in words: "12 holds: left, left, right"."""
    return twin_of_sides(hold.side for hold in holds)


def twin_of_sides(pressed: Iterable[str]) -> str:
    """Return the same for sides alone."""
    names = {"left": _("left"), "right": _("right"), "midline": _("middle")}
    sides = [names[side] for side in pressed]
    count = ngettext("%(n)d hold", "%(n)d holds", len(sides)) % {"n": len(sides)}
    return f"{count}: {', '.join(sides)}" if sides else count


def _merged(holds: Sequence[tuple[str, str, int, str]]) -> list[tuple[str, str, int, str]]:
    """Return neighbours of the same side, point and state as one."""
    return [
        (side, code, sum(seconds for _, _, seconds, _ in group), state)
        for (side, code, state), group in (
            (key, list(rows)) for key, rows in groupby(holds, key=lambda h: (h[0], h[1], h[3]))
        )
    ]
