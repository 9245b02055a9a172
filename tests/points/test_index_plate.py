"""The index: every point within reach of a finger, labels apart, lines that never cross."""

from itertools import combinations, pairwise
from math import hypot

import pytest

from points import anatomy, plates
from points.drawings import figure
from points.grouping import VIEWS
from points.plates.labelling import crosses
from points.plates.sheets import text_width
from points.words import Aim
from points.zones import ZONES, zone_of
from tests.points.labels import line_of
from tests.points.text import point, points

NARROW, WIDE = 0, 1
WHOLE = [view for one in VIEWS.values() for view in one.drawings]
CLOSE = [(drawing, zone.key) for zone in ZONES.values() for drawing in zone.drawings]


def index(view="back", region="", codes=None, **named):
    return plates.index_plate(
        [point(code) for code in codes or points()], view=view, region=region, **named
    )


def cases():
    """All figures of the index, whole and close up, with all points and with those of one aim."""
    found = [(view, "", "") for view in WHOLE] + [(*close, "") for close in CLOSE]
    return found + [(view, "", aim) for aim in Aim.values for view in ("back", "side")]


@pytest.fixture(params=cases(), ids=" ".join)
def drawn(request):
    view, region, aim = request.param
    return index(view, region, [code for code, one in points().items() if fits(one, aim)])


@pytest.fixture(params=[NARROW, WIDE], ids=["narrow", "wide"])
def leaf(request, drawn):
    return drawn.leaves[request.param]


def fits(one, aim):
    return not aim or aim in one.routine_tags


def test_no_two_lines_cross(leaf):
    lines = [line_of(tag.label) for tag in leaf.tags]

    assert not [pair for pair in combinations(lines, 2) if crosses(*pair[0], *pair[1])]


def test_labels_stand_apart_inside_the_sheet_each_a_finger_high(leaf):
    for side in ("left", "right"):
        grounds = sorted(
            (tag.label.ground for tag in leaf.tags if tag.label.side == side),
            key=lambda ground: ground.top,
        )
        for upper, lower in pairwise(grounds):
            assert upper.bottom <= lower.top + 0.2
        for ground in grounds:
            assert ground.height >= 44
            assert 0 <= ground.left < ground.right <= leaf.sheet.width
            assert -0.1 <= ground.top < ground.bottom <= leaf.sheet.height + 0.1


def test_text_ends_before_its_line_slants_and_the_columns_leave_the_body_room(leaf):
    for tag in leaf.tags:
        longest = max(text_width(one.text, strong=one.strong) for one in tag.label.words)
        assert longest <= tag.label.ground.width
        assert tag.label.ground.width < leaf.sheet.width / 2
        assert all(one.y <= tag.label.ground.bottom - 4 for one in tag.label.words)


def test_lines_end_on_a_disc_of_their_point_or_in_their_zone(leaf):
    for tag in leaf.tags:
        end = tag.label.end
        if tag.band:
            assert tag.band.left - 0.1 <= end.x <= tag.band.right + 0.1
            assert tag.band.top - 0.1 <= end.y <= tag.band.bottom + 0.1
        else:
            assert end in [(spot.x, spot.y) for spot in tag.spots]


def test_every_disc_is_on_its_drawing(leaf):
    frame = leaf.sheet.frame
    for spot in [spot for tag in leaf.tags for spot in tag.spots]:
        assert frame.left <= spot.x <= frame.right
        assert frame.top <= spot.y <= frame.bottom


@pytest.mark.parametrize("code", points())
def test_every_point_has_its_own_label_on_some_figure_of_its_zone(code):
    zone = ZONES[zone_of(point(code).body_region)]

    for size in (NARROW, WIDE):
        keys = {
            tag.key
            for drawing in zone.drawings
            for tag in index(drawing, zone.key).leaves[size].tags
        }
        assert code in keys


@pytest.mark.parametrize("code", points())
def test_every_point_is_drawn_on_one_of_the_views_of_the_index(code):
    assert {spot.code for view in WHOLE for spot in index(view).spots} >= {code}


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_back_with_all_points_offers_zones_whose_counts_are_those_of_the_catalogue(size):
    tags = index("back").leaves[size].tags

    assert {tag.key for tag in tags} == set(ZONES) - {"front"}
    texts = {tag.key: tag.label.words[-1].text for tag in tags}
    low = [one for one in points().values() if one.body_region == "low_back"]
    assert texts["low_back"] == f"{len(low)} points"
    assert texts["head"] == "2 points"


