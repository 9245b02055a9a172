"""The index of the points."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import grouping, plates
from points.http import kept_by_visitors
from points.models import Point


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
