"""Adds a point to a routine from anywhere, and leads to a session that tries one."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from routines import actions
from routines.forms import PointForm
from routines.http import PersonRequest
from routines.models import Routine
from routines.safety import Judge
from routines.views.gate import entry_of
from routines.views.numbered import numbered


def judge_of(request: PersonRequest) -> Judge:
    """Return the rules that hold for whoever asks; before any answer, those of the points alone."""
    return entry_of(request).judge(request.user)


def _chosen(request: PersonRequest) -> Routine | None:
    """Return the own routine that a form names, if it names one."""
    pk = request.POST.get("routine", "")
    if not pk:
        return None
    return numbered(Routine.objects.kept_by(request.user).in_use(), pk)


@require_POST
def add_point(request: PersonRequest) -> HttpResponse:
    """Add a point to one of the person's routines, or to a new one."""
    routine, form = _chosen(request), PointForm(request.POST)
    if not form.is_valid() or form.point is None:
        return _refused(request, form)
    point, key = form.point, form.cleaned_data["key"]
    try:
        step, new = actions.add_point(
            person=request.user,
            point=point,
            routine=routine,
            judge=judge_of(request),
            key=key,
            technique=form.cleaned_data["technique"],
        )
    except (actions.PointRefusedError, actions.TooLongError) as error:
        return _refused(request, form, error)
    said = _("%(code)s is added to %(name)s.") if new else _("%(code)s is in %(name)s.")
    messages.success(request, said % {"code": point.code, "name": step.routine.name})
    return redirect("routines:builder", step.routine_id)


@require_POST
def try_point(request: PersonRequest) -> HttpResponse:
    """Lead to a session of one point, by the same gate as any other."""
    form = PointForm(request.POST)
    if not form.is_valid() or form.point is None:
        return _refused(request, form, verb="try_point")
    try:
        actions.check_point(form.point, judge_of(request))
    except actions.PointRefusedError as error:
        return _refused(request, form, error, verb="try_point")
    return redirect(f"{reverse('routines:start')}?{urlencode({'point': form.point.code})}")


def _refused(
    request: PersonRequest,
    form: PointForm,
    error: Exception | None = None,
    *,
    verb: str = "add_point",
) -> HttpResponse:
    """Say why not, and offer the nearest point that the person may press."""
    context: dict[str, Any] = {
        "section": "routines",
        "form": form,
        "point": form.point,
        "verb": f"routines:{verb}",
        "routine": request.POST.get("routine", ""),
        "refusal": error if isinstance(error, actions.PointRefusedError) else None,
        "most": actions.MOST_STEPS if isinstance(error, actions.TooLongError) else None,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return TemplateResponse(request, "routines/builder_refused.html", context, status=status)
