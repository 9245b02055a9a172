"""Pages and answers at the end of a session: what was pressed, how it was, the next morning."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from routines import actions
from routines.forms import AfterForm, MorningForm, NoticedForm
from routines.holds import holds_of
from routines.http import PersonRequest
from routines.models import Session
from routines.views.after_page import after_context, answered_url
from routines.views.player import start_url


def one_session(request: PersonRequest, key: UUID) -> Session:
    """Return one of the person's sessions."""
    return get_object_or_404(Session.objects.kept_by(request.user), key=key)


@require_POST
def finish(request: PersonRequest, key: UUID) -> HttpResponse:
    """End a session as it is."""
    row = one_session(request, key)
    actions.finish_session(session=row, at=timezone.now())
    return redirect("routines:after", row.key)


@require_POST
def restart(request: PersonRequest, key: UUID) -> HttpResponse:
    """End a session as it is, and go to the start of another one of its routine."""
    row = one_session(request, key)
    actions.finish_session(session=row, at=timezone.now())
    return to_another(request, row)


def to_another(request: PersonRequest, row: Session) -> HttpResponse:
    """Go to the start of another session of its routine, or to Today where that is not in use."""
    routine = row.routine
    if routine and routine.archived_on is None:
        return redirect(start_url(routine.pk, row.length))
    words = _("%(name)s is not among your routines now. Choose what to press next.")
    messages.info(request, words % {"name": row.name})
    return redirect("today")


@require_http_methods(["GET", "POST"])
def after(request: PersonRequest, key: UUID) -> HttpResponse:
    """What was pressed, how the back is now, and what was noticed."""
    row = one_session(request, key)
    posted = request.POST if request.method == "POST" else None
    is_noticed = "noticed" in request.POST
    pain = AfterForm(None if is_noticed else posted, instance=row)
    noticed = NoticedForm(posted if is_noticed else None, instance=row)
    sent = noticed if is_noticed else pain
    if sent.is_valid():
        sent.save_at(timezone.now())
        return redirect(answered_url(row, is_noticed=is_noticed))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if sent.errors else HTTPStatus.OK
    context = {"form": pain, "noticed": noticed, **after_context(request.user, row)}
    return TemplateResponse(request, "routines/after.html", context, status=status)


@require_POST
def reach(request: PersonRequest, key: UUID) -> HttpResponse:
    """Remember that a point of the session cannot be reached."""
    row = one_session(request, key)
    code = request.POST.get("code", "")
    if code in {hold.code for hold in holds_of(row.snapshot)}:
        actions.remember_reach(person=request.user, code=code, reachable=False)
        messages.success(request, _("%(code)s is left out from now on.") % {"code": code})
    return redirect("routines:after", row.key)


@require_POST
def morning(request: PersonRequest, key: UUID) -> HttpResponse:
    """Keep the answer to the one question of the next morning."""
    form = MorningForm(request.POST, instance=one_session(request, key))
    if form.is_valid():
        form.save()
    return redirect("today")
