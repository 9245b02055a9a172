"""Pages and answers of a session: starting, pressing, ending."""

from http import HTTPStatus
from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from points.models import Point
from points.nearness import canonical
from routines import actions
from routines.forms import StartForm
from routines.holds import Length, holds_of
from routines.http import PersonRequest, moment
from routines.models import Routine, Screening, Session
from routines.noticed import noticed_lately
from routines.progress import run
from routines.reach import out_of_reach
from routines.safety import Fitted
from routines.usual import READY_MADE, Passing, Ready, Trial
from routines.views import player
from routines.views.ending import one_session, to_another
from routines.views.gate import gate_of, is_outlived
from routines.views.nothing_left import nothing_left
from routines.views.numbered import numbered
from routines.views.screening import PAGE_OF
from routines.views.standing import standing_of


def _routine(request: PersonRequest, pk: object) -> Routine:
    """Return one of the person's routines, with its steps."""
    return numbered(Routine.objects.kept_by(request.user).in_use().for_reading(), pk)


def _wanted(request: PersonRequest, told: QueryDict) -> Routine | Passing:
    """Return what is to be run: a ready-made run, one point, or one of the person's routines."""
    points = Point.objects.current().for_reading()
    short = told.get("short", "")
    if short in READY_MADE:
        return Ready(short, list(points.coded(READY_MADE[short].codes)))
    if not told.get("point") or told.get("routine"):
        return _routine(request, told.get("routine", ""))
    return Trial(get_object_or_404(points, code=canonical(told.get("point", ""))))


@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """The ten-second check before a session."""
    gate = gate_of(request)
    if isinstance(gate, HttpResponse):
        return gate
    routine = _wanted(request, request.GET)
    fitted = _fitted(request, routine, gate)
    if not fitted.presses:
        return nothing_left(request, routine, gate, fitted)
    asked = request.GET.get("length", "")
    length = asked if asked in Session.Length.values else Session.Length.USUAL
    form = StartForm(
        initial={
            "routine": routine.pk,
            "point": getattr(routine, "code", ""),
            "short": getattr(routine, "short", ""),
            "length": length,
            "key": uuid4(),
        }
    )
    return _start_page(request, form, routine, _places(fitted))


def _fitted(request: PersonRequest, routine: Routine | Passing, screening: Screening) -> Fitted:
    unreachable = out_of_reach(request.user)
    return actions.fit(routine, standing_of(screening), out_of_reach=unreachable)


def _places(fitted: Fitted) -> dict[str, str]:
    """Return code and place of the points whose skin is asked about: those to be pressed."""
    return {press.point.code: press.point.place for press in fitted.presses}


def _start_page(
    request: PersonRequest,
    form: StartForm,
    routine: Routine | Passing,
    places: dict[str, str],
    note: str = "",
) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or note else HTTPStatus.OK
    noticed = noticed_lately(request.user, moment(request).today)
    return TemplateResponse(
        request,
        "routines/start.html",
        {
            "form": form,
            "routine": routine,
            "places": places,
            "note": note,
            "noticed": noticed and noticed.at(places),
            "first_time": not Session.objects.kept_by(request.user).exists(),
        },
        status=HTTPStatus.CONFLICT if note == "twice" else status,
    )


@require_POST
def sessions(request: PersonRequest) -> HttpResponse:
    """Start a session, unless the check before it says otherwise."""
    gate = gate_of(request)
    if isinstance(gate, HttpResponse):
        return gate
    routine = _wanted(request, request.POST)
    fitted = _fitted(request, routine, gate)
    places = _places(fitted)
    form = StartForm(request.POST, codes=list(places))
    if not form.is_valid():
        return _start_page(request, form, routine, places)
    if form.marked():
        return _stop_for(request, form.marked())
    if form.wants_a_second_word():
        return _start_page(request, form, routine, places, note="high")
    return _start(request, form, routine, gate, fitted)


def _start(
    request: PersonRequest,
    form: StartForm,
    routine: Routine | Passing,
    screening: Screening,
    fitted: Fitted,
) -> HttpResponse:
    try:
        session = actions.start_session(
            person=request.user,
            routine=routine,
            screening=screening,
            length=cast("Length", form.cleaned_data["length"]),
            pain_before=form.cleaned_data["pain_before"],
            sore=form.cleaned_data["sore"],
            moment=moment(request),
            key=form.cleaned_data["key"],
        )
    except actions.NotAllowedError:
        if not fitted.presses:
            return nothing_left(request, routine, screening, fitted)
        return _start_page(request, form, routine, _places(fitted), note="nothing-left")
    except actions.OtherBodyError:
        return _start_page(request, form.under_new_key(), routine, _places(fitted), note="twice")
    return redirect("routines:session", session.key)


def _stop_for(request: PersonRequest, marked: list[str]) -> HttpResponse:
    """Keep what the check brought up as new answers, and show what they mean."""
    screening = actions.keep_checks(
        person=request.user, marked=marked, moment=moment(request), key=uuid4()
    )
    return redirect(PAGE_OF.get(standing_of(screening).verdict, "today"))


@require_safe
def session(request: PersonRequest, key: UUID) -> HttpResponse:
    """The player."""
    row = one_session(request, key)
    progress = run(holds_of(row.snapshot), row.events.all())
    if row.finished_at or progress.current is None:
        return redirect("routines:after", row.key)
    gate = gate_of(request)
    if isinstance(gate, HttpResponse):
        return gate
    points = player.points_of(state.hold.code for state in progress.holds)
    if is_outlived(row, gate, points):
        messages.info(request, _("What you may press has changed since. Start once more."))
        return to_another(request, row)
    context = player.context_of(row, progress, request.user, points)
    return TemplateResponse(request, "routines/session.html", context)
