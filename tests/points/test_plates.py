"""Plates: the right part of the right drawing, with the right disc chosen."""

from itertools import combinations, pairwise

import pytest

from points import plates
from points.anatomy import places
from points.drawings import Position, figure
from points.plates.labelling import crosses
from points.words import Region
from points.zones import ZONES, zone_of
from tests.points.labels import line_of
from tests.points.text import point, points


def chosen(plate):
    return [spot for spot in plate.spots if spot.chosen]


@pytest.mark.parametrize("size", ["page", "player", "thumb"])
@pytest.mark.parametrize("code", points())
def test_chosen_discs_lie_inside_the_window(code, size):
    one = point(code)
    for side in one.sides:
        plate = plates.plate_for(one, side=side, size=size)
        left, top, right, bottom = plate.box

        assert {spot.side for spot in chosen(plate)} == {side}
        if code != "EX-B2" or size == "page":
            for spot in chosen(plate):
                assert left <= spot.x <= right
                assert top <= spot.y <= bottom


def test_back_view_shows_both_discs_and_chooses_the_pressed_one():
    plate = plates.plate_for(point("BL23"), side="left", size="player")

    left, right = plate.spots
    assert (left.chosen, right.chosen) == (True, False)
    assert left.x < figure("back-trunk").mirror_axis < right.x
    assert plate.mirror == ""


def test_limb_is_mirrored_for_the_left():
    right = plates.plate_for(point("GB34"), side="right", size="player")
    left = plates.plate_for(point("GB34"), side="left", size="player")
    width = figure("lower-leg-outer").width

    assert right.mirror == ""
    assert left.mirror == f"matrix(-1 0 0 1 {width:g} 0)"
    assert left.spots[0].x == pytest.approx(width - right.spots[0].x, abs=0.2)
    assert len(left.lines) == len(right.lines)


def test_midline_point_has_one_disc():
    plate = plates.plate_for(point("GV4"), side="midline", size="player")

    assert [spot.side for spot in plate.spots] == ["midline"]


def test_without_a_side_nothing_is_chosen():
    assert chosen(plates.plate_for(point("BL23"))) == []


def test_description_is_the_picture_in_words():
    assert plates.plate_for(point("BL23")).description == point("BL23").alternative_text


def test_close_up_leaves_out_what_lies_outside_it():
    near = plates.plate_for(point("BL23"), side="left", size="player")
    page = plates.plate_for(point("BL23"), side="left")
    whole = figure("back-trunk").contours

    assert len(near.lines) < len(page.lines) < len(whole)


def test_landmarks_on_the_way_are_lit():
    lit = [line for line in plates.plate_for(point("BL23")).lines if line.lit]

    assert len(lit) == 3  # the bump of L2 and the two hip crests


@pytest.mark.parametrize("code", points())
def test_every_page_lights_a_landmark(code):
    assert any(line.lit for line in plates.plate_for(point(code)).lines)


def test_edges_fade_where_the_body_goes_on():
    assert plates.plate_for(point("BL23")).fade == "both"
    assert plates.plate_for(point("BL30")).fade == "top"
    assert plates.plate_for(point("EX-HN3")).fade == ""


def test_hanging_arm_is_not_drawn_over_the_hip():
    side = figure("side")
    drawn = {line.path for line in plates.index_plate(points().values(), view="side").lines}

    assert not drawn & {one.path for one in side.contours if one.style == "ghost"}


def test_unknown_size_and_view_are_refused():
    with pytest.raises(KeyError):
        plates.plate_for(point("BL23"), size="poster")
    with pytest.raises(KeyError):
        plates.plate_for(point("BL23"), view="foot-sole")


def test_guides_are_the_landmarks_in_the_order_of_finding_with_words():
    plate = plates.plate_for(point("BL23"))

    assert [(guide.key, str(guide.words)) for guide in plate.guides] == [
        ("iliac_crest", "hip-crest line"),
        ("spine_L2", "bump L2"),
    ]
    marked = {line.landmark for line in plate.lines if line.lit}
    assert marked == {"iliac_crest", "spine_L2"}


