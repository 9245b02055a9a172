"""The You pages: a list of what a person can change about the account."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from routines.http import PersonRequest


@require_GET
def you(request: PersonRequest) -> HttpResponse:
    """Show what the person can look at and change."""
    return TemplateResponse(request, "config/you.html", {"section": "you"})
