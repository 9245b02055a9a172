"""Takes what happened in a session: from a device as JSON, from the plain form as fields."""

import json
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from routines import actions
from routines.forms import EventForm
from routines.http import PersonRequest
from routines.models import Session, SessionEvent


@login_not_required  # answers 401 itself: a redirect to a page would look like success
@require_POST
def events(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep one event of a session; the same key and body again get the same answer."""
    if not request.user.is_authenticated:
        return _refuse(HTTPStatus.UNAUTHORIZED, _("Log in to send what was kept on this device."))
    row = Session.objects.kept_by(request.user).filter(key=key).first()
    if row is None:
        return _refuse(HTTPStatus.NOT_FOUND, _("This session is not one of yours."))
    told = _told(request)
    if told is None:
        return _refuse(HTTPStatus.UNPROCESSABLE_ENTITY, _("This could not be read."))
    if str(told.get("person", "")) != str(request.user.pk):
        return _refuse(HTTPStatus.CONFLICT, _("This was kept by someone else on this device."))
    form = EventForm(_fields(told), holds=len(row.snapshot["holds"]))
    if not form.is_valid():
        return _refuse(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(_sentences(form)))
    return _keep(row, form.save(commit=False))


def _told(request: HttpRequest) -> dict[str, Any] | None:
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _fields(told: dict[str, Any]) -> QueryDict:
    fields = QueryDict(mutable=True)
    plain = {name: str(value) for name, value in told.items() if isinstance(value, str | int)}
    fields.update(plain)
    return fields


def _sentences(form: EventForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _keep(row: Session, event: SessionEvent) -> JsonResponse:
    event.received_at = timezone.now()
    try:
        progress = actions.record_event(session=row, event=event)
    except actions.OtherBodyError:
        return _refuse(HTTPStatus.CONFLICT, _("This was sent before with something else in it."))
    return JsonResponse(
        {
            "key": str(event.key),
            "holds_done": progress.done,
            "pressed_seconds": progress.pressed_seconds,
        }
    )


def _refuse(status: HTTPStatus, sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)


@require_POST
def holds(request: PersonRequest, key: UUID) -> HttpResponse:
    """Keep a hold as done or skipped, from the plain form."""
    row = get_object_or_404(Session.objects.kept_by(request.user), key=key)
    hold = request.POST.get("hold", "")
    planned = row.snapshot["holds"]
    fields = request.POST.copy()
    fields["kind"] = "skip" if request.POST.get("action") == "skip" else "hold"
    fields["happened_at"] = timezone.now().isoformat()
    seconds = {str(index): one["seconds"] for index, one in enumerate(planned)}
    fields["pressed_seconds"] = str(seconds.get(hold, 0)) if fields["kind"] == "hold" else "0"
    form = EventForm(fields, holds=len(planned))
    if not (form.is_valid() and _keep(row, form.save(commit=False)).status_code == HTTPStatus.OK):
        messages.error(request, _("That was not kept. Press Done or Skip once more."))
    return redirect("routines:session", row.key)
