"""The page of one point."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import finding, nearness, plates
from points.care import care_at
from points.http import kept_by_visitors
from points.models import Point, Source, Study
from points.views.unknown import unknown_point


@login_not_required
@require_safe
@kept_by_visitors
def point(request: HttpRequest, code: str) -> HttpResponse:
    known_as = nearness.canonical(code)
    found = Point.objects.with_code(known_as).for_reading().first() if known_as else None
    if found is None:
        return unknown_point(request, code)
    if code != known_as:
        return redirect(found, permanent=True)

    plate = plates.plate_for(found, side=found.sides[-1])
    walk = finding.walk_to(found, request.GET.get("step", ""))
    context = {
        "section": "points",
        "page": "point",
        "point": found,
        "plate": plate.lighting(walk.here.lights) if walk.here else plate,
        "walk": walk,
        "care": care_at(found),
        "studies": Study.objects.known_as(found.trial_ids).for_reading(),
        "sources": Source.objects.cited(found.source_slugs).for_reading(),
    }
    return TemplateResponse(request, "points/point.html", context)
