"""The safety questions and rules, held against the lists they were written from."""

import dataclasses

import pytest

from points import questions, words
from tests.points.text import points, text

URGENT = {
    *("rf_saddle", "rf_bladder_bowel", "rf_sexual", "rf_leg_weakness", "rf_both_legs"),
    *("rf_trauma", "rf_chest", "rf_stroke_neck", "rf_clot"),
}
FIRST = {
    *("rf_cancer", "rf_infection", "rf_weight", "rf_night", "rf_age", "rf_under_18", "rf_inflam"),
    *("pregnant", "diabetes_heart", "recent_surgery", "sciatica_new"),
}
LIMITS = {
    *("blood_thinner", "osteoporosis", "dvt", "varicose_veins", "neuropathy", "neck_vessel"),
    *("spine_condition", "kidney", "abdominal", "hip_replacement", "implanted_device"),
}
BALL = {"ball_wall", "ball_lying"}
LEGS = {"thigh", "knee", "lower_leg", "ankle", "foot"}
BACK = {"upper_back", "mid_back", "low_back", "sacrum"}


def keys(group):
    return {question.key for question in questions.questions() if question.group == group}


def left_out(flag, effect="avoid"):
    """The codes of the points that a flag leaves out altogether."""
    about = [
        rule
        for rule in questions.rules()
        if rule.flag == flag and rule.effect == effect and rule.concerns_point
    ]
    return {one.code for one in points().values() if any(rule.covers_point(one) for rule in about)}


def test_no_question_of_the_list_is_absent():
    assert keys("A") == URGENT
    assert keys("B") == FIRST
    assert keys("C") == LIMITS
    assert keys("session") == {"site_problem"}


def test_every_question_is_asked_once_on_at_most_eight_screens():
    screens = questions.screens()
    asked = [question.key for screen in screens for question in screen.questions]

    assert [screen.number for screen in screens] == list(range(1, 9))
    assert sorted(asked) == sorted(URGENT | FIRST | LIMITS)
    assert all(screen.questions and screen.why and screen.title for screen in screens)


@pytest.mark.parametrize(("group", "numbers"), [("A", {1, 2}), ("B", {3, 4, 5}), ("C", {6, 7, 8})])
def test_groups_stand_on_their_screens(group, numbers):
    assert {one.screen for one in questions.questions() if one.group == group} == numbers


def test_urgent_answers_block_everything():
    for key in URGENT:
        asked = questions.question(key)
        assert asked.outcome == ("urgent_today" if key == "rf_trauma" else "emergency")
        assert questions.outcome(asked.outcome).blocks == "everything"


def test_emergency_text_sends_for_help_and_forbids_pressing():
    told = questions.outcome("emergency").text

    assert told == (
        "This can be a sign of pressure on nerves or another emergency. Call your local emergency"
        " number or go to an emergency department now. Do not press any points."
    )


def test_whoever_is_to_be_seen_is_told_what_was_marked():
    locked = [one for one in questions.questions() if one.outcome == "clinician"]
    told = [one.tell for one in locked]

    assert all(told)
    assert len(set(told)) == len(told)


def test_clinician_answers_lock_until_someone_agreed_and_then_call_for_care():
    locked = {one for one in questions.questions() if one.outcome == "clinician"}

    assert {one.key for one in locked} == FIRST - {"rf_inflam", "sciatica_new"}
    assert all(one.confirm and "cleared" in one.sets for one in locked)
    assert questions.outcome("clinician").blocks == "until_agreed"


@pytest.mark.parametrize(
    ("key", "flags"),
    [
        ("rf_cancer", {"cancer", "cleared"}),
        ("pregnant", {"pregnant", "cleared"}),
        ("diabetes_heart", {"heart", "cleared"}),
        ("sciatica_new", {"sciatica_new"}),
        ("rf_inflam", set()),
    ],
)
def test_group_b_sets_its_flags(key, flags):
    assert set(questions.question(key).sets) == flags


def test_each_limit_sets_the_flag_of_its_name():
    assert {key: questions.question(key).sets for key in LIMITS} == {key: (key,) for key in LIMITS}


def test_every_flag_of_a_point_is_asked_about_and_named():
    used = {flag for one in points().values() for flag in (*one.exclude_if, *one.caution_if)}
    asked = {flag for question in questions.questions() for flag in question.sets}

    assert used <= asked
    assert asked == set(questions.conditions())


def test_every_flag_of_a_point_has_a_rule_that_gives_the_reason():
    for one in points().values():
        for flags, effect in ((one.exclude_if, "avoid"), (one.caution_if, "lighter")):
            for flag in flags:
                found = [
                    rule
                    for rule in questions.rules()
                    if rule.flag == flag and rule.effect == effect and rule.concerns_point
                ]
                assert any(rule.covers_point(one) for rule in found), (one.code, flag, effect)


@pytest.mark.parametrize(
    ("flag", "codes"),
    [
        ("blood_thinner", set()),
        ("osteoporosis", {"GV3", "GV4", "GV9", "GV14", "EX-B8", "EX-B2"}),
        ("varicose_veins", set()),
        ("neuropathy", set()),
        ("neck_vessel", {"GB20", "BL10", "EX-HN-ANMIAN"}),
        ("kidney", set()),
        ("abdominal", {"CV4", "CV6", "SP14"}),
        ("heart", set()),
        ("hip_replacement", {"GB29", "GB30"}),
        ("implanted_device", {"KI27"}),
        ("cleared", set()),
        ("site_problem", set(points())),
    ],
)
def test_flag_leaves_out_the_points_of_the_table(flag, codes):
    assert left_out(flag) == codes


