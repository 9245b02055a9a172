"""Pages to read: techniques, traditions, what is known, the audit, what to learn, safety."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import cautious, grouping, lessons
from points.http import kept_by_visitors
from points.models import Claim, Lesson, Point, Source, Study, Technique, Tradition
from points.words import StudyKind


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
    named = list(Point.objects.current().named_by_technique(slug).for_reading())

    context = {
        "section": "points",
        "page": "techniques",
        "technique": found,
        "suits": [one for one in named if slug in one.techniques_suitable],
        "avoid": [one for one in named if slug in one.techniques_avoid],
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
    studies = list(Study.objects.for_reading())
    told = list(Lesson.objects.parts(*lessons.EVIDENCE).for_reading())
    sources = list(Source.objects.cited(grouping.cited_by([*studies, *told])).for_reading())

    context = {
        "section": "points",
        "page": "evidence",
        "trials": lessons.trials_by_bearing(studies),
        "reviews": lessons.of_kind(studies, StudyKind.REVIEW),
        "guidelines": lessons.of_kind(studies, StudyKind.GUIDELINE),
        "passages": lessons.passages(told, sources, lessons.EVIDENCE),
        "sources": sources,
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


@login_not_required
@require_safe
@kept_by_visitors
def learn(request: HttpRequest) -> HttpResponse:
    found = list(Lesson.objects.parts(*lessons.LEARNING).for_reading())
    sources = list(Source.objects.cited(grouping.cited_by(found)).for_reading())

    context = {
        "section": "points",
        "page": "learn",
        "passages": lessons.passages(found, sources, lessons.LEARNING),
        "sources": sources,
    }
    return TemplateResponse(request, "points/learn.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def safety(request: HttpRequest) -> HttpResponse:
    found = list(Lesson.objects.parts(*lessons.SAFETY).for_reading())
    asked = cautious.asked(Point.objects.current().pressed().for_reading())
    cited = grouping.cited_by(found) | asked.source_slugs
    sources = list(Source.objects.cited(cited).for_reading())

    context = {
        "section": "points",
        "page": "safety",
        "asked": asked,
        "passages": lessons.passages(found, sources, lessons.SAFETY),
        "sources": sources,
    }
    return TemplateResponse(request, "points/safety.html", context)
