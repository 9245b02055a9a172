"""Events, other care and bad spells: writing, changing, ending, deleting."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from journal import actions
from journal.forms import HappeningForm
from journal.happenings_page import RECENT_DAYS, care_choices, event_choices, opened
from journal.models import Happening
from journal.views.bin import back_again, binned
from journal.way_back import way_back
from routines.http import PersonRequest, moment


@require_http_methods(["GET", "POST"])
def happenings(request: PersonRequest) -> HttpResponse:
    """Note care by one tap, a bad spell, or an event with its days."""
    now = moment(request)
    form = HappeningForm(request.POST or None, now=now)
    if form.is_valid() and form.save(request.user):
        undo = reverse("journal:delete_happening", args=[form.saved.key])
        messages.success(request, _("Saved"), undo)
        return redirect(way_back(request, "journal:diary"))

    kept = Happening.objects.kept_by(request.user)
    context = {
        "form": form,
        "key": uuid.uuid4(),
        "care": care_choices(kept.recent_kinds(now.today - dt.timedelta(days=RECENT_DAYS))),
        **opened(kept.still_open().for_reading()),
        "events": event_choices(form),
        "section": "diary",
    }
    return TemplateResponse(request, "journal/happenings.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
def happening(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Show and change one of them; a tab that was overtaken keeps its text and is told."""
    rows = Happening.objects.kept_by(request.user)
    if request.method == "POST":  # also out of the bin: what was typed is not lost
        rows = Happening.objects.kept_or_binned_by(request.user)
    row = get_object_or_404(rows, key=key)
    form = HappeningForm(request.POST or None, now=moment(request), before=row)
    if form.is_valid() and form.save(request.user):
        messages.success(request, _("Saved"))
        return redirect("journal:diary")

    context = {"form": form, "row": row, "section": "diary"}
    return TemplateResponse(request, "journal/happening.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
def end_happening(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Let what goes on end today."""
    if request.method == "GET":
        return redirect("journal:happening", key=key)
    row = get_object_or_404(Happening.objects.kept_by(request.user), key=key)
    actions.end_happening(person=request.user, happening=row, today=moment(request).today)
    messages.success(request, _("Saved"))
    return redirect(way_back(request, "journal:diary"))


@require_http_methods(["GET", "POST"])
def delete_happening(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Put it in the bin and offer to undo that."""
    if request.method == "GET":
        return redirect("journal:happening", key=key)
    rows, undo = Happening.objects.kept_or_binned_by(request.user), "journal:restore_happening"
    return binned(request, rows, key, said=_("Deleted"), undo=undo, after="journal:diary")


@require_http_methods(["GET", "POST"])
def restore_happening(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Bring it back from the bin."""
    if request.method == "GET":
        return redirect("journal:diary")
    return back_again(
        request,
        Happening.objects.kept_or_binned_by(request.user),
        key,
        said=_("It is back"),
        otherwise=_("Not brought back: another one is open."),
        after="journal:diary",
    )
