"""Reads what a person noticed on the body after the sessions of the last days."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple, Self

from django.contrib.auth.models import User

from routines.holds import holds_of
from routines.models import Session
from routines.progress import run

REST = dt.timedelta(days=2)


class Noticed(NamedTuple):
    """Soreness or a bruise after a session.

    Attributes:
        day: The day of the session.
        is_bruise: Whether there was a bruise; if not, soreness.
        codes: The points that were pressed in it, in order.
    """

    day: dt.date
    is_bruise: bool
    codes: tuple[str, ...]

    def at(self, codes: Iterable[str]) -> Self | None:
        """Return it about those of some points that were pressed then, or None without any."""
        both = tuple(code for code in codes if code in self.codes)
        return self._replace(codes=both) if both else None


def rests_until(sessions: Iterable[Session], today: dt.date) -> dt.date | None:
    """Return the day from which one may press again after a bruise; None where today is free.

    Source:
        ``domain/knowledge.md`` section 6.4: with a bruise, rest for 48 hours.
    """
    free = max((row.local_date + REST for row in sessions if row.bruised_after), default=today)
    return free if free > today else None


def noticed_lately(person: User, today: dt.date) -> Noticed | None:
    """Return what was noticed after the last such session of today or the two days before.

    Source:
        ``domain/knowledge.md`` section 6.4: after a bruise, or soreness that lasts, rest for 48
        hours, and leave a sore spot alone until it stops hurting.
    """
    row = Session.objects.kept_by(person).with_something_noticed().between(today - REST, today)
    session = row.order_by("-occurred_at").first()
    if session is None:
        return None
    states = run(holds_of(session.snapshot), session.events.all()).holds
    pressed = dict.fromkeys(state.hold.code for state in states if state.pressed_seconds)
    return Noticed(session.local_date, session.bruised_after, tuple(pressed))
