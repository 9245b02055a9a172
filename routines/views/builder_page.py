"""Prepares what the builder shows: rows by posture, minutes, and what is left out for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.urls import reverse

from points.models import Point, Tradition
from routines.forms.builder_steps import POSTURES, StepForm
from routines.holds import (
    USUAL_SECONDS,
    minutes,
    planned_seconds,
    seconds_on_the_way,
    unfold,
)
from routines.models import Routine
from routines.ordering import changes, in_runs, with_fewest_changes
from routines.press import Press
from routines.safety import Judge, Ruling
from routines.upright import Upright, upright_of

POSTURE_ICONS = {"sitting": "sit", "standing": "stand", "lying": "lie"}


@dataclass(frozen=True, slots=True)
class Row:
    """One step on the page: its form, and what holds for the person who looks at it.

    ``run`` is what a session does of it: ``swap`` is the point in its place, if it is left out.
    """

    form: StepForm
    press: Press
    ruling: Ruling
    swap: str
    run: Press | None
    drawing: Upright
    number: int
    is_first: bool
    is_last: bool
    is_open: bool

    @property
    def key(self) -> str:
        return str(self.form.prefix)

    @property
    def point(self) -> Point:
        return self.form.point


class Desk:
    """A routine on the page, as forms, seen by one person's rules."""

    def __init__(self, filled: Sequence[StepForm], judge: Judge, open_row: str = "") -> None:
        self.filled, self.judge, self.open_row = filled, judge, open_row

    @cached_property
    def points(self) -> list[Point]:
        """Every point there is: read once, and only where something is left out."""
        return list(Point.objects.current().for_reading())

    @cached_property
    def presses(self) -> list[Press]:
        return [_press(form) for form in self.filled]

    @cached_property
    def rows(self) -> list[Row]:
        rulings = [self.judge.ruling(press) for press in self.presses]
        taken = {press.point.code for press in self.presses}
        return [self._row(index, ruling, taken) for index, ruling in enumerate(rulings)]

    def _row(self, index: int, ruling: Ruling, taken: set[str]) -> Row:
        form, press = self.filled[index], self.presses[index]
        swap = None
        if ruling.press is None:
            swap, _reasons = self.judge.substitute(press, self.points, taken)
            taken |= {swap.point.code} if swap else set()
        return Row(
            form=form,
            press=press,
            ruling=ruling,
            swap=swap.point.code if swap else "",
            run=ruling.press or swap,
            drawing=upright_of(press),
            number=index + 1,
            is_first=index == 0,
            is_last=index == len(self.filled) - 1,
            is_open=form.prefix == self.open_row or bool(form.errors),
        )

    def groups(self) -> list[dict[str, Any]]:
        """Return the rows by posture, in their order, with the seconds of each group."""
        return [
            {
                "word": POSTURES.get(str(posture), posture),
                "icon": POSTURE_ICONS.get(str(posture), "sit"),
                "clock": _clock(_seconds(rows)),
                "rows": rows,
            }
            for posture, rows in in_runs(self.rows, lambda row: row.press.posture)
        ]

    def totals(self) -> dict[str, Any]:
        """Return the minutes and holds of a session of it, and whether an order saves changes."""
        fitted = self.judge.fit(self.presses, lambda: self.points)
        holds = unfold(fitted.presses)
        pressed = planned_seconds(holds)
        postures = [press.posture for press in self.presses]
        best = with_fewest_changes(postures, str)
        return {
            "minutes": minutes(pressed) if pressed else 0,
            "holds": len(holds),
            "with_changes": minutes(pressed + seconds_on_the_way(holds)) if pressed else 0,
            "is_long": pressed > USUAL_SECONDS,
            "changes_saved": changes(postures, str) - changes(best, str),
        }


def _press(form: StepForm) -> Press:
    """Return what a form shows; where what was typed cannot be kept, what was there before."""
    names = ("side", "rounds", "spots", "pressure", "posture", "tool", "hold_seconds")
    typed = {name: _shown(form, name) for name in names}
    sides = ("left", "right") if typed["side"] == "both" else (str(typed["side"]),)
    return Press(
        point=form.point,
        technique=str(_shown(form, "technique")),
        sides=sides,
        spots=int(typed["spots"]),
        rounds=int(typed["rounds"]),
        seconds=int(typed["hold_seconds"]),
        pressure=str(typed["pressure"]),
        posture=str(typed["posture"]),
        tool=str(typed["tool"]),
    )


USUAL: dict[str, Any] = {
    "side": "both",
    "rounds": 1,
    "spots": 1,
    "pressure": "light",
    "posture": "sitting",
    "tool": "hand",
    "hold_seconds": 60,
    "technique": "static_pressure",
}


def _shown(form: StepForm, name: str) -> Any:
    if not form.is_bound:
        return form.initial.get(name, USUAL[name])
    return getattr(form, "cleaned_data", {}).get(name, USUAL[name])


def _seconds(rows: Iterable[Row]) -> int:
    """Return the seconds that are pressed in some rows."""
    return sum(row.run.total_seconds for row in rows if row.run)


def _clock(seconds: int) -> tuple[int, int]:
    """Return whole minutes and the seconds beyond them."""
    return divmod(seconds, 60)


def page_of(routine: Routine, desk: Desk) -> dict[str, Any]:
    """Return what the builder shows of a routine, whatever was typed into it."""
    return {
        "section": "routines",
        "page": "builder",
        "routine": routine,
        "here": reverse("routines:builder", args=[routine.pk]),
        "name": routine.name,
        "version": routine.version,
        "desk": desk,
        "groups": desk.groups(),
        "totals": desk.totals(),
        "key": uuid4(),
        "styles": Tradition.objects.for_reading(),
    }
