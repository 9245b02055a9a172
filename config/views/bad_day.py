"""A bad day: a number, the signs to look out for, and three gentle minutes away from the back."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from journal.models import Entry, Happening
from journal.summary import pain_today
from routines.forms import StartForm
from routines.http import PersonRequest, moment
from routines.models import Session
from routines.views.screening import PAGE_OF
from routines.views.standing import latest_screening, standing_of, why_again


@require_safe
def bad_day(request: PersonRequest) -> HttpResponse:
    """What can be done on a bad day, and nothing about what was planned."""
    screening = latest_screening(request.user)
    if screening is None:
        return redirect("routines:screening", 1)
    today = moment(request).today
    again = why_again(screening, today)
    context = {
        "section": "bad_day",
        "key": uuid4(),
        "spell_key": uuid4(),
        "pain": pain_today(Entry.objects.kept_by(request.user).on(today)),
        "has_spell": Happening.objects.kept_by(request.user).flares().still_open().exists(),
        "closed": PAGE_OF.get(standing_of(screening).verdict),
        "ask_again": bool(again),
        "again": again,
        "form": StartForm(
            initial={"short": "gentle", "length": Session.Length.USUAL, "key": uuid4()}
        ),
    }
    return TemplateResponse(request, "config/bad_day.html", context)
