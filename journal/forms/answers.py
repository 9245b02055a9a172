"""What a person may answer: three numbers, 24 statements, one question of change."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from journal import actions
from journal.forms.parts import CHOICE_WORDS, KEY_WORDS, LEVELS
from journal.measures import CHANGE, CHANGE_ITEM, ROLAND, WEEK, WEEK_ITEMS, checked, missing
from journal.models import Answers
from journal.roland import STATEMENTS
from journal.telling import change_words
from routines.local_time import Moment

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

QUESTIONS: "dict[str, StrOrPromise]" = {
    "pain": _("How strong was your back pain in the last week, taken together?"),
    "joy": _("How much did it take from your pleasure in things?"),
    "doing": _("How much did it get in the way of what you had to do?"),
}
NUMBER_WORDS = {"invalid_choice": _("Choose a number from 0 to 10.")}
NOTHING_TICKED = _("Tick what is true of you today, or tick the last line if nothing is.")
ONE_MISSING = _("Choose an answer, or keep this without a score.")


class AnswersForm(forms.Form):
    """Any of the three; ``given`` are the answers as ``journal.measures`` reads them.

    Attributes:
        saved: The row of the answers, once they are kept for good.
        other: The row that has the key of the page with other answers in it, if there is one.
    """

    saved: Answers
    other: Answers | None = None

    key = forms.UUIDField(error_messages=KEY_WORDS, widget=forms.HiddenInput)
    kind = ""

    def __init__(self, sent: QueryDict | None, *, draft: Answers | None, is_whole: bool) -> None:
        self.is_whole = is_whole
        initial = {"key": uuid4(), **self.as_fields(draft.answers if draft else {})}
        super().__init__(sent, initial=initial)

    def as_fields(self, answers: dict[str, int]) -> dict[str, Any]:
        """Return kept answers as the fields show them."""
        return dict(answers)

    def given(self) -> dict[str, int]:
        """Return the answers that are there and can be."""
        numbers = {name: self.cleaned_data.get(name) for name in self.items()}
        return checked(self.kind, {name: int(n) for name, n in numbers.items() if n})

    def items(self) -> tuple[str, ...]:
        """Return the names of the fields that are questions."""
        return tuple(name for name in self.fields if name != "key")

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, where all is to be answered."""
        cleaned = super().clean() or {}
        if self.is_whole:
            for name in missing(self.kind, {n: 1 for n in self.items() if cleaned.get(n)}):
                if name not in self.errors:
                    self.add_error(name, ONE_MISSING)
        return cleaned

    @property
    def status(self) -> HTTPStatus:
        """What the page that shows this form answers with."""
        if self.other:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.errors else HTTPStatus.OK

    def finish(self, person: User, now: Moment) -> bool:
        """Return whether these answers are kept for good, now or before.

        If not, ``other`` is what stands in their way, and they go on under a key of their own.
        """
        try:
            self.saved = actions.finish_answers(
                person=person,
                kind=self.kind,
                key=self.cleaned_data["key"],
                answers=self.given(),
                stamp=now.stamp(),
            )
        except actions.OtherAnswersError as taken:
            self.other = taken.row
            self.data = cast("QueryDict", self.data).copy()
            self.data["key"] = str(uuid4())
        return self.other is None

    def keep(self, person: User, now: Moment) -> Answers:
        """Keep what is answered so far."""
        return actions.keep_draft(
            person=person, kind=self.kind, answers=self.given(), stamp=now.stamp()
        )


def _scale(question: "StrOrPromise") -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=[(str(level), str(level)) for level in LEVELS],
        label=question,
        required=False,
        widget=forms.RadioSelect,
        error_messages=NUMBER_WORDS,
    )


class WeekForm(AnswersForm):
    """Three numbers about the last seven days."""

    kind = WEEK
    pain, joy, doing = (_scale(QUESTIONS[item]) for item in WEEK_ITEMS)


class RolandForm(AnswersForm):
    """The 24 statements: one is ticked or it is not."""

    kind = ROLAND
    statements = forms.MultipleChoiceField(
        choices=list(STATEMENTS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOICE_WORDS,
    )

    none_fits = forms.BooleanField(label=_("None of these is true of me today"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask once more where nothing is ticked: a stray tap is no score of 0."""
        cleaned = super().clean()
        said = cleaned.get("statements") or cleaned.get("none_fits")
        if self.is_whole and not said and "statements" not in self.errors:
            self.add_error("statements", NOTHING_TICKED)
        return cleaned

    def as_fields(self, answers: dict[str, int]) -> dict[str, Any]:
        """Return the ticked statements."""
        return {"statements": [item for item, ticked in answers.items() if ticked]}

    def given(self) -> dict[str, int]:
        """Return a 1 for every ticked statement."""
        return checked(self.kind, dict.fromkeys(self.cleaned_data.get("statements", []), 1))


class ChangeForm(AnswersForm):
    """Better or worse since the beginning."""

    kind = CHANGE

    def __init__(self, sent: QueryDict | None, *, draft: Answers | None, is_whole: bool) -> None:
        super().__init__(sent, draft=draft, is_whole=is_whole)
        self.fields[CHANGE_ITEM] = forms.ChoiceField(
            choices=list(change_words().items()),
            label=_("Since you began here, your back is"),
            required=False,
            widget=forms.RadioSelect,
            error_messages=CHOICE_WORDS,
        )


FORMS: dict[str, Callable[..., AnswersForm]] = {
    WEEK: WeekForm,
    ROLAND: RolandForm,
    CHANGE: ChangeForm,
}
