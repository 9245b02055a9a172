"""Three pages as little as Django can: a list, a weekly aggregate, one row added."""

from django.contrib.auth.decorators import login_required
from django.db.models import Avg
from django.db.models.functions import TruncWeek
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from tests.bench.bare.models import Number

ROWS = 30


@login_required
def main(request: HttpRequest) -> HttpResponse:
    rows = Number.objects.filter(owner=request.user).order_by("-at")[:ROWS]
    return render(request, "main.html", {"rows": rows})


@login_required
def chart(request: HttpRequest) -> HttpResponse:
    weeks = (
        Number.objects.filter(owner=request.user)
        .annotate(week=TruncWeek("day"))
        .values("week")
        .annotate(mean=Avg("level"))
        .order_by("week")
    )
    dots = [(6 * place, round(10 * row["mean"])) for place, row in enumerate(weeks)]
    return render(request, "chart.html", {"dots": dots})


@login_required
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    level = int(request.POST["intensity"])
    Number.objects.create(owner=request.user, at=now, day=now.date(), level=level)
    return redirect("/")


def health(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")
