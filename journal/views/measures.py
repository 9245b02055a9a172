"""The questions asked in a rhythm: what is due, answering, keeping for later, results."""

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journal.forms import ANSWER_FORMS
from journal.measures_page import overview, result
from journal.models import Answers, Entry
from journal.telling import Telling
from journal.views.bin import back_again, binned
from routines.http import PersonRequest, moment


@require_safe
def measures(request: PersonRequest) -> HttpResponse:
    """Show what is due, what was answered, and each score over time."""
    finished = Answers.objects.kept_by(request.user).finished().for_reading()
    drafts = Answers.objects.kept_by(request.user).drafts().for_reading()
    began = Entry.objects.kept_by(request.user).first_day()
    kinds = overview(list(finished), list(drafts), began, moment(request).today)
    context = {"kinds": kinds, "section": "diary"}
    return TemplateResponse(request, "journal/measures.html", context)


@require_http_methods(["GET", "POST"])
def measure(request: PersonRequest, kind: str) -> HttpResponse:
    """Ask one set of questions, and keep the answers for good."""
    if kind not in ANSWER_FORMS:
        raise Http404
    draft = Answers.objects.kept_by(request.user).of(kind).drafts().first()
    is_whole = "without" not in request.POST
    form = ANSWER_FORMS[kind](request.POST or None, draft=draft, is_whole=is_whole)
    if form.is_valid() and form.finish(request.user, moment(request)):
        return redirect("journal:answers", key=form.saved.key)

    context = {"form": form, "kind": kind, "draft": draft, "section": "diary"}
    context["already"] = Telling().score(form.other) if form.other else ""
    return TemplateResponse(request, f"journal/measure_{kind}.html", context, status=form.status)


@require_POST
def keep(request: PersonRequest, kind: str) -> HttpResponse:
    """Keep what is answered so far; a script asks for no page."""
    if kind not in ANSWER_FORMS:
        raise Http404
    form = ANSWER_FORMS[kind](request.POST, draft=None, is_whole=False)
    if not form.is_valid():
        context = {"form": form, "kind": kind, "section": "diary"}
        page = f"journal/measure_{kind}.html"
        return TemplateResponse(request, page, context, status=form.status)
    form.keep(request.user, moment(request))
    if request.htmx:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    messages.success(request, _("Kept for later"))
    return redirect("journal:measures")


@require_safe
def answers(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Show one set of finished answers beside the first one, and the change that matters."""
    finished = Answers.objects.kept_by(request.user).finished()
    row = get_object_or_404(finished, key=key)
    scored = list(finished.of(row.kind).scored().up_to(row))
    context = {"row": row, "result": result(row, scored), "section": "diary"}
    return TemplateResponse(request, "journal/answers.html", context)


@require_http_methods(["GET", "POST"])
def delete_answers(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Put answers in the bin and offer to undo that."""
    if request.method == "GET":
        return redirect("journal:answers", key=key)
    rows = Answers.objects.kept_or_binned_by(request.user).finished()
    undo = "journal:restore_answers"
    return binned(request, rows, key, said=_("Deleted"), undo=undo, after="journal:measures")


@require_http_methods(["GET", "POST"])
def restore_answers(request: PersonRequest, key: uuid.UUID) -> HttpResponse:
    """Bring answers back from the bin."""
    if request.method == "GET":
        return redirect("journal:measures")
    rows = Answers.objects.kept_or_binned_by(request.user).finished()
    return back_again(request, rows, key, said=_("It is back"), after="journal:measures")
