"""Answers that are being given."""

import datetime as dt

import pytest

from routines.drafts import Draft


def test_a_draft_comes_back_from_the_session_as_it_was():
    draft = Draft(
        answers={"dvt": "unsure"},
        screens=3,
        follows="a",
        checked="mistake",
        agreed=True,
        key="k",
        version="v",
        asked_on=dt.date(2026, 11, 16),
    )

    assert Draft.read(draft.stored()) == draft


@pytest.mark.parametrize("stored", [None, "", 7, [], "screening"])
def test_anything_else_is_an_empty_draft(stored):
    assert Draft.read(stored) == Draft()


def test_answers_we_do_not_ask_and_words_that_are_no_agreement_are_not_read():
    draft = Draft.read(
        {"answers": {"dvt": "yes", "x": "yes", "kidney": "no"}, "agreed": "true", "done": 1}
    )

    assert draft == Draft(answers={"dvt": "yes"}, version="")


def test_answers_of_another_shape_are_none():
    assert Draft.read({"answers": ["dvt"]}).answers == {}


def test_a_draft_weighs_as_its_answers_do():
    assert Draft(answers={"pregnant": "unsure"}).standing().verdict == "clinician"
    assert Draft(answers={"pregnant": "unsure"}, agreed=True).standing().verdict == "limits"
