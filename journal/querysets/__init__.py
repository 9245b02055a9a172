"""Which rows of the journal: each chain starts with the person who keeps them."""

from journal.querysets.answers import AnswersQuerySet
from journal.querysets.bin import BinQuerySet
from journal.querysets.entries import EntryQuerySet, older_than
from journal.querysets.fair_tests import FairTestQuerySet
from journal.querysets.happenings import HappeningQuerySet

__all__ = [
    "AnswersQuerySet",
    "BinQuerySet",
    "EntryQuerySet",
    "FairTestQuerySet",
    "HappeningQuerySet",
    "older_than",
]
