"""Pages of what was done: every session, newest first, and each as it was run."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from routines.bars import bars_of_run, twin_of_sides
from routines.holds import holds_of
from routines.http import PersonRequest
from routines.models import Session
from routines.progress import run

ROWS = 50


@require_safe
def history(request: PersonRequest) -> HttpResponse:
    """A person's sessions by month, newest first, a page at a time."""
    rows = Session.objects.kept_by(request.user).worth_telling().recent_first()
    before = request.GET.get("before", "")
    if before:
        last = get_object_or_404(Session.objects.kept_by(request.user).light(), key=_key(before))
        rows = rows.older_than(last)
    shown = list(rows[: ROWS + 1])
    months = [
        {"first": first, "sessions": list(members)}
        for first, members in groupby(shown[:ROWS], key=lambda row: row.local_date.replace(day=1))
    ]
    older = shown[ROWS - 1].key if len(shown) > ROWS else None
    context = {"section": "routines", "months": months, "older": older, "before": before}
    return TemplateResponse(request, "routines/history.html", context)


@require_safe
def past_session(request: PersonRequest, key: UUID) -> HttpResponse:
    """One session as it was run: planned against pressed, what was skipped and why."""
    session = get_object_or_404(Session.objects.kept_by(request.user), key=key)
    told = run(holds_of(session.snapshot), session.events.all())
    context = {
        "section": "routines",
        "session": session,
        "run": told,
        "changes": session.snapshot["changes"],
        "bars": bars_of_run(told, over=True),
        "twin": twin_of_sides(state.hold.side for state in told.holds),
    }
    return TemplateResponse(request, "routines/past_session.html", context)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
