"""The charts, and how what is said beside them was worked out."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from journal import chart_pages, sessions_page
from journal.ranges import Stretch, stretch_of
from routines.http import PersonRequest, moment
from routines.local_time import Moment

type Fills = Callable[[User, Stretch, Moment], dict[str, Any]]


def _page(request: PersonRequest, template: str, view: str, fills: Fills) -> HttpResponse:
    now = moment(request)
    stretch = stretch_of(request.GET.dict(), now.today)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if stretch.problem else HTTPStatus.OK
    context = chart_pages.frame(view, stretch) | fills(request.user, stretch, now)
    return TemplateResponse(request, template, context, status=status)


@require_safe
def chart(request: PersonRequest) -> HttpResponse:
    """Show pain above sessions on one time axis, and what the numbers say."""
    return _page(request, "journal/chart.html", "pain", chart_pages.pain)


@require_safe
def chart_weeks(request: PersonRequest) -> HttpResponse:
    """Show own weeks as dots, and how pain went since the start."""
    return _page(request, "journal/chart_weeks.html", "weeks", chart_pages.weeks)


@require_safe
def chart_sessions(request: PersonRequest) -> HttpResponse:
    """Show pain before and after sessions, and planned against pressed time."""
    return _page(request, "journal/chart_sessions.html", "sessions", sessions_page.sessions)


@require_safe
def chart_days(request: PersonRequest) -> HttpResponse:
    """Show 28 days as a calendar."""
    return _page(request, "journal/chart_days.html", "days", chart_pages.days)


@require_safe
def chart_method(request: PersonRequest) -> HttpResponse:
    """Show how everything that is said was worked out, with the numbers that were used."""
    return _page(request, "journal/chart_method.html", "method", chart_pages.method)
