"""Writing, changing and deleting a rating."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from journal.diary import around
from journal.entry_page import words
from journal.forms import LEVELS, EntryForm, LateRatingForm, PastRatingForm, RatingForm
from journal.models import Entry
from journal.presets import day_of
from journal.recent import ENTRIES, recent_choices
from journal.views.bin import back_again, binned
from journal.way_back import way_back
from routines.actions import OtherBodyError
from routines.http import PersonRequest, moment
from routines.views.late import checked, late_door


@require_http_methods(["GET", "POST"])
def entries(request: PersonRequest) -> HttpResponse:
    """Save one tap; a GET is a person who had to log in first, and sees the diary."""
    if request.method == "GET":
        return redirect("journal:diary")
    form, after = RatingForm(request.POST), way_back(request, "journal:diary")
    if form.is_valid() and form.save(request.user, moment(request)):
        return redirect(after)

    context = {"form": form, "key": uuid.uuid4(), "next": after, "section": "diary"}
    return TemplateResponse(request, "journal/rating.html", context, status=form.status)


@late_door
def kept(request: PersonRequest, told: QueryDict) -> dict[str, Any]:
    """Save one tap that a device kept until now."""
    form = checked(LateRatingForm(told))
    if not form.save(request.user, moment(request)):
        raise OtherBodyError
    return {"key": str(form.entry.key)}


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Write down a number for now or for an earlier time."""
    now = moment(request)
    form = PastRatingForm(request.POST or None, now=now, day=day_of(request.GET.get("day", "")))
    if form.is_valid() and form.save(request.user, now):
        return redirect("journal:entry", key=form.entry.key)

    context = {"form": form, "key": uuid.uuid4(), "levels": LEVELS, "section": "diary"}
    return TemplateResponse(request, "journal/write.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
def entry(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Show and change one rating; a tab that was overtaken keeps its text and is told."""
    rows = Entry.objects.kept_by(request.user)
    if request.method == "POST":  # also out of the bin: what was typed is not lost
        rows = Entry.objects.kept_or_binned_by(request.user)
    row, now = get_object_or_404(rows, key=key), moment(request)
    recent = recent_choices(Entry.objects.kept_by(request.user).choices_of_late(ENTRIES))
    form = EntryForm(request.POST or None, instance=row, now=now, recent=recent)
    if form.is_valid() and form.save_unless_overtaken(request.user):
        messages.success(request, _("Saved"))
        return redirect("journal:diary")

    context = {
        "form": form,
        "entry": form.before,
        "months": around(request.user, form.before.local_date),
        "current": request.path,
        "section": "diary",
        **words(form, now.today),
    }
    return TemplateResponse(request, "journal/entry.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
def delete(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Put a rating in the bin and offer to undo it."""
    if request.method == "GET":
        return redirect("journal:entry", key=key)
    rows, after = Entry.objects.kept_or_binned_by(request.user), way_back(request, "journal:diary")
    return binned(request, rows, key, said=_("Entry deleted"), undo="journal:restore", after=after)


@require_http_methods(["GET", "POST"])
def restore(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Bring a rating back from the bin."""
    if request.method == "GET":
        return redirect("journal:diary")
    rows, after = Entry.objects.kept_or_binned_by(request.user), way_back(request, "journal:diary")
    return back_again(request, rows, key, said=_("Entry is back"), after=after)
