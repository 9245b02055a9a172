"""The chart."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from journal.filters import stretches
from journal.history import read_history
from journal.numbers import table
from journal.picture import picture
from journal.ranges import range_of
from journal.statements import does_it_go_with_less_pain, line_needs
from routines.http import PersonRequest, moment


@require_safe
def chart(request: PersonRequest) -> HttpResponse:
    """Show pain above sessions on one time axis, and what the numbers say."""
    stretch, today = range_of(request.GET.get("range", "")), moment(request).today
    history = read_history(request.user, stretch, today)
    shown = picture(stretch, history)
    context = {
        "stretches": stretches(stretch.name),
        "picture": shown,
        "table": table(shown.weeks),
        "line_needs": line_needs(shown.counts.rated),
        "statement": does_it_go_with_less_pain(
            history.means, history.practice, history.first_rated, today
        ),
        "section": "chart",
    }
    return TemplateResponse(request, "journal/chart.html", context)
