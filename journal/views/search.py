"""Looking for something in the diary, and one day of it."""

import datetime as dt

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from journal.attention import PUT_OFF, PUT_OFF_DAYS
from journal.diary import around, found
from journal.forms import SearchForm
from journal.presets import EARLIEST, day_of
from routines.http import PersonRequest, moment

ONE_DAY = dt.timedelta(days=1)


@require_http_methods(["GET", "POST"])
def search(request: PersonRequest) -> HttpResponse:
    """Look for entries. By POST: what is looked for stands in no address and no log."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "section": "diary"}
    if form.is_valid():
        context |= found(request.user, form.of_entries, form.of_happenings)
    return TemplateResponse(request, "journal/search.html", context, status=form_status(form))


def form_status(form: SearchForm) -> int:
    """Return what a page with this form answers with."""
    return 422 if form.errors else 200


@require_safe
def day(request: PersonRequest, day: str) -> HttpResponse:
    """Show everything of one day."""
    shown, today = day_of(day), moment(request).today
    if shown is None or shown > today:
        raise Http404
    context = {
        "day": shown,
        "months": around(request.user, shown, near=dt.timedelta()),
        "before": shown - ONE_DAY if shown > dt.date(EARLIEST, 1, 1) else None,
        "after": shown + ONE_DAY if shown < today else None,
        "section": "diary",
    }
    return TemplateResponse(request, "journal/day.html", context)


@require_POST
def later(request: PersonRequest) -> HttpResponse:
    """Be quiet for some days about what the diary has pointed out."""
    what = request.POST.get("what", "")
    if what in PUT_OFF_DAYS:
        until = moment(request).today + PUT_OFF_DAYS[what] * ONE_DAY
        kept = request.session.get(PUT_OFF, {})
        request.session[PUT_OFF] = kept | {what: until.isoformat()}
    return redirect("journal:diary")
