"""The first page: Today for a person, the landing page for a visitor."""

import datetime as dt
from typing import Any, cast
from uuid import uuid4

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.db.models import Exists, Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from config.views.front import landing
from journal.models import Entry, Happening
from journal.summary import pain_today
from routines.bars import bars_of_run, twin_of
from routines.calendars import calendar_of
from routines.consistency import DAYS, Consistency, days_in_words, last_28_days
from routines.holds import holds_of, minutes
from routines.http import PersonRequest, moment
from routines.local_time import Moment
from routines.models import Routine, Session, SessionEvent, Step
from routines.noticed import rests_until
from routines.plan import Calendar, PlannedDay
from routines.progress import run
from routines.reach import out_of_reach
from routines.screening import Standing
from routines.views.screening import PAGE_OF
from routines.views.shelf import day_row, routine_context
from routines.views.standing import latest_screening, standing_of, why_again

AWAY_DAYS = 14  # after so many days off, the short version is offered
RESUME_WITHIN = dt.timedelta(hours=12)


@login_not_required  # a visitor sees the landing page
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """How the back is now, and the one routine of today."""
    if not request.user.is_authenticated:
        return landing(request)
    person_request = cast("PersonRequest", request)
    open_spell = Happening.objects.kept_by(person_request.user).flares().still_open()
    screening = latest_screening(person_request.user, in_a_spell=Exists(open_spell))
    now = moment(person_request)
    if screening is None:
        return redirect("routines:screening", 1)
    standing, again = standing_of(screening), why_again(screening, now.today)
    in_a_spell = cast("Any", screening).in_a_spell
    return TemplateResponse(
        request,
        "config/today.html",
        {
            "section": "today",
            "date": now.today,
            "key": uuid4(),
            "pain": pain_today(Entry.objects.kept_by(person_request.user).on(now.today)),
            "standing": standing,
            "closed": PAGE_OF.get(standing.verdict),
            "ask_again": bool(again),
            "again": again,
            "in_a_spell": in_a_spell,
        }
        | _practice(person_request, now, standing, in_a_spell=in_a_spell),
    )


def _practice(
    request: PersonRequest, now: Moment, standing: Standing, *, in_a_spell: bool
) -> dict[str, Any]:
    """Return all that is about doing; in a bad spell no routine and no days."""
    first = now.today - dt.timedelta(days=DAYS - 1)
    rows = Session.objects.kept_by(request.user).between_or_last_practised(first, now.today)
    recent = list(rows.with_what_is_open())
    context = {"resume": _resume(recent, now), "asked": _morning_question(recent, now.today)}
    return context if in_a_spell else context | _planned(request, now, standing, recent)


def _planned(
    request: PersonRequest, now: Moment, standing: Standing, recent: list[Session]
) -> dict[str, Any]:
    """Return the routine of the day and the days around it."""
    first = now.today - dt.timedelta(days=DAYS - 1)
    last = now.today + dt.timedelta(days=4)
    calendar, planned = calendar_of(request.user, first=first, last=last)
    practised = {row.local_date for row in recent if row.holds_done}
    context: dict[str, Any] = {
        "consistency": _days28(last_28_days(calendar, practised=practised, today=now.today)),
        "ahead": _ahead(calendar, planned, now.today),
        **_kind(calendar.on(now.today)),
        "rest_until": rests_until(recent, now.today),
        "is_new": not recent,  # rating first is offered before the first session alone
        "done_today": sum(
            1
            for row in recent
            if row.local_date == now.today and row.finished_at and row.holds_done
        ),
    }
    routine = _routine_for(request.user, now.today, calendar, planned)
    if routine is None:
        return context
    has_open_one = any(_is_fresh(row, now) for row in recent)
    away = 0 if has_open_one else _days_away(recent, now.today)
    length = request.GET.get("length") or ("short" if away >= AWAY_DAYS else "usual")
    shown = routine_context(
        routine, standing, length=length, unreachable=out_of_reach(request.user)
    )
    return shown | context | {"section": "today", "away": away if away >= AWAY_DAYS else 0}


def _kind(day: PlannedDay) -> dict[str, str]:
    """Return what a day is for, and why if it is a rest that was chosen."""
    return {"day_kind": str(day.kind), "rest_reason": day.choice.reason if day.choice else ""}


def _routine_for(
    person: User, today: dt.date, calendar: Calendar, planned: dict[int, Routine]
) -> Routine | None:
    """Return today's routine with its steps: the day's, else one of the plan, else any."""
    weekly = (weekly.routine for weekly in calendar.weekly)
    wanted = [planned[pk] for pk in (*calendar.on(today).routines, *weekly) if pk in planned]
    routine = next((row for row in wanted if row.archived_on is None), None)
    if routine is None:
        return Routine.objects.kept_by(person).in_use().for_reading().first()
    prefetch_related_objects([routine], Prefetch("steps", Step.objects.for_reading()))
    return routine


def _days_away(recent: list[Session], today: dt.date) -> int:
    """Return the days since the last practised one, 0 before the first."""
    last = next((row.local_date for row in recent if row.holds_done), today)
    return (today - last).days


def _days28(consistency: Consistency) -> dict[str, Any]:
    """Return the days as the component draws them."""
    days = [
        {
            "state": "none" if state == "today" else str(state),
            "is_today": index == DAYS - 1,
            "monday": date_format(day, "j M") if day.weekday() == 0 else "",
        }
        for index, (day, state) in enumerate(consistency.days)
    ]
    paused = any(day["state"] == "paused" for day in days)
    return {
        "days": days,
        "practised": consistency.practised,
        "planned": consistency.planned,
        "paused": paused,
        "twin": days_in_words(state for _, state in consistency.days),
    }


def _ahead(calendar: Calendar, planned: dict[int, Routine], today: dt.date) -> list[dict[str, Any]]:
    """Return tomorrow and the three days after it."""
    days = calendar.between(today + dt.timedelta(days=1), today + dt.timedelta(days=4))
    return [day_row(day, planned) for day in days]


def _resume(recent: list[Session], now: Moment) -> dict[str, Any] | None:
    """Return the session that was left open within the last 12 hours."""
    left = next((row for row in recent if _is_fresh(row, now)), None)
    if left is None:
        return None
    told = cast("Any", left)
    events = [SessionEvent(**event) for event in told.events_while_open]
    progress = run(holds_of(told.snapshot_while_open), events)
    return {
        "session": left,
        "bars": bars_of_run(progress),
        "twin": twin_of([state.hold for state in progress.holds]),
        "done": progress.done,
        "holds": len(progress.holds),
        "minutes_left": minutes(progress.left_seconds),
    }


def _is_fresh(row: Session, now: Moment) -> bool:
    """Return True for a session that was left open not long ago."""
    return row.finished_at is None and now.at - row.occurred_at <= RESUME_WITHIN


def _morning_question(recent: list[Session], today: dt.date) -> Session | None:
    """Return yesterday's session that was asked about: the answered one, else the last."""
    yesterday = today - dt.timedelta(days=1)
    rows = [row for row in recent if row.local_date == yesterday and row.holds_done]
    return next((row for row in rows if row.next_morning), rows[0] if rows else None)
