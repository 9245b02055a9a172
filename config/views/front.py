"""Pages for a visitor: the landing page, about, the sample person, and the server's pulse."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from config.sample import make_sample_person
from points.models import Point
from points.plates import index_plate
from routines.bars import Bar
from routines.local_time import known_zone

EXAMPLE = [  # the score on the landing page: side, seconds, state
    ("left", 45, "done"),
    ("left", 45, "done"),
    ("right", 45, "done"),
    ("right", 45, "done"),
    ("left", 30, "done"),
    ("right", 30, "done"),
    ("left", 60, "now"),
    ("right", 60, "todo"),
    ("left", 60, "todo"),
    ("right", 60, "todo"),
    ("left", 45, "todo"),
    ("right", 45, "todo"),
]
LANDING_CODES = ("BL13", "BL18", "BL23", "BL25", "BL30", "BL52", "BL53")


def landing(request: HttpRequest) -> HttpResponse:
    """What a visitor sees first."""
    points = list(Point.objects.current().coded(LANDING_CODES).for_reading())
    return TemplateResponse(
        request,
        "config/landing.html",
        {"bars": _example_bars(), "plate": index_plate(points, view="back"), "page": "landing"},
    )


def _example_bars() -> list[Bar]:
    total = sum(seconds for _, seconds, _ in EXAMPLE)
    bars, so_far = [], 0
    for side, seconds, state in EXAMPLE:
        width = round(100 * seconds / total, 2)
        bars.append(Bar(round(100 * so_far / total, 2), width, side, state))
        so_far += seconds
    return bars


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, and where the data is."""
    return TemplateResponse(request, "config/about.html", {"page": "about"})


@login_not_required
@require_POST
def try_sample(request: HttpRequest) -> HttpResponse:
    """Log a visitor in as a temporary person with 26 weeks of made-up history."""
    zone = known_zone(request.POST.get("zone", "")) or known_zone("UTC")
    if not request.user.is_authenticated and zone:
        person = make_sample_person(at=timezone.now(), zone=zone)
        login(request, person)
    return redirect("today")


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
