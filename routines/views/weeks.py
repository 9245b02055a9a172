"""Pages of the calendar: a week, a month, a day, each with what is planned, done and moved."""

import datetime as dt
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from routines import actions
from routines.agenda import AgendaDay, agenda
from routines.calendars import calendar_of
from routines.forms import DayForm
from routines.forms.days import MOVE_AHEAD
from routines.http import PersonRequest, moment
from routines.models import Routine, Session
from routines.months import DAY, day_of, month_around, month_of, week_around, whole_weeks, within
from routines.plan import Calendar

A_WEEK = 7

type Found = tuple[Calendar, dict[int, Routine]]  # what decides about days, and its routines


@require_safe
def week(request: PersonRequest, day: str = "") -> HttpResponse:
    """Seven days from Monday; this week where no day is named."""
    today = moment(request).today
    days = week_around(_found(day_of(day)) if day else today)
    shown = agenda_of(request, days.first, days.last, today)
    context = {"section": "routines", "range": days, "days": shown, "today": today}
    return TemplateResponse(request, "routines/week.html", context)


@require_safe
def month(request: PersonRequest, month: str = "") -> HttpResponse:
    """A calendar month in whole weeks; this month where none is named."""
    today = moment(request).today
    days = month_around(_found(month_of(month)) if month else today)
    shown = agenda_of(request, *whole_weeks(days), today)
    weeks = [shown[n : n + A_WEEK] for n in range(0, len(shown), A_WEEK)]
    context = {"section": "routines", "range": days, "weeks": weeks, "today": today}
    return TemplateResponse(request, "routines/month.html", context)


@require_safe
def day(request: PersonRequest, day: str) -> HttpResponse:
    """One day: what is planned and done, and what else it may be for."""
    date = _found(day_of(day))
    return _day_page(request, date, *_day_form(request, date))


@require_POST
def choose(request: PersonRequest, day: str) -> HttpResponse:
    """Choose rest, a later day or a routine for a date, or go back to the week."""
    date = _found(day_of(day))
    form, found = _day_form(request, date)
    if not (form.is_valid() and _kept(request, date, form)):
        return _day_page(request, date, form, found)
    chosen = form.chosen()
    messages.success(request, _saved(chosen.moved_to if chosen else None))
    return redirect("routines:day", date.isoformat())


def _kept(request: PersonRequest, date: dt.date, form: DayForm) -> bool:
    """Keep the choice; the day it moves to may be chosen for something else by now."""
    try:
        actions.choose_day(person=request.user, day=date, chosen=form.chosen())
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


def _day_form(request: PersonRequest, date: dt.date) -> tuple[DayForm, Found]:
    """Return the form of a date, and what decides about it and the days it can be moved to."""
    found = calendar_of(request.user, first=date, last=date + DAY * MOVE_AHEAD)
    posted = request.POST if request.method == "POST" else None
    today = moment(request).today
    form = DayForm(posted, person=request.user, day=date, today=today, calendar=found[0])
    return form, found


def _saved(moved_to: dt.date | None) -> str:
    if moved_to is None:
        return _("Your day is saved.")
    return _("Moved to %(day)s.") % {"day": date_format(moved_to, "l j F")}


def _day_page(request: PersonRequest, date: dt.date, form: DayForm, found: Found) -> HttpResponse:
    today = moment(request).today
    shown = agenda_of(request, date, date, today, found=found)[0]
    context = {
        "section": "routines",
        "day": shown,
        "form": form,
        "own": form.own.values(),
        "before": within(date - DAY),
        "after": within(date + DAY),
        "today": today,
        "monday": week_around(date).first,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "routines/day.html", context, status=status)


def agenda_of(
    request: PersonRequest,
    first: dt.date,
    last: dt.date,
    today: dt.date,
    *,
    found: Found | None = None,
) -> list[AgendaDay]:
    """Return a person's days first..last in four queries, whatever the history.

    One where what decides about these days was read before.
    """
    calendar, routines = found or calendar_of(request.user, first=first, last=last)
    sessions = Session.objects.kept_by(request.user).between(first, last).worth_telling()
    done: list[Session] = list(sessions.recent_first())[::-1]
    names: dict[int, Any] = {pk: row.name for pk, row in routines.items()}
    return agenda(calendar, names, done, first=first, last=last, today=today)


def _found(day: dt.date | None) -> dt.date:
    if day is None:
        raise Http404
    return day
