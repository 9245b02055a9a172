"""Knows the words for what the numbers say: how many days, how far, and what they cannot tell."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.association import Association, Shortage, associate, count, shortages
from journal.ranges import STATEMENT_DAYS
from journal.trend import RATED_FOR_A_MEAN, days_between

BEATS = 14  # marks for a need of more than these


class Statement(NamedTuple):
    """One answer to "Does it go with less pain?".

    Attributes:
        lead: What the days say.
        limits: What they rest on, and what they cannot tell.
        beats: How far it is to an answer, one mark a day or for several; empty with an answer.
        twin: The same as the marks, in words.
    """

    lead: str
    limits: str
    beats: list[bool]
    twin: str


def does_it_go_with_less_pain(
    means: Mapping[dt.date, float], practised: Mapping[dt.date, object], today: dt.date
) -> Statement:
    """Return the statement on the last 26 weeks, or what is still missing for one."""
    first = today - dt.timedelta(days=STATEMENT_DAYS - 1)
    rated = [day for day in means if day >= first]
    days = days_between(min(rated, default=today), today)
    pain = [means.get(day) for day in days]
    sessions = [day in practised for day in days]
    missing = shortages(count(pain, sessions))
    return _not_yet(missing) if missing else _answer(associate(pain, sessions))


def _not_yet(missing: list[Shortage]) -> Statement:
    far = max(missing, key=lambda shortage: (shortage.what != "rated", shortage.left))
    lead = _("We cannot tell yet. %(have)s; this view needs %(need)d.")
    return Statement(
        lead=lead % {"have": _have(far) % {"number": far.have}, "need": far.need},
        limits=_reason(far),
        beats=_beats(far),
        twin=_("%(have)d of %(need)d") % {"have": far.have, "need": far.need},
    )


def _have(far: Shortage) -> str:
    if far.what == "rated":
        return _("%(number)d in 100 of your days are rated")
    if far.what == "without":
        return ngettext(
            "You have %(number)d day without a session",
            "You have %(number)d days without a session",
            far.have,
        )
    if far.what == "with":
        return ngettext(
            "You have %(number)d day with a session",
            "You have %(number)d days with a session",
            far.have,
        )
    return ngettext(
        "You have %(number)d rated day whose next day is rated too",
        "You have %(number)d rated days whose next day is rated too",
        far.have,
    )


def _reason(far: Shortage) -> str:
    if far.what == "without":
        return _("Rest days help here: they are what session days are compared with.")
    if far.what == "with":
        return _("Only days that are rated, and whose next day is rated too, are counted.")
    return _("One number a day is enough. Missing days stay gaps and are never guessed.")


def _beats(far: Shortage) -> list[bool]:
    marks = far.need if far.need <= BEATS else BEATS
    done = far.have * marks // far.need
    return [mark < done for mark in range(marks)]


def _answer(found: Association) -> Statement:
    limits = _(
        "Compared with days that started the same: %(with)d days with a session, %(without)d "
        "without, in the last 26 weeks. Only a fair test can say more."
    )
    numbers = {"with": found.counts.practised, "without": found.counts.rested}
    return Statement(lead=_lead(found), limits=limits % numbers, beats=[], twin="")


def _lead(found: Association) -> str:
    if not found.is_bounded:
        return _(
            "We cannot tell. Your sessions fall on the same days again and again, so there is "
            "nothing to hold them against."
        )
    spread = _(
        "On days after a session your pain was %(difference)s on average. It could be anything "
        "from %(low)s to %(high)s."
    ) % {
        "difference": points(found.difference, _("the same")),
        "low": points(found.low, _("no different")),
        "high": points(found.high, _("no different")),
    }
    if found.could_be_chance:
        return f"{spread} {_('That could be chance.')}"
    return f"{spread} {_('This alone cannot tell cause from coincidence.')}"


def points(difference: float, none: str) -> str:
    """Return "0.3 lower" or "0.3 higher", or the given words for less than half a tenth."""
    size = f"{abs(difference):.1f}"
    if size == "0.0":
        return none
    words = _("%(size)s lower") if difference < 0 else _("%(size)s higher")
    return words % {"size": size}


def line_needs(rated: int) -> str:
    """Return what is said while there are too few rated days for a line, or nothing."""
    words = {
        1: _("One day rated. A line appears after four."),
        2: _("Two days rated. A line appears after four."),
        3: _("Three days rated. A line appears after four."),
    }
    return words.get(rated, "") if rated < RATED_FOR_A_MEAN else ""
