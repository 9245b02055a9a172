"""Rows of what a person felt and what happened, and the rules that the database keeps."""

from journal.models.answers import Answers
from journal.models.beginning import Beginning
from journal.models.entry import Entry
from journal.models.fair_test import FairTest
from journal.models.finding import Finding
from journal.models.happening import Happening

__all__ = ["Answers", "Beginning", "Entry", "FairTest", "Finding", "Happening"]