@pytest.mark.parametrize("code", points())
def test_every_guide_of_a_point_has_lines_on_its_page(code):
    plate = plates.plate_for(point(code))

    lit = {line.landmark for line in plate.lines if line.lit}
    assert {guide.key for guide in plate.guides} == lit


def test_every_region_of_the_body_is_in_one_zone():
    for region in Region:
        assert len([zone for zone in ZONES.values() if region in zone.regions]) == 1
        assert region in ZONES[zone_of(region)].regions


@pytest.mark.parametrize("code", points())
def test_landmarks_of_a_page_are_named_beside_it_inside_the_sheet(code):
    plate = plates.plate_for(point(code), side=point(code).sides[-1])

    for leaf in plate.leaves:
        assert leaf.tags
        assert {tag.key for tag in leaf.tags} <= {guide.key for guide in plate.guides}
        said = [" ".join(words.text for words in tag.label.words) for tag in leaf.tags]
        assert {one.replace("- ", "-") for one in said} == {
            str(guide.words) for guide in plate.guides
        }
        for tag in leaf.tags:
            assert 0 <= tag.label.ground.left < tag.label.ground.right <= leaf.sheet.width
            assert 0 <= tag.label.ground.top < tag.label.ground.bottom <= leaf.sheet.height + 0.2


@pytest.mark.parametrize("code", points())
def test_labels_and_inset_of_a_page_do_not_meet_and_lines_do_not_cross(code):
    plate = plates.plate_for(point(code), side=point(code).sides[-1])

    for leaf in plate.leaves:
        taken = [tag.label.ground for tag in leaf.tags]
        taken += [leaf.inset.frame] if leaf.inset else []
        for upper, lower in pairwise(sorted(taken, key=lambda box: box.top)):
            assert upper.bottom <= lower.top + 0.2
        lines = [line_of(tag.label) for tag in leaf.tags]
        assert not [pair for pair in combinations(lines, 2) if crosses(*pair[0], *pair[1])]


def test_inset_shows_the_pressed_disc_larger():
    plate = plates.plate_for(point("BL23"), side="right")

    for leaf in plate.leaves:
        (pressed,) = [spot for spot in plate.spots if spot.chosen]
        box, frame = leaf.inset.box, leaf.inset.frame
        assert box.holds(Position(pressed.x, pressed.y))
        assert frame.width / box.width > 1.35 * leaf.sheet.scale


def test_a_figure_that_is_large_already_has_no_inset():
    plate = plates.plate_for(point("KI1"), side="right")

    assert [leaf.inset for leaf in plate.leaves] == [None, None]


def test_words_stand_on_the_other_side_of_the_disc():
    left, right = (plates.plate_for(point("BL23"), side=side) for side in ("left", "right"))

    assert {tag.label.side for leaf in left.leaves for tag in leaf.tags} == {"right"}
    assert {tag.label.side for leaf in right.leaves for tag in leaf.tags} == {"left"}


def test_the_player_draws_without_words():
    assert plates.plate_for(point("BL23"), side="left", size="player").leaves == ()


@pytest.mark.parametrize("code", ["BL23", "BL62", "KI1", "GV20"])
def test_the_player_keeps_the_pressed_disc_in_the_middle_of_sixteen_cun(code):
    one = point(code)
    plate = plates.plate_for(one, side=one.sides[-1], size="player")

    (pressed,) = [spot for spot in plate.spots if spot.chosen]
    left, top, right, bottom = plate.box
    assert (pressed.x, pressed.y) == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=1)
    smaller = places.SMALLER.get(code, 1)
    assert plate.box.width == pytest.approx(16 * 2 * pressed.radius / smaller, rel=0.02)
