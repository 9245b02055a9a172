"""The builder: one of a person's own routines, step by step."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from urllib.parse import urlsplit
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import retarget

from points.models import Point, Technique
from routines import actions
from routines.editing import Edited, edited
from routines.forms.builder_steps import RoutineForm, forms_of, points_of, steps_of
from routines.http import PersonRequest
from routines.models import Routine, Step
from routines.safety import Judge
from routines.views import player
from routines.views.adding import judge_of
from routines.views.builder_page import Desk, page_of
from routines.views.finder import finder_of


def own_routine(request: PersonRequest, pk: int) -> Routine:
    """Return one of the person's routines in use, with its steps."""
    return get_object_or_404(Routine.objects.kept_by(request.user).in_use().for_reading(), pk=pk)


@require_http_methods(["GET", "POST"])
def builder(request: PersonRequest, pk: int) -> HttpResponse:
    """A routine's steps to change, and what holds for this person at each."""
    routine, judge = own_routine(request, pk), judge_of(request)
    if request.method == "POST":
        return _keep(request, routine, judge)
    desk = Desk(forms_of(routine), judge, request.GET.get("open", ""))
    finder = finder_of(routine, judge, desk.points, typed="", technique="", few=True)
    context = page_of(routine, desk) | finder
    return TemplateResponse(request, "routines/builder.html", context)


@require_safe
def finder(request: PersonRequest, pk: int) -> HttpResponse:
    """Points to add to a routine, by a word or a technique."""
    routine, judge = own_routine(request, pk), judge_of(request)
    points = list(Point.objects.current().for_reading())
    typed, technique = request.GET.get("q", "")[:100], request.GET.get("technique", "")
    context = finder_of(routine, judge, points, typed=typed, technique=technique, few=False)
    address = reverse("routines:builder", args=[routine.pk])
    here = {
        "section": "routines",
        "routine": routine,
        "here": address,
        "desk": urlsplit(request.htmx.current_url or "").path == address,  # asked from beside it
    }
    return TemplateResponse(request, "routines/builder_finder.html", context | here)


def _keep(request: PersonRequest, routine: Routine, judge: Judge) -> HttpResponse:
    """Keep what a page sends, after what its button does to it."""
    form = RoutineForm(request.POST, points=points_of(request.POST))
    if not form.is_valid():
        return _in_place(request, form, partial(_again, request, routine, form, judge))
    techniques = {technique.slug: technique for technique in Technique.objects.all()}
    rows = [str(step.prefix) for step in form.steps]
    change = edited(steps_of(form.steps, techniques), rows, form.cleaned_data["do"], techniques)
    try:
        _place_new(change, judge)
        _save(routine, form, change)
    except (actions.PointRefusedError, actions.TooLongError, Point.DoesNotExist) as error:
        return _again(request, routine, form, judge, error)
    except actions.OvertakenError:
        return _overtaken(request, routine, form, judge)
    return _onward(request, routine, change)


def _place_new(change: Edited, judge: Judge) -> None:
    """Put the point that a button asked for at the end, or in the place of another."""
    if not change.add:
        return
    point = Point.objects.current().for_reading().get(code=change.add)
    press = actions.check_point(point, judge, change.technique)
    step = Step.of(press, change.techniques[press.technique])
    if change.instead is None:
        change.steps.append(step)
    else:
        change.steps[change.instead] = step


def _save(routine: Routine, form: RoutineForm, change: Edited) -> None:
    actions.save_routine(
        routine=routine,
        version=form.cleaned_data["version"],
        key=form.cleaned_data["key"],
        name=form.cleaned_data["name"],
        style=routine.style if change.style is None else change.style,
        steps=change.steps,
    )


def _onward(request: PersonRequest, routine: Routine, change: Edited) -> HttpResponse:
    """Go on to where the button leads: the routine, a session, or the builder again."""
    if change.reach:
        code, reachable = change.reach
        actions.remember_reach(person=request.user, code=code, reachable=reachable)
    if change.leave == "done":
        messages.success(request, _("%(name)s is saved.") % {"name": request.POST["name"]})
        return redirect("routines:routine", routine.pk)
    if change.leave == "try":
        return redirect(player.start_url(routine.pk, "usual"))
    here = reverse("routines:builder", args=[routine.pk])
    return redirect(f"{here}?open={change.open_row}" if change.open_row else here)


def _in_place(
    request: PersonRequest, form: RoutineForm, again: Callable[[], TemplateResponse]
) -> HttpResponse:
    """Say what is wrong at its field, and begin there.

    What was sent because one field was left replaces the sum alone where all is well; now it
    replaces the whole form, and leaves the focus where the person has gone meanwhile.
    """
    if not (request.htmx and request.htmx.target == "builder-sum"):
        form.focus()
        return again()
    response = again()
    response.template_name = "routines/builder.html#builder"
    return retarget(response, "#builder")


def _again(
    request: PersonRequest,
    routine: Routine,
    form: RoutineForm,
    judge: Judge,
    error: Exception | None = None,
) -> TemplateResponse:
    """The same page with all that was typed, and what cannot be kept."""
    desk = Desk(form.steps, judge)
    context = page_of(routine, desk) | {
        "form": form,
        "version": form["version"].value(),
        "name": form["name"].value(),
        "refusal": error if isinstance(error, actions.PointRefusedError) else None,
        "refused_code": form["do"].value() if error else "",
        "is_full": isinstance(error, actions.TooLongError),
        "is_gone": isinstance(error, Point.DoesNotExist),
    }
    finder = finder_of(routine, judge, desk.points, typed="", technique="", few=True)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return TemplateResponse(request, "routines/builder.html", context | finder, status=status)


def _overtaken(
    request: PersonRequest, routine: Routine, form: RoutineForm, judge: Judge
) -> HttpResponse:
    """Both versions beside each other: what is kept now, and what was sent from here."""
    kept = own_routine(request, routine.pk)
    context = {
        "section": "routines",
        "routine": kept,
        "theirs": Desk(forms_of(kept), judge).rows,
        "mine": Desk(form.steps, judge).rows,
        "name": form.cleaned_data["name"],
        "key": uuid4(),
    }
    status = HTTPStatus.CONFLICT
    return TemplateResponse(request, "routines/builder_overtaken.html", context, status=status)
