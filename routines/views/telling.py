"""Takes what happened in a session: from a device as JSON, from the plain form as fields."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from routines import actions
from routines.forms import EventForm
from routines.http import PersonRequest
from routines.models import Session
from routines.views.late import RefusedError, checked, late_door


@late_door
def events(request: PersonRequest, told: QueryDict, key: UUID) -> dict[str, Any]:
    """Keep one event of a session; the same key and body again get the same answer."""
    row = own_session(request, key)
    return _keep(row, checked(EventForm(told, holds=len(row.snapshot["holds"]))))


def own_session(request: PersonRequest, key: UUID) -> Session:
    """Return one of the person's sessions.

    Raises:
        RefusedError: there is none.
    """
    row = Session.objects.kept_by(request.user).named(key).first()
    if row is None:
        raise RefusedError(_("This session is not one of yours."), HTTPStatus.NOT_FOUND)
    return row


def _keep(row: Session, form: EventForm) -> dict[str, Any]:
    event, now = form.save(commit=False), timezone.now()
    event.received_at = now
    progress = actions.record_event(session=row, event=event, at=form.lived_at(now))
    return {
        "key": str(event.key),
        "holds_done": progress.done,
        "pressed_seconds": progress.pressed_seconds,
    }


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
    try:
        _keep(row, checked(EventForm(fields, holds=len(planned))))
    except (RefusedError, actions.OtherBodyError):
        messages.error(request, _("That was not kept. Press Done or Skip once more."))
    return redirect("routines:session", row.key)
