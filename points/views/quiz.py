"""The quiz "Where is it?": ten points on the figure. Nothing is written, nobody is named."""

import secrets

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from points import plates, quiz
from points.drawings import views as drawn_views
from points.http import kept_by_visitors
from points.models import Point

IMAGE_WIDTH = 280  # CSS pixels of the picture that is tapped without scripts; fits 320


@login_not_required
@require_safe
@never_cache
def quiz_intro(request: HttpRequest) -> HttpResponse:
    """Offer a round that nobody knows yet; each round has an address of its own."""
    seed = secrets.randbelow(quiz.SEEDS)

    context = {"section": "points", "page": "quiz", "seed": seed, "total": quiz.QUESTIONS}
    return TemplateResponse(request, "points/quiz.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def quiz_question(request: HttpRequest, seed: int, number: int) -> HttpResponse:
    asked = quiz.chosen(Point.objects.current().pressed().codes(), seed)
    if not 1 <= number <= len(asked):
        raise Http404
    point = Point.objects.with_code(asked[number - 1]).for_reading().get()
    place = quiz.place_of(point)
    told = {name: request.GET.get(name, "") for name in quiz.TOLD}
    at = quiz.At(seed=seed, number=number, total=len(asked))

    context = {
        "section": "points",
        "page": "quiz",
        "point": point,
        "question": quiz.question(place, at=at, told=told, image_width=IMAGE_WIDTH),
        "plate": plates.bare_plate(place.drawn.view),
        "image_width": IMAGE_WIDTH,
        "words": quiz.WORDS,
        "leap": quiz.LEAP,
    }
    return TemplateResponse(request, "points/quiz_question.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def quiz_sum(request: HttpRequest, seed: int) -> HttpResponse:
    asked = quiz.chosen(Point.objects.current().pressed().codes(), seed)
    answers = quiz.read_answers(request.GET.get("so", ""))

    context = {
        "section": "points",
        "page": "quiz",
        "rows": quiz.beside(asked, answers),
        "tally": quiz.tally(answers),
        "near": quiz.NEAR,
        "another": quiz.after(seed),
    }
    return TemplateResponse(request, "points/quiz_sum.html", context)


@login_not_required
@require_safe
@kept_by_visitors
def quiz_figure(request: HttpRequest, name: str) -> HttpResponse:
    """Return a figure as a picture of its own, for browsers without scripts."""
    if name not in drawn_views():
        raise Http404
    context = {"plate": plates.bare_plate(name), "width": IMAGE_WIDTH}
    return TemplateResponse(
        request, "points/quiz_figure.svg", context, content_type="image/svg+xml"
    )
