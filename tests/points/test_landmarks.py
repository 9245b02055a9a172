"""Landmarks have words, and a figure is asked whether it shows them."""

import pytest

from points import landmarks
from points.landmarks import in_words


def test_things_are_joined_as_one_says_them():
    assert in_words(["asis", "trochanter", "point"]) == (
        "front hip bone, outer hip bone and the point itself"
    )
    assert in_words(["spine_L2"]) == "bump L2"


def test_what_a_view_does_not_draw_is_unknown():
    assert landmarks.unknown(["iliac_crest", "brow", "point"], "back-trunk") == ["brow"]


def test_flat_skin_cannot_be_lit():
    assert "skin" not in landmarks.drawn_on("hip-side")


def test_what_has_no_words_is_unknown():
    assert "heel_line" in landmarks.drawn_on("back")
    assert landmarks.unknown(["heel_line"], "back") == ["heel_line"]


def test_name_without_words_is_refused():
    with pytest.raises(KeyError):
        in_words(["heel_line"])
