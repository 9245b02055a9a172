"""Knows what each button of the builder does to the steps of a routine, in memory."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from points.models import Technique
from routines.models import Step
from routines.ordering import moved, with_fewest_changes
from routines.press import Press
from routines.styles import STYLES, styled

WAYS = {"up": -1, "down": 1}


@dataclass(slots=True)
class Edited:
    """Steps after a button, and what else it asked for.

    Attributes:
        steps: In their new order; those without a key are new.
        style: The style that was chosen, or None where none was.
        add: The code of a point to add at the end, or in place of the step ``instead``.
        technique: How to press it where it suits; empty for the usual way.
        reach: A code, and whether the person can reach it from now on.
        open_row: The row that the page shows opened.
        leave: Where to go afterwards: ``done``, ``try`` or nowhere.
    """

    steps: list[Step]
    style: str | None = None
    add: str = ""
    technique: str = ""
    instead: int | None = None
    reach: tuple[str, bool] | None = None
    open_row: str = ""
    leave: str = ""
    techniques: Mapping[str, Technique] = field(default_factory=dict)


def edited(
    steps: list[Step], rows: list[str], button: str, techniques: Mapping[str, Technique]
) -> Edited:
    """Return what a button, such as ``up-12`` or ``add-BL23~tapping``, makes of the steps.

    A button that is not known, or names a row that is not there, changes nothing.
    """
    verb, _dash, rest = button.partition("-")
    result = Edited(steps, techniques=techniques)
    if verb in BY_ROW:
        row, _dash, code = rest.partition("-")
        if row in rows:
            BY_ROW[verb](result, rows.index(row), row, code)
    elif verb in BY_WORD:
        BY_WORD[verb](result, rest)
    return result


def _move(by: int) -> Callable[[Edited, int, str, str], None]:
    def move(result: Edited, index: int, row: str, _code: str) -> None:
        result.steps, result.open_row = moved(result.steps, index, by), row

    return move


def _remove(result: Edited, index: int, _row: str, _code: str) -> None:
    del result.steps[index]


def _open(result: Edited, _index: int, row: str, _code: str) -> None:
    result.open_row = row


def _swap(result: Edited, index: int, _row: str, code: str) -> None:
    result.add, result.instead = code, index


def _order(result: Edited, _rest: str) -> None:
    result.steps = with_fewest_changes(result.steps, lambda step: step.posture)


def _style(result: Edited, style: str) -> None:
    if style and style not in STYLES:
        return
    result.style = style
    presses: list[Press] = [step.press() for step in result.steps]
    steps = []
    for place, press in styled(presses, style):
        step = result.steps[place]
        step.set_press(press, result.techniques[press.technique])
        steps.append(step)
    result.steps = steps


def _add(result: Edited, rest: str) -> None:
    result.add, _tilde, result.technique = rest.partition("~")


def _unreachable(result: Edited, code: str) -> None:
    result.reach = (code, False)


def _reachable(result: Edited, code: str) -> None:
    result.reach = (code, True)


def _leave(where: str) -> Callable[[Edited, str], None]:
    def leave(result: Edited, _rest: str) -> None:
        result.leave = where

    return leave


BY_ROW: dict[str, Callable[[Edited, int, str, str], None]] = {
    **{verb: _move(by) for verb, by in WAYS.items()},
    "remove": _remove,
    "open": _open,
    "swap": _swap,
}
BY_WORD: dict[str, Callable[[Edited, str], None]] = {
    "order": _order,
    "style": _style,
    "add": _add,
    "unreachable": _unreachable,
    "reachable": _reachable,
    "done": _leave("done"),
    "try": _leave("try"),
}
