"""Pages of programmes, a person's routines, and the week."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from points.models import Source
from routines import actions
from routines.bars import bars_of_holds, twin_of
from routines.holds import Length, at_length, minutes, planned_seconds, standing_for, unfold
from routines.http import PersonRequest, moment
from routines.models import Plan, Programme, Routine, Session
from routines.plan import PlannedDay
from routines.press import Press
from routines.reach import out_of_reach
from routines.screening import Standing
from routines.views.gate import entry_of, gate_of
from routines.views.weeks import agenda_of
from routines.wording import plan_in_words

type Versions = dict[Length, tuple[Press, ...]]

DAYS_AHEAD = dt.timedelta(days=6)
LENGTHS: tuple[Length, ...] = ("short", "usual", "full")


@require_safe
def routines(request: PersonRequest) -> HttpResponse:
    """Today and the six days after, the person's routines, and the programmes."""
    today = moment(request).today
    own = Routine.objects.kept_by(request.user).in_use().for_reading()
    return TemplateResponse(
        request,
        "routines/routines.html",
        {
            "section": "routines",
            "days": agenda_of(request, today, today + DAYS_AHEAD, today),
            "own": own,
            "away": list(Routine.objects.kept_by(request.user).put_away()),
            "programmes": Programme.objects.all(),
        },
    )


def day_row(day: PlannedDay, planned: dict[int, Routine]) -> dict[str, Any]:
    """Return what a list of days shows of one: the day, its kind, why, its routines."""
    return {
        "day": day.day,
        "kind": str(day.kind),
        "reason": day.choice.reason if day.choice else "",
        "names": [planned[pk].name for pk in day.routines if pk in planned],
    }


def _shown(request: PersonRequest, routine: Routine) -> dict[str, Any]:
    """Return what is shown of a routine to whoever asks."""
    entry, unreachable = entry_of(request), out_of_reach(request.user)
    shown = routine_context(routine, entry.standing, unreachable=unreachable)
    return shown | {"closed": entry.closed}


@require_safe
def routine(request: PersonRequest, pk: int) -> HttpResponse:
    """One routine: its holds, what was changed for this person and why, and its days."""
    own = get_object_or_404(Routine.objects.kept_by(request.user).in_use().for_reading(), pk=pk)
    today = moment(request).today
    plan = Plan.objects.kept_by(request.user).running(own).not_over(today).first()
    words = plan_in_words(plan, today=today) if plan else ""
    context = _shown(request, own) | {"days_in_words": words}
    return TemplateResponse(request, "routines/routine.html", context)


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
    """Return the versions that differ as choices, each with its minutes."""
    told = {name: minutes(planned_seconds(unfold(presses))) for name, presses in versions.items()}
    offered = standing_for(told)
    return [
        {
            "value": name,
            "word": _("%(n)d min") % {"n": n},
            "second": Session.Length(name).label,
            "chosen": name == offered[chosen],
        }
        for name, n in told.items()
        if offered[name] == name
    ]


@require_safe
def programme(request: PersonRequest, slug: str) -> HttpResponse:
    """One programme with its evidence and dose, and what would be changed for this person."""
    row = get_object_or_404(Programme, slug=slug)
    template = get_object_or_404(Routine.objects.of_programmes().for_reading(), programme=row)
    context = _shown(request, template) | {
        "programme": row,
        "sources": Source.objects.cited(row.sources).for_reading(),
    }
    return TemplateResponse(request, "routines/programme.html", context)


@require_POST
def adopt(request: PersonRequest, slug: str) -> HttpResponse:
    """Start a programme: its routine is copied and planned from today, once one may press."""
    row = get_object_or_404(Programme, slug=slug)
    gate = gate_of(request)
    if isinstance(gate, HttpResponse):
        return gate
    own = actions.adopt_programme(person=request.user, programme=row, today=moment(request).today)
    messages.success(request, _("%(name)s is planned from today.") % {"name": own.name})
    return redirect("today")
