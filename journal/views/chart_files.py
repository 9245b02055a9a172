"""The charts as files: a drawing that stands alone, and the numbers as a table."""

import csv
from typing import Literal

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from journal import chart_pages
from journal.chart_tables import LINES
from journal.ranges import stretch_of
from routines.cells import cell
from routines.http import PersonRequest, moment

DRAWINGS = {
    "pain": "journal/charts/pain_and_sessions.svg",
    "weeks": "journal/charts/weeks.svg",
    "sessions": "journal/charts/sessions.svg",
    "days": "journal/charts/days.svg",
}


@require_safe
def chart_file(request: PersonRequest, view: str, kind: Literal["svg", "csv"]) -> HttpResponse:
    """Hand out one chart of a stretch as a file; a stretch that cannot be is not found."""
    now = moment(request)
    stretch = stretch_of(request.GET.dict(), now.today)
    if stretch.problem:
        raise Http404
    context = chart_pages.FILLS[view](request.user, stretch, now)
    response = HttpResponse(content_type=TYPES[kind])
    name = f"backbeat-{view}-{stretch.last}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    if kind == "svg":
        drawn = {"chart": context.get("chart"), **context, "stretch": stretch}
        drawing = {"drawing": DRAWINGS[view]}
        response.write(render_to_string("journal/charts/alone.svg", drawn | drawing))
    else:
        response.write("\ufeff")
        lines = LINES[view](context)
        csv.writer(response).writerows([_safe(value) for value in line] for line in lines)
    return response


TYPES = {"svg": "image/svg+xml; charset=utf-8", "csv": "text/csv; charset=utf-8"}


def _safe(value: object) -> object:
    return cell(value) if isinstance(value, str) else value
