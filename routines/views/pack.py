"""Packs what a device keeps to run today's and tomorrow's routines without a network."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from points.models import Point
from points.questions import version
from routines import actions
from routines.bars import bars_of_holds, twin_of
from routines.calendars import calendar_of
from routines.forms import StartForm
from routines.holds import (
    Hold,
    Length,
    at_length,
    minutes,
    planned_seconds,
    snapshot,
    standing_for,
    unfold,
)
from routines.http import PersonRequest, moment
from routines.kept import KeptRun
from routines.local_time import Moment, instant_of
from routines.models import Routine, Screening, Session
from routines.noticed import noticed_lately
from routines.plan import PlannedDay
from routines.progress import run
from routines.reach import out_of_reach
from routines.safety import Fitted
from routines.views import player
from routines.views.gate import entry_of
from routines.views.shelf import LENGTHS
from routines.views.standing import standing_of

DAY = dt.timedelta(days=1)


def packed(request: PersonRequest) -> dict[str, Any]:
    """Return all of it as JSON can hold it; where one may not press now, why, and no routine.

    What holds for a session that starts now holds for each routine in it. It is good until the
    end of the person's tomorrow.
    """
    now = moment(request)
    head = {
        "person": request.user.pk,
        "issued_at": now.at.isoformat(),
        "expires_at": _end_of_tomorrow(now).isoformat(),
        "start_url": reverse("routines:kept_session"),
        "checks_url": reverse("routines:kept_checks"),
    }
    entry = entry_of(request)
    if entry.barrier or entry.screening is None:
        return head | {"days": [], "routines": [], "why": entry.closed}
    days, routines = _upcoming(request.user, now.today)
    packing = _Packing(request.user, entry.screening, now, routines)
    told = list(packing.routines())
    return head | {"days": _days(days, {one["routine"] for one in told}), "routines": told}


def _end_of_tomorrow(now: Moment) -> dt.datetime:
    midnight = dt.datetime.combine(now.today + 2 * DAY, dt.time())
    return instant_of(midnight, now.zone)


def _upcoming(person: User, today: dt.date) -> tuple[list[PlannedDay], list[Routine]]:
    """Return today and tomorrow, and the routines planned for them; without any, the newest."""
    calendar, _planned = calendar_of(person, first=today, last=today + DAY)
    days = calendar.between(today, today + DAY)
    wanted = list(dict.fromkeys(pk for day in days for pk in day.routines))
    rows = Routine.objects.kept_by(person).in_use().for_reading()
    routines = sorted(rows.among(wanted), key=lambda row: wanted.index(row.pk)) if wanted else []
    return days, routines or list(rows.newest_first()[:1])


def _days(days: Sequence[PlannedDay], kept: set[int]) -> list[dict[str, Any]]:
    """Return the days with those of their routines that are kept."""
    names = (_("Today"), _("Tomorrow"))
    return [
        {
            "day": day.day.isoformat(),
            "title": name,
            "routines": [pk for pk in day.routines if pk in kept],
        }
        for day, name in zip(days, names, strict=True)
    ]


class _Packing:
    """What all routines of one pack have in common, read once."""

    def __init__(
        self, person: User, screening: Screening, now: Moment, routines: Sequence[Routine]
    ) -> None:
        self.person, self.screening, self.now = person, screening, now
        standing, reach = standing_of(screening), out_of_reach(person)
        others = cache(actions.all_points)
        self.fitted = [
            (one, actions.fit(one, standing, out_of_reach=reach, read_points=others))
            for one in routines
        ]
        presses = (press for _one, fitted in self.fitted for press in fitted.presses)
        self.points: dict[str, Point] = player.points_of(press.point.code for press in presses)
        self.techniques = player.technique_names()
        self.noticed = noticed_lately(person, now.today)
        self.is_first = not Session.objects.kept_by(person).exists()

    def routines(self) -> Iterator[dict[str, Any]]:
        """Yield each routine of which anything may be pressed."""
        for routine, fitted in self.fitted:
            if fitted.presses:
                yield self._routine(routine, fitted)

    def _routine(self, routine: Routine, fitted: Fitted) -> dict[str, Any]:
        versions = {length: unfold(at_length(fitted.presses, length)) for length in LENGTHS}
        every = [hold for holds in versions.values() for hold in holds]
        told = {length: minutes(planned_seconds(holds)) for length, holds in versions.items()}
        offered = standing_for(told)
        return {
            "routine": routine.pk,
            "name": routine.name,
            "start": self._start(fitted),
            "player": self._player(routine, versions["usual"], every),
            "lengths": [
                self._version(routine, fitted, length, holds)
                for length, holds in versions.items()
                if offered[length] == length
            ],
        }

    def _start(self, fitted: Fitted) -> str:
        places = {press.point.code: press.point.place for press in fitted.presses}
        context = {
            "form": StartForm(),
            "places": places,
            "noticed": self.noticed and self.noticed.at(places),
            "first_time": self.is_first,
            "keeps": True,
        }
        return render_to_string("routines/start_checks.html", context)

    def _player(self, routine: Routine, holds: Sequence[Hold], every: Sequence[Hold]) -> str:
        progress = run(holds, [])
        told = player.told_holds(progress, self.techniques)
        context = player.around(progress, told) | {
            "plates": player.plates_of(every, self.points),
            "data": player.settled(self.person, routine.name, told),
        }
        return render_to_string("routines/session_player.html", context)

    def _version(
        self, routine: Routine, fitted: Fitted, length: Length, holds: tuple[Hold, ...]
    ) -> dict[str, Any]:
        kept = KeptRun(
            person=self.person.pk,
            routine=routine.pk,
            name=routine.name,
            length=length,
            screening=self.screening.pk,
            snapshot=snapshot(holds, fitted.changes, rules_version=version()),
            issued_at=self.now.at,
            expires_at=_end_of_tomorrow(self.now),
        )
        bars = {"bars": bars_of_holds(holds), "twin": twin_of(holds)}
        told = player.told_holds(run(holds, []), self.techniques)
        return {
            "length": length,
            "minutes": minutes(planned_seconds(holds)),
            "usual": length == "usual",
            "token": kept.signed(),
            "score": render_to_string("components/score.html", bars),
            "data": player.settled(self.person, routine.name, told),
        }
