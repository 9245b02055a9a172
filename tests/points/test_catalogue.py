"""The text of the catalogue: complete, careful in its words, and true to itself."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from points import references, words
from points.questions import CATALOGUE
from tests.points.text import point, points, text

PATCH = "Anywhere in the disc is fine. It is a patch, not a pin-prick."
NEVER = re.compile(
    r"\b(treat\w*|cure[sd]?|curing|reliev\w*|relief|heal(?:s|ed|ing)?|diagnos\w*|works|worked|streaks?|missed"
    r"|failed|patients?|guarantee\w*)\b",
    re.IGNORECASE,
)
FILES = [
    *CATALOGUE.rglob("*.toml"),
    *Path(settings.BASE_DIR, "templates", "points").glob("*.html"),
    Path(settings.BASE_DIR, "points", "words.py"),
    Path(settings.BASE_DIR, "points", "reaching.py"),
]
LEVELS = {"BL13": "T3", "BL18": "T9", "BL23": "L2", "BL25": "L4", "BL30": "S4", "BL52": "L2"}


def test_catalogue_holds_the_62_points_and_the_rest():
    assert {kind: len(entries) for kind, entries in text().items()} == {
        "source": 38,
        "technique": 5,
        "tradition": 3,
        "study": 23,
        "point": 62,
        "claim": 29,
        "lesson": 58,
    }


def test_names_lead_somewhere():
    assert list(references.problems(text())) == []


@pytest.mark.parametrize("code", points())
def test_point_is_complete(code):
    one = point(code)

    assert one.source_slugs
    assert one.sides
    assert one.exclude_if
    assert "site_problem" in one.exclude_if
    assert one.location_text.endswith((".", ")"))
    assert one.how_to_find
    assert one.alternative_text.endswith(".")
    assert one.reach["how"]
    assert 2 <= len(one.find_steps) <= 5
    assert one.find_steps[-1] == PATCH
    assert one.place


@pytest.mark.parametrize("code", points())
def test_point_says_its_cautions_or_that_none_is_known(code):
    entry = next(entry for entry in text()["point"] if entry.key == code)

    assert entry.values["cautions"] == "none known" or all(entry.values["cautions"])


@pytest.mark.parametrize("code", points())
def test_picture_in_words_tells_the_side_and_one_disc_or_more(code):
    one = point(code)

    assert re.search(r"\b(one|two|seventeen)( small)? discs?\b", one.alternative_text)
    assert len(one.alternative_text) < 260


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_words_make_no_claim(file):
    told = file.read_text(encoding="utf-8")

    assert NEVER.findall(told) == []


@pytest.mark.parametrize("file", FILES[:-2], ids=lambda file: file.name)
def test_words_are_plain(file):
    told = file.read_text(encoding="utf-8")

    assert "\N{EM DASH}" not in told
    assert not re.search(r"\w!", told)


def test_extra_points_lean_on_no_standard():
    extra = [one for one in points().values() if one.standard == "extra"]

    assert len(extra) == 6
    assert {tuple(one.source_slugs) for one in extra} == {("textbooks",)}
    assert not any("WHO" in one.location_text for one in extra)


@pytest.mark.parametrize(("code", "level"), LEVELS.items())
def test_levels_are_those_of_the_standard(code, level):
    assert point(code).location["vertebral_level"] == level


def test_article_points_are_marked():
    told = {one.code for one in points().values() if one.in_article}

    assert told == {
        *("GB39", "BL30", "BL13", "BL23", "PC6"),
        *("BL18", "BL52", "BL47", "SP14", "BL45", "GB34"),
    }
    assert all(point(code).article_note for code in told)


def test_trial_lists_that_were_not_checked_say_so():
    unchecked = {e.key for e in text()["study"] if not e.values["points_confirmed"]}

    assert {"murphy2019_relaxing", "murphy2019_stimulating", "movahedi2017"} <= unchecked


def test_no_ball_is_offered_where_a_hard_ball_is_refused():
    refused = [one for one in points().values() if "hard_ball" in one.techniques_avoid]

    assert {one.code for one in refused} == {"GV3", "GV4", "GV9", "GV14", "EX-B8"}
    assert not any(tool.startswith("ball") for one in refused for tool in one.tools)


def test_neck_and_midline_are_pressed_lightly():
    for one in points().values():
        if one.body_region == "neck" or (one.laterality == "midline" and one.body_view == "back"):
            assert one.pressure_max == "light", one.code


def test_techniques_carry_the_names_that_other_pages_use():
    named = {entry.key: entry.values["name"] for entry in text()["technique"]}

    assert named == {str(slug): str(slug.label) for slug in words.Pressing}


def test_positions_run_from_head_to_hand_without_a_gap():
    order = list(words.Region.values)
    ranked = sorted(points().values(), key=lambda one: one.position)

    assert [one.position for one in ranked] == list(range(1, 63))
    regions = [order.index(one.body_region) for one in ranked]
    assert regions == sorted(regions)


@pytest.mark.parametrize("code", points())
def test_cue_by_hand_names_no_tool(code):
    """A person who may use no ball must never be told to lean on one."""
    reach = point(code).reach
    how = reach.get("by_hand", reach["how"]).lower()
    if reach["alone_by_hand"] != "no" and "never a hard ball" not in how:
        assert not {"ball", "stick"} & set(re.findall(r"[a-z]+", how))
        assert "massage hook" not in how
