"""The index of the points: searched, narrowed, and judged for whoever is signed in."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from points import browsing, choosing, filters, search
from points.grouping import VIEWS
from points.http import kept_by_visitors
from points.models import Point, Tradition
from points.personal import Personal, personal_of


@login_not_required
@require_safe
@kept_by_visitors
def points(request: HttpRequest) -> HttpResponse:
    personal = personal_of(request)
    library = _library(personal)
    wanted = filters.read(dict(request.GET.lists()), library.groups, views=VIEWS)
    found = _found(library, wanted.text)

    context = {
        "section": "points",
        "personal": personal,
        "library": library,
        "wanted": wanted,
        "found": found,
        **browsing.shown(library, wanted, found),
    }
    return TemplateResponse(request, "points/points.html", context)


def _library(personal: Personal | None) -> browsing.Library:
    every = list(Point.objects.current().for_reading())
    fits = browsing.fits_of(personal, every)
    allowed = {code for code, fit in fits.items() if fit.may_press} if fits else None
    groups = choosing.groups_of(every, Tradition.objects.for_reading(), allowed)
    return browsing.Library(points=every, groups=groups, fits=fits)


def _found(library: browsing.Library, text: str) -> search.Found | None:
    """Return what some words find; None where there are none."""
    typed = search.taken_apart(text)
    if typed.is_blank:
        return None
    told = Point.objects.current().telling_of(search.words_of_text(typed))
    known = [search.known_of(point) for point in library.points]
    return search.search(typed, known, by_text=told.values_list("code", flat=True))
