"""Pages that hand a routine on: a file, a card to print, and opening what others hand on."""

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from points import plates
from points.care import care_at
from points.models import Point, Technique
from points.questions import version
from routines import actions
from routines.bars import bars_of_holds, twin_of
from routines.forms import KeepForm, SharedForm
from routines.holds import minutes, planned_seconds, unfold
from routines.http import PersonRequest, moment
from routines.models import Routine, Step
from routines.sharing import Shared, code_of, document, line_of
from routines.views.gate import entry_of


def _own(request: PersonRequest, pk: int) -> Routine:
    return get_object_or_404(Routine.objects.kept_by(request.user).in_use().for_reading(), pk=pk)


@require_safe
def routine_file(request: PersonRequest, pk: int) -> HttpResponse:
    """A routine as a file for somebody else; nothing of the person is in it."""
    own = _own(request, pk)
    shared = Shared(own.name, tuple(line_of(step) for step in own.steps.all()))
    text = document(shared, catalogue=version())
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    name = f"{slugify(own.name) or 'routine'}.routine.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def card(request: PersonRequest, pk: int) -> HttpResponse:
    """A routine on paper: figures, sides, seconds, cautions, and a code to open it."""
    own = _own(request, pk)
    code = code_of([line_of(step) for step in own.steps.all()])
    holds = unfold(own.presses())
    context = {
        "section": "routines",
        "routine": own,
        "lines": _card_lines(own),
        "minutes": minutes(planned_seconds(holds)),
        "today": moment(request).today,
        "code": code,
        "address": f"{request.build_absolute_uri(reverse('routines:open'))}#{code}",
    }
    return TemplateResponse(request, "routines/card.html", context)


def _card_lines(own: Routine) -> list[dict[str, Any]]:
    """Return each step with its whole point, its figure, and what to mind there."""
    codes = {step.point.code for step in own.steps.all()}
    points = {point.code: point for point in Point.objects.filter(code__in=codes).for_reading()}
    names = dict(Technique.objects.values_list("slug", "name"))
    lines = []
    for step in own.steps.all():
        point = points[step.point.code]
        side = step.side if step.side in point.sides else point.sides[-1]
        # the words stand beside it: labels of a figure as wide as a stamp cannot be read
        figure = plates.plate_for(point, side=side, size="player")
        lines.append(
            {
                "step": step,
                "point": point,
                "plate": figure,
                "care": care_at(point),
                "technique": names[step.technique.slug],
            }
        )
    return lines


@require_http_methods(["GET", "HEAD", "POST"])
def open_routine(request: PersonRequest) -> HttpResponse:
    """Open a routine that somebody else has handed on, and look at it before it is kept."""
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SharedForm(*posted)
    if form.is_valid():
        keep = KeepForm(initial={"text": document(form.shared, catalogue=version())})
        return _preview(request, keep, form.shared, form.steps)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"section": "routines", "form": form}
    return TemplateResponse(request, "routines/open.html", context, status=status)


@require_POST
def keep_opened(request: PersonRequest) -> HttpResponse:
    """Keep a routine that was looked at; one that is there already only on a second word."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        context = {"section": "routines", "form": SharedForm(), "lost": form.errors}
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return TemplateResponse(request, "routines/open.html", context, status=status)
    told, name = form.cleaned_data, form.shared.name
    try:
        row = actions.import_routine(
            person=request.user, name=name, steps=form.steps, key=told["key"], again=told["again"]
        )
    except actions.SameRoutineError:
        keep = KeepForm(initial={"text": told["text"], "key": uuid4()})
        return _preview(request, keep, form.shared, form.steps)
    messages.success(request, _("%(name)s is kept. Plan its days if you like.") % {"name": name})
    return redirect("routines:routine", row.pk)


def _preview(
    request: PersonRequest, keep: KeepForm, shared: Shared, steps: list[Step]
) -> HttpResponse:
    """Show a routine as this person may run it, with all that is left out, and why."""
    entry, points = entry_of(request), Point.objects.current().for_reading()
    fitted = entry.judge(request.user).fit([step.press() for step in steps], lambda: list(points))
    holds = unfold(fitted.presses)
    same = actions.same_routine(request.user, steps)
    context = {
        "section": "routines",
        "name": shared.name,
        "keep": keep,
        "same": same,
        "closed": entry.closed,
        "presses": fitted.presses,
        "changes": fitted.changes,
        "holds": len(holds),
        "bars": bars_of_holds(holds),
        "twin": twin_of(holds),
        "minutes": minutes(planned_seconds(holds)),
    }
    return TemplateResponse(request, "routines/opened.html", context)
