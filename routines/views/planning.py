"""Pages on which a person plans: the days of a routine, and pauses."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from routines import actions
from routines.forms import PauseForm, PlanForm
from routines.http import PersonRequest, moment
from routines.models import Pause, Plan, Routine
from routines.wording import plan_in_words


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    """On which days a routine is done, how often on each, from when until when."""
    own = get_object_or_404(Routine.objects.kept_by(request.user).in_use(), pk=pk)
    today = moment(request).today
    kept = Plan.objects.kept_by(request.user).running(own).not_over(today).first()
    instance = kept or Plan(owner=request.user, routine=own, starts_on=today)
    words = plan_in_words(kept, today=today) if kept else ""
    posted = request.POST if request.method == "POST" else None
    form = PlanForm(posted, instance=instance, today=today)
    if form.is_valid():
        actions.plan_days(person=request.user, plan=form.save(commit=False), today=today)
        messages.success(request, _("Your days are saved."))
        return redirect("routines:routine", pk)
    context = {"section": "routines", "routine": own, "form": form, "words": words}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "routines/plan.html", context, status=status)


@require_POST
def unplan(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a routine out of the week from today on."""
    own = get_object_or_404(Routine.objects.kept_by(request.user).in_use(), pk=pk)
    actions.unplan_routine(person=request.user, routine=own, today=moment(request).today)
    messages.success(request, _("%(name)s is not in your week any more.") % {"name": own.name})
    return redirect("routines:routine", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pauses(request: PersonRequest) -> HttpResponse:
    """Days off, now, ahead and before; and a new pause."""
    return _pause_page(request, Pause(owner=request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: PersonRequest, pk: int) -> HttpResponse:
    """Change one pause."""
    return _pause_page(request, get_object_or_404(Pause.objects.kept_by(request.user), pk=pk))


def _pause_page(request: PersonRequest, row: Pause) -> HttpResponse:
    today = moment(request).today
    kept = list(Pause.objects.kept_by(request.user).latest_first())
    others = [other for other in kept if other.pk != row.pk]
    initial = {} if row.pk else {"first_day": today}
    posted = request.POST if request.method == "POST" else None
    form = PauseForm(posted, instance=row, initial=initial, today=today, others=others)
    if form.is_valid() and _kept(request, form):
        messages.success(request, _("Your days off are saved. They never count against you."))
        return redirect("routines:pauses")
    context = {"section": "routines", "form": form, "pauses": kept, "row": row, "today": today}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "routines/pauses.html", context, status=status)


def _kept(request: PersonRequest, form: PauseForm) -> bool:
    """Keep the pause; another device may just have taken the same days off."""
    try:
        actions.keep_pause(person=request.user, pause=form.instance)
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


@require_POST
def end_pause(request: PersonRequest, pk: int) -> HttpResponse:
    """End a pause: today is a day of the plan again."""
    row = get_object_or_404(Pause.objects.kept_by(request.user), pk=pk)
    actions.end_pause(person=request.user, pause=row, today=moment(request).today)
    messages.success(request, _("Good to see you. Your plan goes on today."))
    return redirect("routines:pauses")
