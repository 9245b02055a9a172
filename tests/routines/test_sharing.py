"""A routine as a file and as a code: there and back, and what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.sharing import (
    LARGEST,
    MOST_STEPS,
    USUAL,
    Shared,
    SharedError,
    code_of,
    document,
    read_code,
    read_document,
)
from tests.routines.presses import quick

LINES = st.fixed_dictionaries(
    {
        "point": st.sampled_from(["BL23", "EX-HN-ANMIAN", "GV4", "PC6"]),
        "technique": st.sampled_from(["static_pressure", "tapping", "rolling_cupping"]),
        "side": st.sampled_from(["both", "left", "right", "midline"]),
        "spots": st.integers(1, 17),
        "rounds": st.integers(1, 10),
        "seconds": st.integers(5, 300),
        "pressure": st.sampled_from(["light", "medium", "firm"]),
        "posture": st.sampled_from(["sitting", "standing", "lying"]),
        "tool": st.sampled_from(["hand", "ball", "stick"]),
    }
)
ROUTINES = st.lists(LINES, min_size=1, max_size=MOST_STEPS).map(tuple)
BL23 = {**USUAL, "point": "BL23", "seconds": 60}


@quick
@given(lines=ROUTINES)
def test_a_file_is_read_as_it_was_written(lines):
    shared = Shared("Evening", lines)

    assert read_document(document(shared, catalogue="abc")) == shared
    assert read_document(document(shared, catalogue="abc").encode()) == shared


@quick
@given(lines=ROUTINES)
def test_a_code_is_read_as_it_was_written_however_it_is_typed(lines):
    code = code_of(lines)

    assert read_code(code) == lines
    assert read_code(f" {code.lower()[:9]}\n {code[9:]} ") == lines


@quick
@given(lines=ROUTINES, n=st.integers(0, 10_000), letter=st.sampled_from("ABCXYZ0189./"))
def test_a_slip_in_a_code_is_noticed(lines, n, letter):
    code = code_of(lines)
    n %= len(code)
    if code[n] != letter:
        with pytest.raises(SharedError):
            read_code(code[:n] + letter + code[n + 1 :])


def test_a_code_names_only_what_is_not_as_usual():
    ball = BL23 | {"side": "left", "tool": "ball", "posture": "standing", "rounds": 2}

    assert code_of([BL23, ball]).rpartition("/")[0] == "BL23.60/BL23.60.X2.SL.QS.UB"


def test_a_file_says_what_its_numbers_count_and_where_its_codes_come_from():
    told = json.loads(document(Shared("Evening", (BL23,)), catalogue="abc"))

    assert list(told) == ["format", "version", "units", "source", "name", "steps"]
    assert (told["format"], told["version"]) == ("backbeat-routine", 1)
    assert told["source"]["catalogue"] == "abc"
    assert told["steps"] == [BL23]


def written(**changes):
    return json.dumps(json.loads(document(Shared("Evening", (BL23,)), catalogue="")) | changes)


def steps(*lines, **changes):
    return written(steps=[BL23 | changes, *lines])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "no_json"),
        ("hello", "no_json"),
        (b"\xff\xfe\x00", "no_json"),
        ("[" * 60_000, "no_json"),
        (" " * (LARGEST + 1), "large"),
        ("[]", "other_file"),
        ("{}", "other_file"),
        (written(format="backbeat"), "other_file"),
        (written(version=2), "other_version"),
        (written(version=None), "no_version"),
        (written(version="1"), "no_version"),
        (written(name=""), "no_name"),
        (written(name=7), "no_name"),
        (written(name="a\0b"), "no_name"),
        (written(steps=[]), "no_steps"),
        (written(steps={"0": BL23}), "no_steps"),
        (written(steps=[BL23] * 200), "long"),
        (written(steps=["BL23"]), "line"),
        (written(steps=[{"point": "BL23"}]), "line"),
        (steps(seconds=0), "line"),
        (steps(seconds=10_000), "line"),
        (steps(seconds="60"), "line"),
        (steps(seconds=True), "line"),
        (steps(rounds=1.5), "line"),
        (steps(spots=18), "line"),
        (steps(side=["left"]), "line"),
        (steps(side="up"), "line"),
        (steps(point=None), "line"),
        (steps(point="BL 23"), "line"),
        (steps(point="x" * 10_000), "line"),
        (steps(technique={"a": 1}), "line"),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_reason(text, kind):
    with pytest.raises(SharedError) as refused:
        read_document(text)

    assert refused.value.kind == kind


def test_the_line_that_cannot_be_read_is_named():
    with pytest.raises(SharedError) as refused:
        read_document(steps(BL23, {"point": "BL25"}))

    assert (refused.value.kind, refused.value.about) == ("line", "3")


def test_keys_we_do_not_know_are_left_out():
    assert read_document(steps(colour="red")).lines == (BL23,)


def test_a_name_is_put_on_one_line_of_80_letters():
    assert read_document(written(name="  Two\n lines ")).name == "Two lines"
    assert read_document(written(name="x" * 200)).name == "x" * 80


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("", "no_code"),
        ("BL23.60", "no_code"),
        ("hello", "no_code"),
        ("BL23.60/0000", "slip"),
        ("/" * 100, "slip"),
        ("x" * (LARGEST + 1), "large"),
    ],
)
def test_a_code_that_is_none_is_refused_with_a_reason(code, kind):
    with pytest.raises(SharedError) as refused:
        read_code(code)

    assert refused.value.kind == kind


def test_a_code_of_200_steps_is_refused():
    with pytest.raises(SharedError, match="long"):
        read_code(code_of([BL23] * 200))
