"""What a person may send to the journal, and the sentence for everything else."""

from journal.forms.answers import FORMS as ANSWER_FORMS
from journal.forms.entries import EntryForm, LateRatingForm, PastRatingForm, RatingForm
from journal.forms.happenings import HappeningForm
from journal.forms.parts import LEVELS
from journal.forms.search import SearchForm

__all__ = [
    "ANSWER_FORMS",
    "LEVELS",
    "EntryForm",
    "HappeningForm",
    "LateRatingForm",
    "PastRatingForm",
    "RatingForm",
    "SearchForm",
]
