"""Sample values for the page that shows every component in every state; in DEBUG only."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

SPRITE = settings.BASE_DIR / "static/img/icons.svg"

COLOURS = [
    "page",
    "sheet",
    "well",
    "line",
    "edge",
    "ink",
    "ink-soft",
    "ink-faint",
    "do",
    "do-deep",
    "do-tint",
    "do-mark",
    "feel",
    "care",
    "care-tint",
    "stop",
    "stop-tint",
    "night",
    "skin",
    "contour",
]

HOLDS = ["45l", "45l", "45r", "45r", "30l", "30r", "60l", "60r", "60l", "60r", "45l", "45r"]
SKIPPED = 4  # the fifth hold, so that the guide shows that state too
WEEKS = ("pprpnpp", "pnrpppr", "ppnprpp", "nppprpt")
MONDAYS = ("26 Oct", "2 Nov", "9 Nov", "16 Nov")
DAY_STATES = {"p": "practised", "r": "rest", "n": "none", "t": "none", "-": "paused"}
SIDES = {"l": "left", "r": "right"}
FEEDBACK = ("Too light", "Good", "Too hard")
FILTERS = ("All", "Pain", "Sessions", "Events")


class Bar(NamedTuple):
    """One hold of a score; x and width in per cent of the whole."""

    x: float
    width: float
    side: str
    state: str


class Day(NamedTuple):
    """One of the last 28 days."""

    state: str
    is_today: bool
    monday: str


class Choice(NamedTuple):
    """One cell of a segment or one chip."""

    word: str
    value: str
    chosen: bool = False
    second: str = ""
    url: str = "#"


class SampleForm(forms.Form):
    """A field of each kind, drawn by our field template."""

    email = forms.EmailField(label=_("E-mail"))
    start = forms.DateField(label=_("From"), help_text=_("Day, month, year."))
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput, help_text=_("12 characters or more.")
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea({"rows": 2}))
    quality = forms.MultipleChoiceField(
        label=_("What is it like"),
        choices=[("ache", _("Dull ache")), ("stab", _("Stabbing")), ("burn", _("Burning"))],
        widget=forms.CheckboxSelectMultiple,
    )
    stiffness = forms.ChoiceField(
        label=_("Morning stiffness"),
        choices=[("0", _("None")), ("1", _("Under 30 min")), ("2", _("Over 30 min"))],
        widget=forms.RadioSelect({"class": "segment"}),
    )
    keep = forms.BooleanField(label=_("Keep me logged in"), required=False)


def state_of(hold: int, now: int) -> str:
    """Return how a hold is drawn while hold number ``now`` runs; -1 is before the start."""
    if now < 0 or hold > now:
        return "todo"
    if hold == now:
        return "now"
    return "skipped" if hold == SKIPPED else "done"


def score(holds: Sequence[str], now: int) -> list[Bar]:
    """Return the bars of holds like ``45l``, side by side, in per cent of the whole."""
    seconds = [int(hold[:-1]) for hold in holds]
    share = 100 / sum(seconds)
    starts = accumulate(seconds, initial=0)
    return [
        Bar(round(start * share, 2), round(length * share, 2), SIDES[hold[-1]], state_of(n, now))
        for n, (hold, length, start) in enumerate(zip(holds, seconds, starts, strict=False))
    ]


def four_weeks(weeks: Sequence[str]) -> list[Day]:
    """Return 28 days of weeks like ``pprpnpp``; each week's first day carries its date."""
    return [
        Day(DAY_STATES[letter], letter == "t", monday if weekday == 0 else "")
        for week, monday in zip(weeks, MONDAYS, strict=True)
        for weekday, letter in enumerate(week)
    ]


def beats(done: int, of: int) -> list[bool]:
    """Return ``of`` marks of which the first ``done`` are filled."""
    return [number < done for number in range(of)]


def icons() -> list[str]:
    """Return the names of all drawings in the sprite, the mark included."""
    return re.findall(r'id="([a-z]+)"', SPRITE.read_text())


def samples() -> dict[str, object]:
    """Return everything the guide shows."""
    form = SampleForm({"email": "someone@example.org", "start": "31/11/2026", "quality": ["ache"]})
    return {
        "page": "styleguide",
        "colours": COLOURS,
        "icons": icons(),
        "levels": range(11),
        "form": form,
        "score_before": score(HOLDS, -1),
        "score_now": score(HOLDS, 6),
        "days": four_weeks(WEEKS),
        "nine_of_twelve": beats(9, 12),
        "one_of_eight": beats(1, 8),
        "lengths": [
            Choice("5 min", "5", second="short"),
            Choice("9 min", "9", chosen=True, second="usual"),
            Choice("18 min", "18", second="full"),
        ],
        "feedback": [Choice(word, word, word == "Good") for word in FEEDBACK],
        "filters": [Choice(word, word, word == "All") for word in FILTERS],
    }


@login_not_required
@require_safe
def styleguide(request: HttpRequest) -> TemplateResponse:
    """Show every component of the design language with sample values."""
    return TemplateResponse(request, "config/styleguide.html", samples())
