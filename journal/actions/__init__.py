"""Writes to the journal that must hold when two tabs, or one tap sent twice, meet."""

from journal.actions.answers import (
    OtherAnswersError,
    empty_drafts,
    finish_answers,
    keep_draft,
)
from journal.actions.bin import bring_back, put_in_bin
from journal.actions.entries import OtherRatingError, save_details, save_rating
from journal.actions.happenings import (
    OtherHappeningError,
    change_happening,
    end_happening,
    save_happening,
)

__all__ = [
    "OtherAnswersError",
    "OtherHappeningError",
    "OtherRatingError",
    "bring_back",
    "change_happening",
    "empty_drafts",
    "end_happening",
    "finish_answers",
    "keep_draft",
    "put_in_bin",
    "save_details",
    "save_happening",
    "save_rating",
]
