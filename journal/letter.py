"""Knows the letter about one month: three sentences, one suggestion, and one thing to stop.

It is worked out from the rows each time it is opened, so the same rows give the same letter.
"""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.statements import points
from journal.trend import DAYS_FOR_WOBBLE, Wobble

RATED_SHARE = 0.7
PRESSED_SHARE = 0.6
MANY_A_DAY = 3  # ratings


class Month(NamedTuple):
    """One calendar month."""

    year: int
    month: int

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return dt.date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def before(self) -> "Month":
        """The month before."""
        return month_of(self.first - dt.timedelta(days=1))

    @property
    def name(self) -> str:
        """What the address carries, like 2026-10."""
        return f"{self.year:04}-{self.month:02}"


def month_of(day: dt.date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


def months_over(first: dt.date | None, today: dt.date) -> list[Month]:
    """Return the months with a letter, newest first: those that are over since the first rating."""
    found: list[Month] = []
    month = month_of(today).before
    while first and month.last >= first:
        found.append(month)
        month = month.before
    return found


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a letter rests on.

    Attributes:
        month: Which one.
        rated: Days with a rating.
        ratings: Ratings.
        mean: Their mean by day, NRS points; None without any.
        mean_before: That of the month before; None where it has fewer than 14 rated days.
        usual: The usual ups and downs; None where they are not known.
        practised: Days with a session.
        planned: Days that asked for one or had one.
        planned_seconds: Of all sessions.
        pressed_seconds: Of all sessions.
        statement: What is said about the day after a session, as it stood on the last day.
        is_tested: Whether a fair test ran in the month or the one before, or came after them.
    """

    month: Month
    rated: int
    ratings: int
    mean: float | None
    mean_before: float | None
    usual: Wobble | None
    practised: int
    planned: int
    planned_seconds: int
    pressed_seconds: int
    statement: str
    is_tested: bool = False

    @property
    def days(self) -> int:
        """How long the month was."""
        return self.month.last.day


class Letter(NamedTuple):
    """What is written.

    Attributes:
        sentences: Three.
        suggestion: One thing to do.
        stop: One thing to leave.
    """

    sentences: list[str]
    suggestion: str
    stop: str


def letter(numbers: Numbers) -> Letter:
    """Return the letter about a month."""
    return Letter(
        sentences=[_counts(numbers), _pain(numbers), numbers.statement],
        suggestion=_suggestion(numbers),
        stop=_stop(numbers),
    )


def _counts(numbers: Numbers) -> str:
    return _(
        "You rated %(rated)d of %(days)d days and practised on %(practised)d of %(planned)d "
        "planned days."
    ) % {
        "rated": numbers.rated,
        "days": numbers.days,
        "practised": numbers.practised,
        "planned": numbers.planned,
    }


def _pain(numbers: Numbers) -> str:
    if numbers.mean is None or numbers.rated < DAYS_FOR_WOBBLE:
        return _(
            "A mean needs %(need)d rated days to stand for a month, so there is none this time."
        ) % {"need": DAYS_FOR_WOBBLE}
    said = _("Your average pain was %(mean).1f") % {"mean": numbers.mean}
    if numbers.mean_before is None:
        return f"{said}."
    change = numbers.mean - numbers.mean_before
    usual = numbers.usual
    beyond = usual is not None and usual.is_exceeded(change, min(numbers.rated, DAYS_FOR_WOBBLE))
    size = (
        _("more than your usual ups and downs; that does not say why")
        if beyond
        else _("within your usual ups and downs")
    )
    far = points(change, "")
    words = (
        _("%(said)s, which is %(far)s than in %(before)s: %(size)s.")
        if far
        else _("%(said)s, the same as in %(before)s: %(size)s.")
    )
    before = date_format(numbers.month.before.first, "F")
    return words % {"said": said, "before": before, "far": far, "size": size}


def _suggestion(numbers: Numbers) -> str:
    if numbers.rated < RATED_SHARE * numbers.days:
        return _("Rate your pain once a day, always at the same time: one tap is enough.")
    if not numbers.planned:
        return _("Choose two or three days a week for a short routine.")
    if numbers.practised < numbers.planned / 2:
        return _("On full days take the short version: 5 minutes count as a day practised.")
    if numbers.practised > numbers.days - DAYS_FOR_WOBBLE / 2:
        return _(
            "Plan a rest day now and then: days without a session are what others are held against."
        )
    if numbers.is_tested:
        return _("Look at your fair test: it gives a fairer answer than a month can.")
    return _("If you want a fairer answer, set up a fair test.")


def _stop(numbers: Numbers) -> str:
    if numbers.ratings > MANY_A_DAY * max(numbers.rated, 1):
        return _("Stop rating more than once or twice a day: it keeps the mind on the pain.")
    if numbers.rated < RATED_SHARE * numbers.days:
        return _("Stop filling in days from memory: a blank is better than a guess.")
    if numbers.pressed_seconds < PRESSED_SHARE * numbers.planned_seconds:
        return _("Stop starting versions you rarely finish: a shorter one fits your days better.")
    if numbers.practised > 1.3 * max(numbers.planned, 1):
        return _("Stop adding sessions to the plan: more has not been shown to do more.")
    return _("Stop looking at the chart every day: its numbers are looked at on fixed days.")
