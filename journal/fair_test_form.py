"""What a person chooses for a fair test, and the sentence for everything that rules one out."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from journal.fair_test import MOST_PAIRS
from journal.models import FairTest
from journal.testing import AlreadyTestingError, Asked, begin_fair_test
from routines.local_time import Moment
from routines.models import Routine
from routines.screening import Standing

# How often a true difference is called clear, as ``python -m tests.bench_statistics --runs 400
# --seed 27 fair`` counted it (README, "How we know"), where pain carries over from day to day with
# a correlation of 0.6: 6 pairs 14.8 and 48.5 in 100 for 1 and 2 points, 8 pairs 31.8 and 80.5.
# Seven pairs were counted without an effect only; more pairs find more, so that they lie between.
PAIRS = [
    (
        6,
        _(
            "6 pairs, 12 weeks: finds a difference of 1 point in about 1 of 7 tests, of 2 points "
            "in about half"
        ),
    ),
    (7, _("7 pairs, 14 weeks: between the two")),
    (
        8,
        _(
            "8 pairs, 16 weeks: finds a difference of 1 point in about 1 of 3 tests, of 2 points "
            "in about 4 of 5"
        ),
    ),
]
THRESHOLDS = [(1, _("1 point")), (2, _("2 points")), (3, _("3 points"))]
WORRIES = [("no", _("No, that is fine")), ("yes", _("Yes, or I am not sure"))]
QUESTION = _("Is my pain lower in weeks with sessions?")
CHOOSE = {"required": _("Choose one."), "invalid_choice": _("Choose from what is shown here.")}


class FairTestForm(forms.Form):
    """Question, length, threshold, routine, and whether going without is a worry."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.CharField(
        label=_("What do you want to know?"),
        max_length=200,
        initial=QUESTION,
        error_messages={"required": _("Write down your question. It stays as it is to the end.")},
    )
    routine = forms.ModelChoiceField(
        queryset=Routine.objects.none(),
        label=_("Which routine, daily in the weeks with sessions?"),
        empty_label=None,
        error_messages=CHOOSE,
    )
    pairs = forms.TypedChoiceField(
        choices=PAIRS,
        coerce=int,
        initial=MOST_PAIRS,
        label=_("How long?"),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    threshold = forms.TypedChoiceField(
        choices=THRESHOLDS,
        coerce=int,
        initial=1,
        label=_("How much lower would be worth it to you?"),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    worry = forms.ChoiceField(
        choices=WORRIES,
        label=_("Would a week without sessions worry you?"),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, now: Moment, **kwargs: Any) -> None:
        self.person = kwargs.pop("person")
        self.now = now
        super().__init__(*args, **kwargs)
        field = self.fields["routine"]
        field.queryset = Routine.objects.kept_by(self.person).in_use()  # type: ignore[attr-defined]

    def clean_worry(self) -> str:
        """Refuse where going without would be a worry: nobody is to be kept from what they need."""
        if self.cleaned_data["worry"] != "no":
            raise forms.ValidationError(
                _("Then this test is not for you, and that is fine. Keep your plan as it is.")
            )
        return "no"

    def save(self) -> FairTest | None:
        """Return the test, drawn and laid into the plan; None where another one goes on."""
        chosen = self.cleaned_data
        asked = Asked(chosen["question"], chosen["pairs"], chosen["threshold"])
        try:
            return begin_fair_test(
                person=self.person,
                key=chosen["key"],
                asked=asked,
                routine=chosen["routine"],
                now=self.now,
            )
        except AlreadyTestingError:
            self.add_error(None, _("One fair test goes on already. Stop it first, or wait."))
            return None

    @property
    def status(self) -> HTTPStatus:
        """422 where something has to be changed."""
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.errors else HTTPStatus.OK


def ruled_out(standing: Standing | None, why_again: str) -> str:
    """Return why safety answers rule a fair test out, or nothing.

    Args:
        standing: What the newest answers mean; None without any.
        why_again: Why they are asked for again; empty while they hold.
    """
    if standing is None or why_again:
        return gettext("Answer the safety questions first. A fair test needs answers that are new.")
    if not standing.may_press:
        return gettext("Your safety answers ask for somebody to look at your back first.")
    if "pregnant" in standing.flags:
        return gettext("A fair test is not for pregnancy or the weeks after birth.")
    return ""
