"""Knows the words for what the numbers say: how many days, how far, and what they cannot tell."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.association import Association, Shortage, associate, count, shortages
from journal.looks import WINDOW, looks
from journal.trend import RATED_FOR_A_MEAN, WEEK, days_between

type Compare = Callable[..., Association]

BEATS = 14  # marks for a need of more than these


class Statement(NamedTuple):
    """One answer to "Does it go with less pain?".

    Attributes:
        lead: What the days say.
        limits: What they rest on, and what they cannot tell.
        looked: When they were looked at, and when they will be; empty where nothing is written.
        beats: How far it is to an answer, one mark a day or for several; empty with an answer.
        twin: The same as the marks, in words.
        found: The comparison itself; None while there is none.
        first: The first day that is compared; None while none is.
        last: The last one.
        seen: Which look it is from; empty while no look has found anything.
    """

    lead: str
    limits: str
    looked: str
    beats: list[bool]
    twin: str
    found: Association | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    seen: str = ""

    @property
    def dated(self) -> str:
        """What the days say, its look and its limits; or the day of the look to come."""
        if self.seen:
            return f"{self.seen} {self.lead} {self.limits}"
        return f"{self.lead} {self.looked}".strip()


class Days(NamedTuple):
    """The days that are compared, in order."""

    first: dt.date
    pain: list[float | None]
    sessions: list[bool]


def does_it_go_with_less_pain(
    means: Mapping[dt.date, float],
    practised: Mapping[dt.date, object],
    began: dt.date | None,
    today: dt.date,
    compare: Compare = associate,
) -> Statement:
    """Return the statement on the 96 weeks up to the last look, or what is still missing for one.

    Days after that look change nothing, whenever the page is opened: looking daily until there
    is something to see finds it in noise. Nor do days before the beginning, see ``models``: they
    are written from memory, no session of theirs is known, so that each would count as a day of
    rest, and whoever has read an answer could write more of them until it is another.
    """
    last, following, level = looks(began or today, today)
    if last:
        days = _days(means, practised, began, last)
        if not shortages(count(days.pain, days.sessions)):
            found = compare(days.pain, days.sessions, level=level)
            seen = _seen(last, len(days.pain) // WEEK)
            said = _answer(found, f"{seen} {_coming(last, following)}")
            return said._replace(found=found, first=days.first, last=last, seen=seen)
    coming = _coming(last, following) if began else ""
    days = _days(means, practised, began, today)
    missing = shortages(count(days.pain, days.sessions))
    return _not_yet(missing, coming, days.first) if missing else _enough(coming)


def _days(
    means: Mapping[dt.date, float],
    practised: Mapping[dt.date, object],
    began: dt.date | None,
    last: dt.date,
) -> Days:
    """Return the days up to the last, from the first one rated since the beginning."""
    earliest = max(last - dt.timedelta(days=WINDOW - 1), began or last)
    first = min((day for day in means if earliest <= day <= last), default=last)
    days = days_between(first, last)
    return Days(first, [means.get(day) for day in days], [day in practised for day in days])


def _seen(last: dt.date, weeks: int) -> str:
    said = ngettext(
        "Looked at on %(day)s, over %(weeks)d week.",
        "Looked at on %(day)s, over %(weeks)d weeks.",
        weeks,
    )
    return said % {"day": _date(last), "weeks": weeks}


def _coming(last: dt.date | None, following: dt.date) -> str:
    said = _("The next look is on %(day)s.") if last else _("The first look is on %(day)s.")
    return said % {"day": _date(following)}


def _date(day: dt.date) -> str:
    return date_format(day, "j F")


def _enough(coming: str) -> Statement:
    return Statement(
        lead=_("Your days are enough now, and the next look will say what they show."),
        limits=_("The days are looked at on few and fixed dates, so that chance gets few tries."),
        looked=coming,
        beats=[],
        twin="",
    )


def _not_yet(missing: list[Shortage], coming: str, first: dt.date) -> Statement:
    far = max(missing, key=lambda shortage: (shortage.what != "rated", shortage.left))
    lead = _("We cannot tell yet. %(have)s; this view needs %(need)d.")
    have = _have(far) % {"number": far.have, "first": _date(first)}
    return Statement(
        lead=lead % {"have": have, "need": far.need},
        limits=_reason(far),
        looked=coming,
        beats=_beats(far),
        twin=_("%(have)d of %(need)d") % {"have": far.have, "need": far.need},
    )


def _have(far: Shortage) -> str:
    if far.what == "rated":
        return _("Of all your days since %(first)s, %(number)d in 100 are rated")
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


def _answer(found: Association, looked: str) -> Statement:
    limits = _(
        "Compared with days that started the same: %(with)d days with a session, %(without)d "
        "without. Only a fair test can say more."
    )
    numbers = {"with": found.counts.practised, "without": found.counts.rested}
    return Statement(lead=_lead(found), limits=limits % numbers, looked=looked, beats=[], twin="")


def _lead(found: Association) -> str:
    if found.is_too_short:
        return _("We cannot tell yet. In so few weeks, chance alone can make any difference.")
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
