"""What a set of safety answers adds up to."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.questions import question, questions, screens, session_checks, version
from routines.screening import (
    SCREENS,
    UNSURE,
    YES,
    is_urgent,
    known_answers,
    weigh,
    why_ask_again,
    with_question,
)
from tests.routines.presses import quick

ASKED = [q for screen in screens() for q in screen.questions]
URGENT = [q.key for q in ASKED if q.group == "A"]
LOCKING = [q.key for q in ASKED if q.outcome == "clinician"]
ANSWERS = st.dictionaries(st.sampled_from([q.key for q in ASKED]), st.sampled_from([YES, UNSURE]))


def test_every_question_of_the_review_is_asked():
    assert len(screens()) == SCREENS
    assert URGENT == [
        "rf_saddle", "rf_bladder_bowel", "rf_leg_weakness", "rf_both_legs", "rf_sexual",
        "rf_trauma", "rf_chest", "rf_stroke_neck", "rf_clot",
    ]  # fmt: skip
    assert {q.key for q in ASKED if q.group == "B"} == {
        "rf_cancer", "rf_infection", "rf_weight", "rf_night", "rf_under_18", "rf_age", "rf_inflam",
        "sciatica_new", "pregnant", "diabetes_heart", "recent_surgery",
    }  # fmt: skip
    assert {q.key for q in ASKED if q.group == "C"} == {
        "blood_thinner", "osteoporosis", "dvt", "varicose_veins", "neuropathy", "neck_vessel",
        "spine_condition", "kidney", "abdominal", "hip_replacement", "implanted_device",
    }  # fmt: skip


def test_nothing_marked_goes():
    standing = weigh({}, agreed=False)

    assert (standing.verdict, standing.flags, standing.marked) == ("go", frozenset(), ())
    assert standing.may_press


@pytest.mark.parametrize("key", URGENT)
@pytest.mark.parametrize("answer", [YES, UNSURE])
@pytest.mark.parametrize("agreed", [True, False])
def test_a_red_flag_stops_whoever_agreed_and_however_sure(key, answer, agreed):
    standing = weigh({key: answer}, agreed=agreed)

    assert standing.verdict == "stop"
    assert not standing.may_press
    assert [q.key for q in standing.urgent] == [key]


@pytest.mark.parametrize("key", LOCKING)
@pytest.mark.parametrize("answer", [YES, UNSURE])
def test_a_lock_opens_only_once_someone_has_agreed_and_then_with_limits(key, answer):
    locked, opened = weigh({key: answer}, agreed=False), weigh({key: answer}, agreed=True)

    assert (locked.verdict, locked.may_press) == ("clinician", False)
    assert (opened.verdict, opened.may_press) == ("limits", True)
    assert "cleared" in opened.flags


@pytest.mark.parametrize("key", [q.key for q in ASKED if q.group == "C"])
def test_a_condition_sets_its_limits(key):
    standing = weigh({key: UNSURE}, agreed=False)

    assert standing.verdict == "limits"
    assert key in standing.flags


def test_one_agreement_is_about_every_question_that_needs_one():
    """Someone who agrees because of the heart has not been asked about the spine, unless shown."""
    standing = weigh({"diabetes_heart": YES, "spine_condition": YES, "dvt": YES}, agreed=False)

    assert [q.key for q in standing.awaiting] == ["diabetes_heart", "spine_condition"]
    assert weigh({"spine_condition": YES}, agreed=True).awaiting == ()


def test_advice_alone_does_not_limit():
    assert weigh({"rf_inflam": YES}, agreed=False).verdict == "go"


@quick
@given(fewer=ANSWERS, more=ANSWERS, agreed=st.booleans())
def test_marking_more_never_allows_more(fewer, more, agreed):
    order = ["go", "limits", "clinician", "stop"]
    before, after = weigh(fewer, agreed=agreed), weigh(fewer | more, agreed=agreed)

    assert order.index(before.verdict) <= order.index(after.verdict)
    assert before.flags <= after.flags


@quick
@given(answers=ANSWERS, agreed=st.booleans())
def test_not_sure_weighs_as_much_as_yes(answers, agreed):
    unsure, sure = dict.fromkeys(answers, UNSURE), dict.fromkeys(answers, YES)

    assert weigh(unsure, agreed=agreed) == weigh(sure, agreed=agreed)


@quick
@given(earlier=ANSWERS, later=ANSWERS, was=st.booleans(), is_=st.booleans())
def test_a_session_goes_on_only_under_answers_that_forbid_nothing_new(earlier, later, was, is_):
    before, now = weigh(earlier, agreed=was), weigh(later, agreed=is_)

    if now.allows_all_of(before):
        assert now.may_press
        assert now.flags <= before.flags
    assert not now.allows_all_of(before) or is_ or not was


def test_the_same_answers_allow_what_they_allowed():
    standing = weigh({"blood_thinner": YES}, agreed=False)

    assert standing.allows_all_of(standing)
    assert weigh({}, agreed=False).allows_all_of(standing)
    assert not standing.allows_all_of(weigh({}, agreed=False))
    assert not weigh({"rf_saddle": YES}, agreed=False).allows_all_of(standing)


@quick
@given(
    st.dictionaries(
        st.text(max_size=12) | st.sampled_from(URGENT),
        st.integers()
        | st.text()
        | st.none()
        | st.lists(st.text(), max_size=1)
        | st.sampled_from([YES, UNSURE]),
    )
)
def test_only_answers_to_our_questions_are_kept(given_answers):
    keys = {q.key for q in ASKED}

    assert known_answers(given_answers) == {
        key: value
        for key, value in given_answers.items()
        if key in keys and (value == "yes" or value == "unsure")
    }


def test_the_question_before_each_session_is_not_kept_as_an_answer():
    assert known_answers({"site_problem": YES}) == {}


def test_each_line_of_the_ten_second_check_closes_the_routines():
    for check in session_checks():
        standing = weigh(with_question({}, check.question), agreed=False)
        assert not standing.may_press


def test_marking_an_unknown_question_is_an_error():
    with pytest.raises(KeyError):
        with_question({}, "nothing")


@pytest.mark.parametrize(("days", "why"), [(-1, ""), (0, ""), (90, ""), (91, "old")])
def test_answers_hold_for_ninety_days(days, why):
    today = dt.date(2026, 11, 16)
    then = today - dt.timedelta(days=days)

    assert why_ask_again(then, today, rules_version=version()) == why


def test_answers_to_other_questions_do_not_hold():
    today = dt.date(2026, 11, 16)

    assert why_ask_again(today, today, rules_version="earlier") == "changed"


def test_urgent_are_the_questions_of_group_a():
    assert {q.key for q in questions() if is_urgent(q)} == set(URGENT)
    assert question("rf_trauma").outcome == "urgent_today"
