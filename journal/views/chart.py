"""The chart."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from routines.http import PersonRequest


@require_safe
def chart(request: PersonRequest) -> HttpResponse:
    """Show pain above sessions on one time axis, and what the numbers say."""
    return TemplateResponse(request, "journal/chart.html", {"section": "chart"})
