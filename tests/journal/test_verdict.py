"""The words for what a fair test found."""

import pytest

from journal.fair_test import outcome
from journal.verdict import verdict
from tests.journal.test_fair_test import pairs

SMALL = [-0.5, -0.4, -0.6, -0.3, -0.5, -0.7]
NEVER = ["works", "proven", "effective", "caused", "significant", "!"]


def said(differences, threshold=1):
    return verdict(outcome(pairs(*differences)), threshold)


def test_seven_of_eight_pairs_are_told_with_their_range_and_chance():
    told = said([-2, -1.5, -1, -1.2, -0.8, -1.6, -1.3, 0.3])

    assert told.lead == (
        "In 7 of 8 pairs your pain was lower in the week with sessions. On average it was 1.1 "
        "lower (plausible range: 1.6 lower to 0.5 lower). If sessions made no difference, chance "
        "alone would give a gap this big about 2 times in 100. Sessions seem to help you, by as "
        "much as you asked for beforehand."
    )
    assert told.limits == "Knowing which week it was may have influenced your ratings."


def test_less_than_was_asked_for_is_said():
    assert said(SMALL).lead.endswith("but by less than you asked for beforehand.")


def test_no_clear_outcome_cannot_tell():
    assert said([-1, 1, -1, 1, -1, 1]).lead.endswith("So we cannot tell: this could be chance.")


@pytest.mark.parametrize("differences", [[], [-9] * 4, [-9] * 5, [None] * 8])
def test_fewer_than_six_pairs_never_say_more(differences):
    told = said(differences)

    assert told.lead.startswith("We cannot tell.")
    assert "seem" not in told.lead


def test_more_pain_with_sessions_is_said_with_what_to_do():
    told = said([2, 1.5, 1, 1.2, 0.8, 1.6])

    assert told.is_worse
    assert "consider easing off" in told.lead


@pytest.mark.parametrize("differences", [SMALL, [2] * 6, [1, -1] * 3, [-3] * 8])
def test_no_word_claims_more_than_a_test_knows(differences):
    assert not [word for word in NEVER if word in said(differences).lead.lower()]
