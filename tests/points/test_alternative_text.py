"""The picture in words: level and distance are those of the same record that draws the disc."""

import pytest

from points import plates
from points.landmarks import drawn_on
from tests.points.text import point, points

LEVELS = {
    "C7": "just below the large bump at the base of the neck",
    "T1": "one bump below the large bump at the base of the neck",
    "T3": "at the height where the shoulder-blade ridges end",
    "T4": "one bump below the height where the shoulder-blade ridges end",
    "T6": "one bump above the lower tips of the shoulder blades",
    "T7": "at the height of the lower tips of the shoulder blades",
    "T9": "two bumps below the lower tips of the shoulder blades",
    "L2": "two bumps above the line of the hip-bone tops",
    "L3": "one bump above the line of the hip-bone tops",
    "L4": "at the height of the hip-bone tops",
    "L5": "one bump below the line of the hip-bone tops",
    "S1": "just above the dimples of the pelvis",
    "S2": "at the height of the dimples of the pelvis",
    "S4": "at the height of the hollow above the buttock crease",
}
OUTWARDS = {
    0: "on the midline",
    0.5: "close beside the spine",
    1.5: "half way to the line of the inner edge of the shoulder blade",
    3: "in line with the inner edge of the shoulder blade",
    3.5: "a little outside the line of the inner edge of the shoulder blade",
}
WHOLE_ROW = "EX-B2"  # seventeen levels; its text says from which to which
ON_THE_SPINE = [
    code
    for code, one in points().items()
    if one.location["method"] == "vertebral_level" and code != WHOLE_ROW
]


@pytest.mark.parametrize("code", ON_THE_SPINE)
def test_words_say_the_level_that_is_drawn(code):
    one = point(code)
    level = one.location["vertebral_level"]

    assert LEVELS[level] in one.alternative_text
    others = [words for other, words in LEVELS.items() if other != level]
    told = [words for words in others if words in one.alternative_text]
    assert all(words in LEVELS[level] for words in told)


@pytest.mark.parametrize("code", [*ON_THE_SPINE, WHOLE_ROW])
def test_words_say_how_far_out_the_disc_is_drawn(code):
    one = point(code)
    offset = one.location["lateral_offset_cun"]

    assert OUTWARDS[offset] in one.alternative_text
    assert (offset == 0) == ({spot.side for spot in plates.plate_for(one).spots} == {"midline"})


@pytest.mark.parametrize("code", points())
def test_page_shows_the_words_of_its_own_record(code):
    plate = plates.plate_for(point(code), side=point(code).sides[-1])

    assert plate.description == point(code).alternative_text
    assert {name for names in point(code).find_landmarks for name in names} <= drawn_on(plate.view)


@pytest.mark.parametrize("code", ["BL23", "GB39"])
def test_mirrored_picture_keeps_its_words(code):
    left, right = (plates.plate_for(point(code), side=side) for side in ("left", "right"))

    assert left.description == right.description
    assert len(left.spots) == len(right.spots)
