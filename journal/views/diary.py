"""The diary."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from journal.attention import PUT_OFF, attention
from journal.diary import KINDS, page
from journal.filters import filters
from journal.keyset import cursor_of
from routines.http import PersonRequest, moment


@require_safe
def diary(request: PersonRequest) -> HttpResponse:
    """Show what was felt and done, newest first, 50 rows at a time."""
    show = request.GET.get("show", "all")
    show = show if show in KINDS else "all"
    cursor = cursor_of(request.GET.get("before", ""))
    shown = page(request.user, show=show, cursor=cursor)
    is_newest = show == "all" and cursor is None
    put_off = request.session.get(PUT_OFF, {})
    context = {
        "attention": attention(request.user, moment(request).today, put_off) if is_newest else None,
        "flares": shown.flares if is_newest else [],
        "months": shown.months,
        "older": shown.older,
        "show": show,
        "cursor": cursor,
        "filters": filters(show),
        "section": "diary",
    }
    return TemplateResponse(request, "journal/diary.html", context)
