"""The page of one point."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import finding, grouping, nearness, plates, pressing, relations, ruler
from points.care import care_at, mine_at
from points.http import kept_by_visitors
from points.models import Point, Source, Study
from points.personal import personal_of
from points.views.unknown import unknown_point


@login_not_required
@require_safe
@kept_by_visitors
def point(request: HttpRequest, code: str) -> HttpResponse:
    known_as = nearness.canonical(code)
    library = {one.code: one for one in Point.objects.for_reading()} if known_as else {}
    found = library.get(known_as)
    if found is None:
        return unknown_point(request, code)
    if code != known_as:
        return redirect(found, permanent=True)

    personal = personal_of(request)
    studies = list(Study.objects.known_as(found.trial_ids).for_reading())
    context = {
        **_told(found, request.GET.get("step", "")),
        "mine": mine_at(found, personal, library),
        "signed_in": personal is not None,
        "ruler": ruler.ruler_for(found.finger_widths, personal.thumb_mm if personal else None),
        "related": relations.relations(found, library.values()),
        "studies": studies,
        "sources": Source.objects.cited(grouping.cited_by([found, *studies])).for_reading(),
    }
    return TemplateResponse(request, "points/point.html", context)


def _told(found: Point, step: str) -> dict[str, object]:
    """Return what the page says to everybody, with the asked step of the way lit."""
    plate = plates.plate_for(found, side=found.sides[-1])
    walk = finding.walk_to(found, step)
    return {
        "section": "points",
        "page": "point",
        "point": found,
        "plate": plate.lighting(walk.here.lights) if walk.here else plate,
        "walk": walk,
        "care": care_at(found),
        "press": pressing.press_of(found),
    }