def test_a_clot_leaves_out_every_point_of_leg_and_foot():
    legs = {one.code for one in points().values() if one.body_region in LEGS}

    assert left_out("dvt") == legs | {"BL36"}


def test_pregnancy_leaves_out_its_points_belly_and_lower_legs():
    expected = {
        one.code
        for one in points().values()
        if "pregnant" in one.exclude_if or one.body_region in LEGS - {"thigh"} | {"abdomen"}
    }

    assert left_out("pregnant") == expected
    assert {"BL30", "SP6", "LI4", "GB21", "CV4", "GB39"} <= expected


@pytest.mark.parametrize("flag", ["spine_condition", "cancer"])
def test_back_waits_for_a_clinician(flag):
    back = {one.code for one in points().values() if one.body_region in BACK}

    assert back | {"BL53", "BL54"} <= left_out(flag, "ask")


@pytest.mark.parametrize(
    ("flag", "kind", "expected", "where"),
    [
        ("blood_thinner", "tools", BALL, "everywhere"),
        ("blood_thinner", "techniques", {"pinching_pressure", "tapping"}, "everywhere"),
        ("pregnant", "tools", BALL, "everywhere"),
        ("kidney", "tools", BALL, {"BL23", "BL52"}),
        ("kidney", "techniques", {"tapping", "deep_pressure"}, {"BL23", "BL52"}),
        ("neuropathy", "tools", BALL, {"foot"}),
        ("osteoporosis", "tools", BALL, BACK | {"shoulder", "chest"}),
    ],
)
def test_flag_leaves_out_tools_and_techniques(flag, kind, expected, where):
    (rule,) = [one for one in questions.rules() if one.flag == flag and getattr(one, kind)]

    assert rule.effect == "avoid"
    assert set(getattr(rule, kind)) == expected
    assert rule.everywhere if where == "everywhere" else {*rule.codes, *rule.regions} == where


def test_lighter_always_means_light_short_and_without_tools():
    lighter = [rule for rule in questions.rules() if rule.effect == "lighter"]

    assert len(lighter) == 14
    limits = {(rule.max_pressure, rule.max_seconds, rule.no_tools) for rule in lighter}
    assert limits == {("light", 45, True)}


def test_every_rule_gives_its_reason_and_source():
    for rule in questions.rules():
        assert rule.reason.endswith(".")
        assert rule.source
        assert rule.effect in {"avoid", "lighter", "ask"}
        assert set(rule.regions) <= set(words.Region.values)


def test_sources_are_those_of_the_catalogue():
    known = {entry.key for entry in text()["source"]}
    cited = {slug for one in (*questions.questions(), *questions.rules()) for slug in one.source}

    assert cited <= known


def test_session_check_leads_to_urgent_or_first_questions():
    checks = questions.session_checks()

    assert len(checks) == 5
    assert all(questions.question(one.question).group in "AB" for one in checks)


def test_statements_are_short_and_questions_ask():
    for one in questions.questions():
        assert one.text.endswith("?")
        assert len(one.statement) <= 120
        assert not one.statement.endswith(("?", "."))
        assert " I " not in f" {one.text} {one.statement} "


def version_with(*, question=None, rule=None, check=None, blocks=None):
    """The version if the first question, rule or check had other columns."""
    asked, ruling = questions.questions(), questions.rules()
    checks = questions.session_checks()
    now = {one.outcome: questions.outcome(one.outcome).blocks for one in asked}
    return questions.version_of(
        [dataclasses.replace(asked[0], **question or {}), *asked[1:]],
        [dataclasses.replace(ruling[0], **rule or {}), *ruling[1:]],
        [dataclasses.replace(checks[0], **check or {}), *checks[1:]],
        now | (blocks or {}),
    )


@pytest.mark.parametrize(
    "change",
    [
        {"question": {"key": "other"}},
        {"question": {"group": "C"}},
        {"question": {"outcome": "advice"}},
        {"question": {"sets": ("dvt",)}},
        {"question": {"confirm": "A clinician has agreed."}},
        {"rule": {"flag": "other"}},
        {"rule": {"effect": "none"}},
        {"rule": {"codes": ("BL99",)}},
        {"rule": {"max_seconds": 7}},
        {"check": {"question": "rf_age"}},
        {"blocks": {"clinician": "nothing"}},
    ],
)
def test_version_changes_with_what_is_asked_and_what_follows(change):
    assert version_with(**change) != questions.version()


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"question": {"text": "Other words?", "statement": "Other words", "message": "Other."}},
        {"rule": {"reason": "Other words.", "advice": "Other words.", "source": ("other",)}},
        {"check": {"statement": "Other words"}},
    ],
)
def test_version_stays_when_only_words_change(change):
    assert len(questions.version()) == 12
    assert version_with(**change) == questions.version()


def test_answers_cannot_be_changed_in_passing():
    with pytest.raises(dataclasses.FrozenInstanceError):
        questions.questions()[0].outcome = "flag"
