"""Pages to read: techniques, traditions, what is known, the audit of the article."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import grouping
from points.http import kept_by_visitors
from points.models import Claim, Point, Source, Study, Technique, Tradition


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
