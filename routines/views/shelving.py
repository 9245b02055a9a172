"""Making, copying, putting away and deleting routines."""

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from points.models import Point
from points.words import Aim
from routines import actions
from routines.forms import CopyForm, NewRoutineForm
from routines.http import PersonRequest, moment
from routines.models import Routine, Session
from routines.safety import Judge
from routines.usual import usual_press
from routines.views.gate import entry_of

SUGGESTED, CHOSEN = 10, 5  # points that are shown for an aim, and those ticked at first
AIMS = [aim for aim in Aim if aim is not Aim.REFERENCE_ONLY]


def _own(request: PersonRequest, pk: int) -> Routine:
    """Return one of the person's routines, put away or not."""
    return get_object_or_404(Routine.objects.kept_by(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Ways to begin a routine: a programme, one of one's own, or points for an aim."""
    sent = request.POST if request.method == "POST" else None
    entry, form = entry_of(request), NewRoutineForm(sent)
    judge = entry.judge(request.user)
    refusal: actions.PointRefusedError | None = None
    if form.is_valid():
        try:
            made = actions.routine_of_points(person=request.user, judge=judge, **form.told())
        except actions.PointRefusedError as error:
            refusal = error
        else:
            return redirect("routines:builder", made.pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or refusal else HTTPStatus.OK
    told = {"form": form, "refusal": refusal, "closed": entry.closed}
    context = _beginnings(request, judge) | told
    return TemplateResponse(request, "routines/new.html", context, status=status)


def _beginnings(request: PersonRequest, judge: Judge) -> dict[str, Any]:
    """Return what a routine can begin from; nobody begins from a blank page."""
    asked = request.POST.get("aim") or request.GET.get("aim", "")
    aim = asked if asked in {one.value for one in AIMS} else Aim.LOW_BACK.value
    points = _suggested(judge, aim)
    ticked = request.POST.getlist("codes") or [point.code for point in points[:CHOSEN]]
    return {
        "section": "routines",
        "programmes": Routine.objects.of_programmes().for_reading(),
        "own": Routine.objects.kept_by(request.user).in_use().for_reading(),
        "aims": [{"value": a.value, "word": a.label, "chosen": a.value == aim} for a in AIMS],
        "aim": aim,
        "aim_word": "" if request.method == "POST" else Aim(aim).label,
        "points": [{"point": point, "ticked": point.code in ticked} for point in points],
        "key": uuid4(),
    }


def _suggested(judge: Judge, aim: str) -> list[Point]:
    """Return points with an aim that the person may press, those in reach of a hand first."""
    fitting = [
        point
        for point in Point.objects.current().for_reading()
        if aim in point.routine_tags and judge.ruling(usual_press(point)).press
    ]
    fitting.sort(key=lambda point: not point.reachable_by_hand)
    return fitting[:SUGGESTED]


@require_POST
def copy(request: PersonRequest, pk: int) -> HttpResponse:
    """Copy one's own routine, or that of a programme, and open the copy."""
    source = get_object_or_404(Routine.objects.open_to(request.user).for_reading(), pk=pk)
    form = CopyForm(request.POST)
    form.full_clean()
    own = source.owner_id == request.user.pk
    name = _("%(name)s, copy") % {"name": source.name[:70]} if own else source.name
    made = actions.copy_routine(
        person=request.user, source=source, name=name, key=form.cleaned_data.get("key") or uuid4()
    )
    return redirect("routines:builder", made.pk)


@require_POST
def archive(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a routine away."""
    routine = _own(request, pk)
    actions.put_away(person=request.user, routine=routine, today=moment(request).today)
    messages.success(request, _("%(name)s is put away.") % {"name": routine.name})
    return redirect("routines:routines")


@require_POST
def restore(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a routine back that was put away."""
    routine = _own(request, pk)
    actions.take_back(person=request.user, routine=routine, today=moment(request).today)
    messages.success(request, _("%(name)s is back.") % {"name": routine.name})
    return redirect("routines:routines")


@require_http_methods(["GET", "POST"])
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask once, then delete a routine; every session of it stays as it was."""
    routine = _own(request, pk)
    if request.method == "POST":
        routine.delete()
        messages.success(request, _("%(name)s is deleted.") % {"name": routine.name})
        return redirect("routines:routines")
    sessions = Session.objects.kept_by(request.user).of_routine(routine).count()
    context = {"section": "routines", "routine": routine, "sessions": sessions}
    return TemplateResponse(request, "routines/delete.html", context)
