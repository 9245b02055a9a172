"""The page for a code that no point has, with the points it may have meant."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from points import nearness, search
from points.models import Point


def unknown_point(request: HttpRequest, code: str) -> HttpResponse:
    """Return the page for a code that no point has, with the points it may have meant."""
    points = list(Point.objects.current().for_reading())
    found = search.search(search.taken_apart(code), [search.known_of(point) for point in points])
    names = [(point.code, point.name_pinyin) for point in points]
    near = (found.codes or nearness.nearest(code, names))[: nearness.MOST]
    named = {point.code: point for point in points}

    context = {
        "section": "points",
        "typed": code[: nearness.LONGEST],
        "doubt": found.doubt,
        "near": [named[one] for one in near],
    }
    return TemplateResponse(request, "points/unknown.html", context, status=HTTPStatus.NOT_FOUND)
