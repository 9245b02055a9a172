"""Pages of programmes, a person's routines, and the week."""

import datetime as dt
from collections.abc import Collection
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from routines import actions
from routines.bars import bars_of_holds, twin_of
from routines.calendars import calendar_of
from routines.forms import DayForm, PlanForm
from routines.holds import Length, at_length, minutes, planned_seconds, unfold
from routines.http import PersonRequest, moment
from routines.models import Plan, Programme, Routine, Session
from routines.plan import PlannedDay
from routines.press import Press
from routines.reach import out_of_reach
from routines.screening import Standing, weigh
from routines.views.standing import standing_of_request

type Versions = dict[Length, tuple[Press, ...]]

NOTHING_ASKED = weigh({}, agreed=False)
LENGTHS: tuple[Length, ...] = ("short", "usual", "full")


@require_safe
def routines(request: PersonRequest) -> HttpResponse:
    """This week, the person's routines, and the programmes anybody can start."""
    today = moment(request).today
    monday = today - dt.timedelta(days=today.weekday())
    last = max(monday + dt.timedelta(days=6), today + dt.timedelta(days=6))
    calendar, planned = calendar_of(request.user, first=monday, last=last)
    own = Routine.objects.kept_by(request.user).in_use().for_reading()
    return TemplateResponse(
        request,
        "routines/routines.html",
        {
            "section": "routines",
            "week": _week(calendar.between(monday, last), planned, today),
            "own": own,
            "away": list(Routine.objects.kept_by(request.user).put_away()),
            "programmes": Programme.objects.all(),
        },
    )


def _week(
    days: list[PlannedDay], planned: dict[int, Routine], today: dt.date
) -> list[dict[str, Any]]:
    return [
        day_row(day, planned) | {"is_today": day.day == today, "is_over": day.day < today}
        for day in days
    ]


def day_row(day: PlannedDay, planned: dict[int, Routine]) -> dict[str, Any]:
    """Return what a list of days shows of one: the day, its kind, the names of its routines."""
    return {
        "day": day.day,
        "kind": str(day.kind),
        "names": [planned[pk].name for pk in day.routines if pk in planned],
    }


def _standing(request: PersonRequest) -> Standing:
    return standing_of_request(request) or NOTHING_ASKED


def _shown(request: PersonRequest, routine: Routine) -> dict[str, Any]:
    """Return what is shown of a routine to whoever asks."""
    unreachable = out_of_reach(request.user)
    return routine_context(routine, _standing(request), unreachable=unreachable)


@require_http_methods(["GET", "POST"])
def routine(request: PersonRequest, pk: int) -> HttpResponse:
    """One routine: its holds, what was changed for this person and why, and its days."""
    own = get_object_or_404(Routine.objects.kept_by(request.user).in_use().for_reading(), pk=pk)
    today = moment(request).today
    plan = Plan.objects.kept_by(request.user).touching(today, today).running(own).first()
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        instance=plan or Plan(owner=request.user, routine=own, starts_on=today),
        today=today,
    )
    if form.is_valid():
        actions.plan_days(person=request.user, plan=form.save(commit=False), today=today)
        messages.success(request, _("Your days are saved."))
        return redirect("routines:routine", pk)
    return TemplateResponse(
        request,
        "routines/routine.html",
        _shown(request, own) | {"form": form, "plan": plan},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK,
    )


def routine_context(
    routine: Routine,
    standing: Standing,
    *,
    length: str = "usual",
    unreachable: Collection[str] = (),
) -> dict[str, Any]:
    """Return what a routine's page and Today show of it, for one person and one length."""
    fitted = actions.fit(routine, standing, out_of_reach=unreachable)
    versions: Versions = {name: at_length(fitted.presses, name) for name in LENGTHS}
    chosen: Length = length if length in LENGTHS else "usual"
    holds = unfold(versions[chosen])
    return {
        "section": "routines",
        "routine": routine,
        "length": chosen,
        "presses": versions[chosen],
        "changes": fitted.changes,
        "holds": len(holds),
        "bars": bars_of_holds(holds),
        "twin": twin_of(holds),
        "minutes": minutes(planned_seconds(holds)),
        "lengths": _lengths(versions, chosen),
    }


def _lengths(versions: Versions, chosen: Length) -> list[dict[str, Any]]:
    """Return the three versions as choices, each with its minutes."""
    return [
        {
            "value": name,
            "word": _("%(n)d min") % {"n": minutes(planned_seconds(unfold(presses)))},
            "second": Session.Length(name).label,
            "chosen": name == chosen,
        }
        for name, presses in versions.items()
    ]


@require_safe
def programme(request: PersonRequest, slug: str) -> HttpResponse:
    """One programme with its evidence and dose, and what would be changed for this person."""
    row = get_object_or_404(Programme, slug=slug)
    template = get_object_or_404(Routine.objects.of_programmes().for_reading(), programme=row)
    context = _shown(request, template)
    return TemplateResponse(request, "routines/programme.html", context | {"programme": row})


@require_POST
def adopt(request: PersonRequest, slug: str) -> HttpResponse:
    """Start a programme: its routine is copied and planned from today."""
    row = get_object_or_404(Programme, slug=slug)
    own = actions.adopt_programme(person=request.user, programme=row, today=moment(request).today)
    messages.success(request, _("%(name)s is planned from today.") % {"name": own.name})
    return redirect("today")


def _date(written: str) -> dt.date | None:
    try:
        return parse_date(written)
    except ValueError:  # 31 February
        return None


@require_POST
def day(request: PersonRequest, day: str) -> HttpResponse:
    """Choose rest or one of the own routines for a date, or go back to the week."""
    date = _date(day)
    form = DayForm(request.POST, person=request.user, day=date, today=moment(request).today)
    if form.is_valid() and date:
        choice = form.cleaned_data["choice"]
        actions.choose_day(person=request.user, day=date, choice=choice, routine=form.routine())
    else:
        messages.error(request, _("That day could not be changed. Choose a day of this week."))
    return redirect("routines:routines")
