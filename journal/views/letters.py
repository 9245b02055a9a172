"""The monthly letter."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from journal.letter import Month, letter, months_over
from journal.letters import read_month
from journal.models import Entry
from routines.http import PersonRequest, moment


@require_safe
def letters(request: PersonRequest) -> HttpResponse:
    """List the months that have a letter."""
    first = Entry.objects.kept_by(request.user).first_day()
    months = months_over(first, moment(request).today)
    context = {"months": months, "section": "chart"}
    return TemplateResponse(request, "journal/letters.html", context)


@require_safe
def month_letter(request: PersonRequest, year: int, month: int) -> HttpResponse:
    """Show the letter about one month that is over."""
    first = Entry.objects.kept_by(request.user).first_day()
    asked = Month(year, month)
    if asked not in months_over(first, moment(request).today):
        raise Http404
    read = read_month(request.user, asked)
    context = {
        "month": asked,
        "letter": letter(read.numbers),
        "picture": read.picture,
        "chart": read.picture.chart,
        "numbers": read.numbers,
        "section": "chart",
    }
    return TemplateResponse(request, "journal/letter.html", context)
