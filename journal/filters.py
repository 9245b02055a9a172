"""Knows the filters of the diary and the stretches of the chart, with their words."""

from typing import TypedDict

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Choice(TypedDict):
    """A link in a row of chips or cells."""

    word: str
    url: str
    chosen: bool


STRETCHES = {"4w": _("4 weeks"), "3m": _("3 months"), "1y": _("1 year"), "all": _("All")}
WORDS = {
    "all": _("All"),
    "pain": _("Pain"),
    "sessions": _("Sessions"),
    "events": _("Events"),
    "questions": _("Questions"),
}


def filters(chosen: str) -> list[Choice]:
    """Return the chips, of which one is chosen."""
    diary = reverse("journal:diary")
    return [
        {
            "word": str(word),
            "url": diary if name == "all" else f"{diary}?show={name}",
            "chosen": name == chosen,
        }
        for name, word in WORDS.items()
    ]


PAGES = {"pain": "chart", "weeks": "chart_weeks", "sessions": "chart_sessions"}


def stretches(view: str, chosen: str) -> list[Choice]:
    """Return the stretches of time of one view, of which one is chosen."""
    page = reverse(f"journal:{PAGES.get(view, 'chart')}")
    return [
        {"word": str(word), "url": f"{page}?range={name}", "chosen": name == chosen}
        for name, word in STRETCHES.items()
    ]
