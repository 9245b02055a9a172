"""Knows whether somebody may press now, and the way to get there otherwise."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from points.models import Point
from points.questions import version
from routines.holds import holds_of
from routines.http import PersonRequest, moment
from routines.models import Screening, Session
from routines.reach import out_of_reach
from routines.safety import Judge
from routines.screening import Standing, weigh
from routines.views.screening import PAGE_OF
from routines.views.standing import given, latest_screening, standing_of, why_again

type Barrier = Literal["", "stop", "clinician", "unanswered", "again"]

CLOSED = {
    "stop": _(
        "Your safety answers say to get medical help first. Routines stay closed until then."
    ),
    "clinician": _(
        "Your safety answers say to see someone first. Routines stay closed until then."
    ),
    "unanswered": _("Answer the safety questions first."),
    "again": _("Please answer the safety questions once more."),
}


class Entry(NamedTuple):
    """What somebody's answers allow now.

    Attributes:
        barrier: What is in the way of a session; nothing where one may begin.
        screening: The newest answers that are kept.
        standing: What they mean beside those of a visitor that were not kept; as if nothing had
            been marked before there are any.
    """

    barrier: Barrier
    screening: Screening | None
    standing: Standing

    @property
    def closed(self) -> str:
        """Why no session may begin, in a sentence; nothing where one may."""
        return str(CLOSED[self.barrier]) if self.barrier else ""

    def judge(self, person: User) -> Judge:
        """Return the rules that hold; before any answer, those of the points alone."""
        return self.standing.judge(out_of_reach=out_of_reach(person))


def entry_of(request: PersonRequest) -> Entry:
    """Return what somebody's answers allow now, in one query."""
    screening = latest_screening(request.user)
    answers = given(request, screening)
    standing = answers.standing() if answers else weigh({}, agreed=False)
    return Entry(_barrier(screening, standing, moment(request).today), screening, standing)


def _barrier(screening: Screening | None, standing: Standing, today: dt.date) -> Barrier:
    """Return the first thing in the way.

    A session keeps the row it runs under, so limits that are in no row yet are asked for again.
    """
    if standing.verdict == "stop":
        return "stop"
    if screening is None:
        return "unanswered"
    if why_again(screening, today):
        return "again"
    if standing.verdict == "clinician":
        return "clinician"
    return "" if standing.allows_all_of(standing_of(screening)) else "again"


def gate_of(request: PersonRequest) -> Screening | HttpResponse:
    """Return the answers that allow a session, or the way to get them."""
    entry = entry_of(request)
    if entry.barrier in PAGE_OF:
        return redirect(PAGE_OF[entry.barrier])
    if entry.barrier or entry.screening is None:
        return redirect("routines:screening", 1)
    return entry.screening


def is_outlived(row: Session, screening: Screening, points: Mapping[str, Point]) -> bool:
    """Return True where less may be pressed now than when a session began.

    By new questions, rules or answers, or because one of its points was withdrawn from the library
    since. ``points`` are those of the session that are known, by code.
    """
    standing = standing_of(screening)
    if row.snapshot["rules_version"] != version() or _is_withdrawn(row, standing.judge(), points):
        return True
    if row.screening_id == screening.pk:
        return False
    began_with = row.screening
    return began_with is None or not standing.allows_all_of(standing_of(began_with))


def _is_withdrawn(row: Session, judge: Judge, points: Mapping[str, Point]) -> bool:
    """Return True where a point of a session may not be pressed any more."""
    codes = {hold.code for hold in holds_of(row.snapshot)}
    return any(code not in points or judge.refusals(points[code]) for code in codes)
