"""Tells the library what the safety answers of whoever is signed in mean for its points."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from points.models import Point
from points.personal import Fit
from points.words import Verdict
from routines.http import PersonRequest, moment
from routines.safety import Judge
from routines.screening import Standing
from routines.usual import usual_press
from routines.views.standing import given, last_of, why_again

SWAPS = 3  # points named instead of one that is left out


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has answered; see `points.personal.Personal`.

    ``standing`` is None while no answers hold, and ``asks`` says why they are asked for.
    """

    standing: Standing | None
    asks: str
    thumb_mm: int | None = None

    def fit(self, point: Point) -> Fit | None:
        """Return what holds for a point, or None while no answers hold."""
        if self.standing is None:
            return None
        if not self.standing.may_press:
            return _nothing_yet(self.standing)
        return fit_of(self.standing.judge(), point)

    def instead_of(self, point: Point, among: Iterable[Point]) -> tuple[str, ...]:
        """Return the codes of up to three points with a shared aim that may be pressed instead."""
        if self.standing is None or not self.standing.may_press:
            return ()
        judge, candidates = self.standing.judge(), list(among)
        found: list[str] = []
        for _turn in range(SWAPS):
            swap, _eased = judge.substitute(usual_press(point), candidates, {point.code, *found})
            if swap is None:
                break
            found.append(swap.point.code)
        return tuple(found)


def personal(request: HttpRequest) -> Answers | None:
    """Return what a signed-in person has answered; None for a visitor.

    Answers that are out of date forbid as before, but allow nothing.
    """
    if not request.user.is_authenticated:
        return None
    kept = getattr(request.user, "preferences", None)
    thumb = kept.thumb_mm if kept else None
    last = last_of(request)
    answers = given(request, last)
    if answers is None:
        return Answers(None, "unanswered", thumb)
    standing = answers.standing()
    asks = why_again(last, moment(cast("PersonRequest", request)).today)
    return Answers(None if asks and standing.may_press else standing, asks, thumb)


def fit_of(judge: Judge, point: Point) -> Fit:
    """Return what one person's rules mean for a point, pressed as it usually is."""
    usual = usual_press(point)
    if refused := judge.refusals(point):
        asking = replace(judge, agreed=True).ruling(usual).press is not None
        return Fit(verdict=Verdict.ASK if asking else Verdict.AVOID, reasons=refused)
    eased, reasons = judge.eased(usual)
    if eased is None:
        return Fit(verdict=Verdict.AVOID, reasons=reasons)
    if eased == usual:
        return Fit(verdict=Verdict.ALLOW)
    return Fit(
        verdict=Verdict.LIGHTER, reasons=reasons, seconds=eased.limit, pressure=eased.pressure
    )


def _nothing_yet(standing: Standing) -> Fit:
    """Return what holds for every point while nothing may be pressed."""
    if standing.urgent:
        said = _("Your safety answers say: stop for now, and get help first.")
        return Fit(verdict=Verdict.AVOID, reasons=(said,))
    said = _("Your safety answers say: see someone first, before you press any point.")
    return Fit(verdict=Verdict.ASK, reasons=(said,))