def test_zones_lie_under_one_another_and_hold_their_discs():
    tags = [tag for tag in index("back").leaves[NARROW].tags if tag.key != "hand_arm"]
    bands = sorted((tag.band for tag in tags), key=lambda band: band.top)

    for upper, lower in pairwise(bands):
        assert upper.bottom <= lower.top + 0.2


def test_few_points_are_labelled_on_the_whole_body():
    plate = index("back", codes=["BL13", "BL18", "BL23", "BL25", "BL30", "GB30", "BL40"])

    for leaf in plate.leaves:
        assert [tag.band for tag in leaf.tags] == [None] * 7
        sides = [tag.label.side for tag in leaf.tags]
        assert abs(sides.count("left") - sides.count("right")) == 1


def test_a_label_says_code_and_name_and_links_both_discs():
    (tag,) = index("back", codes=["BL23"]).leaves[NARROW].tags

    assert [words.text for words in tag.label.words] == ["BL23", "Shenshu"]
    assert [spot.side for spot in tag.spots] == ["left", "right"]
    left, right = tag.spots
    frame = index("back", codes=["BL23"]).leaves[NARROW].sheet.frame
    assert left.x - frame.left == pytest.approx(frame.right - right.x, abs=0.2)


def test_a_code_that_is_no_number_gives_way_to_the_name():
    (tag,) = index("side", codes=["EX-HN-ANMIAN"]).leaves[NARROW].tags

    assert [words.text for words in tag.label.words] == ["Anmian"]


def test_points_that_do_not_match_are_faint_and_no_labels():
    plate = index("back", codes=["BL23"], faint=[point("BL25"), point("SP14")])

    for leaf in plate.leaves:
        assert [tag.key for tag in leaf.tags] == ["BL23"]
        assert {(spot.code, spot.faint) for spot in leaf.spots} == {("BL25", True)}


def test_seventeen_pairs_are_dots_along_the_spine_with_one_label():
    (tag,) = index("back", codes=["EX-B2"]).leaves[NARROW].tags

    assert len(tag.spots) == 34
    assert max(spot.radius for spot in tag.spots) < 1.5


def test_discs_of_different_points_do_not_overlap(drawn):
    apart = [spot for spot in drawn.spots if spot.code != "EX-B2"]  # dots along the whole spine

    for one, other in combinations(apart, 2):
        if one.code != other.code:
            distance = hypot(one.x - other.x, one.y - other.y)
            assert distance >= one.radius + other.radius


@pytest.mark.parametrize("view", ["back", "front", "side", "foot-sole"])
def test_a_whole_drawing_leaves_no_paper_around_the_body_and_does_not_fade(view):
    plate = index(view)

    skin = figure(view).skin
    assert plate.fade == ""
    assert plate.box == pytest.approx(skin, abs=1)
    assert plate.box.width < figure(view).width


def test_hanging_arm_is_not_drawn_over_the_hip():
    ghosts = {one.path for one in figure("side").contours if one.style == "ghost"}

    assert ghosts
    assert not ghosts & {line.path for line in index("side").lines}


def test_a_zone_shows_only_its_own_points_and_fades_where_the_body_goes_on():
    plate = index("back-trunk", "low_back")

    assert {spot.code for spot in plate.spots} == {
        "BL23", "BL24", "BL25", "BL26", "BL52", "EX-B2", "EX-B7", "EX-B8", "GV3", "GV4",
    }  # fmt: skip
    assert plate.fade == "both"
    assert plate.box.height < figure("back-trunk").height / 2


@pytest.mark.parametrize(("view", "region"), CLOSE)
def test_every_figure_of_a_zone_shows_a_point_of_it(view, region):
    assert index(view, region).leaves[NARROW].tags


def test_every_point_is_drawn_in_its_zone():
    for one in points().values():
        assert set(ZONES[zone_of(one.body_region)].drawings) & set(anatomy.views(one))


def test_unknown_zone_and_view_are_refused():
    with pytest.raises(KeyError):
        index("back", "elbow")
    with pytest.raises(FileNotFoundError):
        index("moon")


def test_no_points_leave_the_body_alone():
    plate = plates.index_plate([], view="front")

    assert plate.spots == ()
    assert [leaf.tags for leaf in plate.leaves] == [(), ()]
    assert plate.lines
