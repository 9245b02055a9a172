"""Pages for a visitor: the landing page, about, the sample person, and the server's pulse."""

from allauth.core import ratelimit
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
from config.you.actions import delete_expired_samples
from points.models import Point
from points.plates import index_plate
from routines.bars import bars_of, twin_of_sides
from routines.local_time import known_zone

EXAMPLE = [  # the score on the landing page: side, point, seconds, state
    ("left", "EX-UE7", 45, "done"),
    ("left", "EX-UE7", 45, "done"),
    ("right", "EX-UE7", 45, "done"),
    ("right", "EX-UE7", 45, "done"),
    ("left", "SI3", 30, "done"),
    ("right", "SI3", 30, "done"),
    ("left", "BL23", 60, "now"),
    ("right", "BL23", 60, "todo"),
    ("left", "BL25", 60, "todo"),
    ("right", "BL25", 60, "todo"),
    ("left", "GB34", 45, "todo"),
    ("right", "GB34", 45, "todo"),
]
LANDING_CODES = ("BL13", "BL18", "BL23", "BL25", "BL30", "BL52", "BL53")


def landing(request: HttpRequest) -> HttpResponse:
    """What a visitor sees first."""
    points = list(Point.objects.current().coded(LANDING_CODES).for_reading())
    return TemplateResponse(
        request,
        "config/landing.html",
        {
            "bars": bars_of(EXAMPLE),
            "twin": twin_of_sides(side for side, _, _, _ in EXAMPLE),
            "plate": index_plate(points, view="back"),
            "page": "landing",
        },
    )


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, and where the data is."""
    return TemplateResponse(request, "config/about.html", {"page": "about"})


@login_not_required
@require_POST
def try_sample(request: HttpRequest) -> HttpResponse:
    """Log a visitor in as a temporary person with 26 weeks of made-up history."""
    too_often: HttpResponse | None = ratelimit.consume_or_429(request, action="try_sample")
    if too_often:
        return too_often
    zone = known_zone(request.POST.get("zone", "")) or known_zone("UTC")
    if not request.user.is_authenticated and zone:
        delete_expired_samples(at=timezone.now())
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
