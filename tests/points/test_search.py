"""Points are found by all that people call them, and nothing typed breaks the search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.search import Found, known_of, search, taken_apart, words_of_text
from tests.points.text import points

IN_ORDER = sorted(points().values(), key=lambda point: point.position)
KNOWN = [known_of(point) for point in IN_ORDER]


def found(text, **extra):
    return search(taken_apart(text), KNOWN, **extra)


def codes(text):
    return list(found(text).codes)


@pytest.mark.parametrize(
    "text", ["BL23", "bl 23", "UB23", "B23", "bl-23", "Bl.23", " b 23 ", "BL023"]
)
def test_code_finds_its_point_alone(text):
    assert codes(text) == ["BL23"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("P6", "PC6"), ("du 4", "GV4"), ("SJ-5", "TE5"), ("GV29", "EX-HN3"), ("ex hn3", "EX-HN3")],
)
def test_other_spelling_of_a_line_finds_the_point(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text", ["shenshu", "Shènshū", "shen shu", "shen-shu", "shen4 shu1", "SHENSHU", "she\u0300nshu"]
)
def test_pinyin_is_found_with_and_without_tones_spaces_and_hyphens(text):
    assert codes(text) == ["BL23"]


@pytest.mark.parametrize("point", IN_ORDER, ids=str)
def test_every_point_is_first_by_code_and_found_by_each_of_its_names(point):
    assert codes(point.code)[0] == point.code
    for name in (
        point.name_pinyin,
        point.name_hanzi,
        point.name_hanzi_traditional,
        point.name_english,
    ):
        assert point.code in codes(name)
    assert codes(point.name_hanzi)[0] == point.code


@pytest.mark.parametrize("text", ["肾俞", "腎俞"])
def test_characters_are_found_in_both_scripts(text):
    assert codes(text) == ["BL23"]


def test_one_character_finds_all_names_that_hold_it():
    assert {"BL13", "BL23", "SI14"} <= set(codes("俞"))


def test_characters_beside_a_word_must_both_fit():
    assert codes("俞 kidney") == ["BL23", "KI27"]  # Shufu is on the Kidney line
    assert codes("俞 wrist") == []


def test_older_number_names_both_points_and_leads_through_the_names():
    answer = found("B47")

    assert answer.codes == ("BL47", "BL52")
    assert (answer.doubt.name, answer.doubt.old_name) == ("Hunmen", "Zhishi")


def test_older_number_is_asked_about_even_where_the_library_holds_neither():
    answer = found("BL41")

    assert answer.codes == ()
    assert (answer.doubt.name, answer.doubt.old_name) == ("Fufen", "Geguan")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("kidney", "BL23"),
        ("kidney shu", "BL23"),
        ("suspended", "GB39"),
        ("wrist", "PC6"),
        ("tailbone", "BL27"),
        ("hip", "GB30"),
        ("bottom", "BL53"),
        ("collarbone", "KI27"),
        ("hamstring", "BL37"),
        ("eyebrows", "EX-HN3"),
        ("L4", "GV3"),
    ],
)
def test_meaning_and_body_words_are_found(text, first):
    assert codes(text)[0] == first


def test_low_back_lists_the_low_back_before_far_points():
    answer = codes("pain in my lower back")
    region = {point.code: point.body_region for point in IN_ORDER}

    assert region[answer[0]] == "low_back"
    assert answer.index("BL23") < answer.index("LI4")


def test_aim_is_found_by_everyday_words():
    asleep = {point.code for point in IN_ORDER if "sleep" in point.routine_tags}

    assert set(codes("insomnia")) == asleep
    assert asleep


def test_name_comes_before_names_that_begin_like_it():
    assert codes("guanyuan") == ["CV4", "BL26"]


def test_typing_a_code_or_name_finds_it_before_the_end():
    assert {"BL23", "BL24"} <= set(codes("bl2"))
    assert "BL23" in codes("shens")
    assert "BL23" in codes("kidn")


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("shenshi", "BL23", "shenshu"),
        ("sianyinjiao", "SP6", "sanyinjiao"),
        ("kidny", "BL23", "kidney"),
        ("lwo bakc", "", ""),
        ("tialbone", "BL27", "tailbone"),
        ("outer ankel", "BL60", "outer ankle"),
    ],
)
def test_one_slip_in_a_word_is_forgiven_and_said(text, code, meant):
    answer = found(text)

    assert answer.meant == meant
    assert (code in answer.codes) is bool(code)


@pytest.mark.parametrize("text", ["BL99", "GB93", "hop", "nek", "LI44"])
def test_code_and_short_word_are_not_guessed(text):
    assert found(text).codes == ()


def test_what_is_known_is_not_corrected():
    assert found("sleep").meant == ""


@pytest.mark.parametrize(
    "text", ["", "   ", "\0", "%%%", "'; --", "🦴", "почка", "كلية", "<>", "x" * 10_000, "\ud800"]
)
def test_what_cannot_be_found_is_nothing(text):
    assert found(text) == Found(())


def test_text_of_the_catalogue_comes_last_and_never_beside_a_code():
    assert found("kidney", by_text=["LR3", "BL23"]).codes[-1] == "LR3"
    assert found("bl23", by_text=["LR3"]).codes == ("BL23",)


def test_words_for_the_text_are_plain_and_few():
    assert words_of_text(taken_apart("Achilles'  heel!")) == ("achilles", "heel")
    assert words_of_text(taken_apart("bl 23")) == ()
    assert words_of_text(taken_apart("肾俞")) == ()
    assert len(words_of_text(taken_apart("word " * 50))) == 8


@given(st.text(max_size=200))
def test_any_text_is_searched_for_and_finds_known_points_once(text):
    answer = found(text)

    assert len(set(answer.codes)) == len(answer.codes)
    assert set(answer.codes) <= set(points())
    assert all(word.isascii() and word.isalnum() for word in words_of_text(taken_apart(text)))
