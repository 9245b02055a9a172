"""Knows how events, care, bad spells and answers are told in a line of the diary."""

import datetime as dt

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from journal.clock import wall_clock
from journal.keyset import ANSWERS, HAPPENING
from journal.ledger import Row
from journal.models import Answers, Happening

SEPARATOR = " · "
ICONS = {"event": "event", "care": "hand", "flare": "care"}
HIGHEST = {"week": 10, "roland": 24}


class Telling:
    """The words of a page of rows, looked up once for all of them."""

    def __init__(self) -> None:
        self.happenings = reverse("journal:happenings")
        self.answers = reverse("journal:measures")
        self.minutes, self.until = _("%(minutes)d min"), _("until %(day)s")
        self.goes_on = _("goes on")
        self.of = _("%(score)s of %(highest)d")
        self.no_score = _("kept without a score")

    def happening_row(self, happening: Happening) -> Row:
        """Return the line of something that happened."""
        return Row(
            day=happening.local_date,
            time=wall_clock(happening).strftime("%H:%M"),
            kind=HAPPENING,
            level="",
            what=happening.word,
            more=SEPARATOR.join(self._details(happening)),
            url=f"{self.happenings}{happening.key}/",
            icon=ICONS[happening.sort],
        )

    def _details(self, happening: Happening) -> list[str]:
        words = []
        if happening.last_day is None:
            words.append(self.goes_on)
        elif happening.last_day > happening.local_date:
            words.append(self.until % {"day": _day(happening.last_day)})
        if happening.minutes:
            words.append(self.minutes % {"minutes": happening.minutes})
        if happening.name and happening.name != happening.word:
            words.append(happening.name)
        return words

    def answers_row(self, answers: Answers) -> Row:
        """Return the line of finished answers."""
        return Row(
            day=answers.local_date,
            time=wall_clock(answers).strftime("%H:%M"),
            kind=ANSWERS,
            level="",
            what=str(Answers.Kind(answers.kind).label),
            more=self.score(answers),
            url=f"{self.answers}{answers.key}/",
            icon="page",
        )

    def score(self, answers: Answers) -> str:
        """Return "4.3 of 10", what was chosen of one question, or that there is no score."""
        if answers.score is None:
            return self.no_score
        if answers.kind == Answers.Kind.CHANGE:
            return str(change_words()[int(answers.score)])
        shown = f"{answers.score:.1f}" if answers.kind == Answers.Kind.WEEK else answers.score
        highest = HIGHEST[answers.kind]
        number = shown if isinstance(shown, str) else f"{shown:.0f}"
        return self.of % {"score": number, "highest": highest}


def change_words() -> dict[int, str]:
    """Return the seven answers to the question of change, from very much better."""
    return {
        1: _("Very much better"),
        2: _("Much better"),
        3: _("A little better"),
        4: _("No change"),
        5: _("A little worse"),
        6: _("Much worse"),
        7: _("Very much worse"),
    }


def _day(day: dt.date) -> str:
    return date_format(day, "j M")
