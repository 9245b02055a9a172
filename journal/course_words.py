"""Knows the words for how pain went since the start, and the limits that stand beside them."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journal.course import Change, Slope
from journal.statements import points
from journal.trend import DAYS_FOR_WOBBLE, WEEKS_FOR_SLOPE, Wobble

CARE_AT_MOST = 3


class Told(NamedTuple):
    """A statement and its limit, which are shown together.

    Attributes:
        lead: What the numbers say.
        limits: What they cannot tell.
    """

    lead: str
    limits: str


def change_told(found: Change | None, valid: int) -> Told:
    """Return how far pain is from where it began, always with why that may be.

    Args:
        found: The change; None while there are too few weeks.
        valid: How many weeks have enough ratings.
    """
    if found is None:
        lead = _(
            "We cannot tell yet. Weeks with at least 4 rated days: %(have)d; this view needs "
            "%(need)d."
        )
        return Told(lead % {"have": valid, "need": WEEKS_FOR_SLOPE}, "")
    far = points(found.points, "")
    lead = (
        _("Your average pain is %(far)s than in your first two weeks.") % {"far": far}
        if far
        else _("Your average pain is the same as in your first two weeks.")
    )
    return Told(
        f"{lead} {_size(found)}",
        _(
            "Back pain often settles by itself over six weeks, and people tend to begin when it "
            "is at its worst, so this alone does not show that pressing points made a difference."
        ),
    )


def _size(found: Change) -> str:
    if not found.is_beyond_wobble:
        return _("That is within your usual ups and downs.")
    said = _("That is larger than your usual ups and downs.")
    if found.matters:
        said = f"{said} {_('It is also 2 points and 30 in 100 or more.')}"
    return said


def slope_told(found: Slope | None) -> Told:
    """Return which way pain goes by the week, with its range."""
    if found is None:
        return Told(_("We cannot tell yet which way it goes."), "")
    numbers = {
        "weekly": _hundredths(found.weekly),
        "low": _hundredths(found.low),
        "high": _hundredths(found.high),
        "weeks": found.weeks,
    }
    lead = (
        _("Over %(weeks)d weeks your pain went about %(weekly)s each week.")
        if found.is_clear
        else _("Over %(weeks)d weeks there is no clear way up or down.")
    )
    limits = _(
        "Plausible from %(low)s to %(high)s each week. It says which way, not why, and nothing "
        "about the weeks to come."
    )
    return Told(lead % numbers, limits % numbers)


def _hundredths(difference: float) -> str:
    size = f"{abs(difference):.2f}"
    if size == "0.00":
        return _("no different")
    words = _("%(size)s lower") if difference < 0 else _("%(size)s higher")
    return words % {"size": size}


def wobble_told(usual: Wobble | None, rated: int) -> str:
    """Return how much the days differ by themselves."""
    if usual is None:
        return ngettext(
            "Your usual ups and downs are known after %(left)d more rated day.",
            "Your usual ups and downs are known after %(left)d more rated days.",
            DAYS_FOR_WOBBLE - rated,
        ) % {"left": DAYS_FOR_WOBBLE - rated}
    return _(
        "Your days usually differ from their mean by about %(sd).1f, and %(rho)d in 100 of a "
        "day’s difference is still there the day after."
    ) % {"sd": usual.sd, "rho": round(100 * usual.rho)}


def care_told(
    care: Mapping[str, Collection[dt.date]], first: dt.date | None, last: dt.date | None
) -> str:
    """Return what else was done on the days that are compared, as a limit; or nothing.

    Args:
        care: Days with other care by what it was, most days first.
        first: The first day that is compared; None while nothing is.
        last: The last one.
    """
    if first is None or last is None:
        return ""
    counted = {word: sum(first <= day <= last for day in days) for word, days in care.items()}
    most = sorted(((n, word) for word, n in counted.items() if n), reverse=True)[:CARE_AT_MOST]
    if not most:
        return ""
    named = ", ".join(
        ngettext("%(word)s on %(days)d day", "%(word)s on %(days)d days", n)
        % {"word": word.lower(), "days": n}
        for n, word in most
    )
    return _(
        "In the same weeks you also wrote down: %(named)s. This view cannot tell them apart."
    ) % {"named": named}
