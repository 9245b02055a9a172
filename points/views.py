"""Pages of the library: points, techniques, traditions, evidence and the audit of the article."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import grouping, nearness, plates
from points.care import care_at
from points.http import kept_by_visitors
from points.models import Claim, Point, Source, Study, Technique, Tradition


@login_not_required
@require_safe
@kept_by_visitors
def points(request: HttpRequest) -> HttpResponse:
    found = list(Point.objects.current().for_reading())
    view = grouping.chosen_view(request.GET.get("view", ""))

    context = {
        "section": "points",
        "points": found,
        "regions": grouping.by_region(found),
        "views": grouping.VIEWS.values(),
        "view": view,
        "plates": [plates.index_plate(found, view=drawn) for drawn in view.drawings],
    }
    return TemplateResponse(request, "points/points.html", context)


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

    context = {
        "section": "points",
        "page": "point",
        "point": found,
        "plate": plates.plate_for(found, side=found.sides[-1]),
        "care": care_at(found),
        "studies": Study.objects.known_as(found.trial_ids).for_reading(),
        "sources": Source.objects.cited(found.source_slugs).for_reading(),
    }
    return TemplateResponse(request, "points/point.html", context)


def unknown_point(request: HttpRequest, code: str) -> HttpResponse:
    """Return the page for a code that no point has, with the points it may have meant."""
    names = Point.objects.current().values_list("code", "name_pinyin")
    near = Point.objects.coded(nearness.nearest(code, names)).for_reading()
    context = {"section": "points", "typed": code[: nearness.LONGEST], "near": near}
    return TemplateResponse(request, "points/unknown.html", context, status=HTTPStatus.NOT_FOUND)


@login_not_required
@require_safe
@kept_by_visitors
def techniques(request: HttpRequest) -> HttpResponse:
    found = Technique.objects.for_reading()

    context = {"section": "points", "page": "techniques", "techniques": found}
    return TemplateResponse(request, "points/techniques.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def technique(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Technique.objects.for_reading(), slug=slug)

    context = {
        "section": "points",
        "page": "techniques",
        "technique": found,
        "points": Point.objects.current().pressed_with(slug).for_reading(),
        "sources": Source.objects.cited(found.source_slugs).for_reading(),
    }
    return TemplateResponse(request, "points/technique.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def traditions(request: HttpRequest) -> HttpResponse:
    found = Tradition.objects.for_reading()

    context = {"section": "points", "page": "traditions", "traditions": found}
    return TemplateResponse(request, "points/traditions.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def tradition(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tradition.objects.for_reading(), slug=slug)

    context = {
        "section": "points",
        "page": "traditions",
        "tradition": found,
        "techniques": Technique.objects.chosen(found.technique_slugs).for_reading(),
        "sources": Source.objects.cited(found.source_slugs).for_reading(),
    }
    return TemplateResponse(request, "points/tradition.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def evidence(request: HttpRequest) -> HttpResponse:
    found = list(Study.objects.for_reading())

    context = {
        "section": "points",
        "page": "evidence",
        "kinds": grouping.by_kind(found),
        "sources": Source.objects.cited(grouping.cited_by(found)).for_reading(),
    }
    return TemplateResponse(request, "points/evidence.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def article(request: HttpRequest) -> HttpResponse:
    found = list(Claim.objects.for_reading())

    context = {
        "section": "points",
        "page": "article",
        "topics": grouping.by_topic(found),
        "sources": Source.objects.cited(grouping.cited_by(found)).for_reading(),
    }
    return TemplateResponse(request, "points/article.html", context)
