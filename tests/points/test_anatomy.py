"""Checks of figures.md: where points lie, beside one another and inside the body."""

import dataclasses

import pytest

from points import anatomy, silhouette
from points.anatomy.recipes import INDEX, vertebral_position
from points.drawings import Position, figure, views
from tests.points.text import point, points

BACK = "back-trunk"


def place(code, view=BACK, side="right"):
    found = [disc for disc in anatomy.discs_on(point(code), view) if disc.side == side]
    return found[0]


@pytest.mark.parametrize("code", points())
def test_point_is_drawn_inside_the_body_on_its_best_view(code):
    best = anatomy.views(point(code))[0]

    discs = anatomy.discs_on(point(code), best)

    assert discs
    assert all(silhouette.disc_inside(disc) for disc in discs)


@pytest.mark.parametrize("code", points())
def test_point_centre_is_on_the_skin_of_every_view_that_shows_it(code):
    outside = [
        disc.view
        for disc in anatomy.discs(point(code))
        if not silhouette.inside(disc.view, *silhouette.as_drawn(disc, disc.x, disc.y))
    ]

    assert set(outside) <= ({"head-side", "side"} if code == "GV20" else set())  # on the contour


@pytest.mark.parametrize("code", points())
def test_point_has_a_disc_for_each_of_its_sites(code):
    best = anatomy.views(point(code))[0]

    assert len(anatomy.discs_on(point(code), best)) == point(code).sites_count


@pytest.mark.parametrize("code", points())
def test_left_mirrors_right(code):
    for view in anatomy.views(point(code)):
        drawn = figure(view)
        axis = drawn.mirror_axis if drawn.mirror_axis is not None else drawn.width / 2
        discs = anatomy.discs_on(point(code), view)
        left = sorted(
            (round(2 * axis - disc.x), round(disc.y)) for disc in discs if disc.side == "left"
        )
        right = sorted((round(disc.x), round(disc.y)) for disc in discs if disc.side == "right")
        assert [pytest.approx(one, abs=1) for one in left] == right


def test_right_of_the_person_is_right_of_the_page_from_behind_and_left_from_in_front():
    assert place("BL23", "back").x > figure("back").mirror_axis
    assert place("SP14", "front").x < figure("front").mirror_axis


def test_bladder_points_follow_one_another_down_the_back():
    heights = [place(code).y for code in ("BL13", "BL18", "BL23", "BL25", "BL30")]

    assert heights == sorted(heights)


def test_bl52_is_twice_as_far_out_as_bl23():
    middle = figure(BACK).mirror_axis

    assert place("BL52").x - middle == pytest.approx(2 * (place("BL23").x - middle), abs=0.2)


def test_points_of_one_level_share_a_height():
    assert place("BL23").y == place("BL52").y == place("GV4", side="midline").y
    assert place("BL18").y == place("BL47").y


def test_scapular_edge_is_three_cun_from_the_midline():
    assert place("BL43").x == pytest.approx(figure(BACK).landmark("scapular_edge").x, abs=0.1)


@pytest.mark.parametrize("view", ["lower-leg-outer", "leg-outer-full"])
def test_gb39_is_at_the_ankle_end_and_gb34_at_the_knee(view):
    drawn = figure(view)
    knee, ankle = (
        drawn.landmark("popliteal_crease").y,
        drawn.landmark("lateral_malleolus_prominence").y,
    )

    def share(code):
        return (place(code, view).y - knee) / (ankle - knee)

    assert share("GB39") == pytest.approx(13 / 16, abs=0.01)
    assert share("GB34") < 0.25


def test_bl57_is_half_way_from_the_knee_crease_to_the_ankle():
    drawn = figure("leg-back")
    knee = drawn.landmark("popliteal_crease_mid").y
    ankle = drawn.landmark("lateral_malleolus_prominence").y

    assert place("BL57", "leg-back").y == pytest.approx((knee + ankle) / 2, abs=2)


def test_pc6_and_te5_are_two_cun_above_the_wrist_crease():
    for code, view in (("PC6", "forearm-palm"), ("TE5", "forearm-back")):
        drawn = figure(view)
        above = drawn.landmark("wrist_crease_mid").y - place(code, view).y
        assert above == pytest.approx(2 * drawn.cun["local"], abs=0.2)


def test_above_the_crease_is_down_the_page_on_the_raised_hand():
    crease = figure("hand-back").landmark("wrist_crease_mid").y

    assert place("TE5", "hand-back").y > place("SI6", "hand-back").y > crease


def test_gb30_is_a_third_of_the_way_from_the_trochanter_to_the_hiatus():
    drawn = figure("hip-side")
    start, end = drawn.landmark("trochanter"), drawn.landmark("sacral_hiatus")

    found = place("GB30", "hip-side")

    assert (found.x, found.y) == pytest.approx(
        (start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3), abs=0.2
    )


def test_one_sided_views_show_the_right_side_with_the_front_at_the_right():
    side = figure("side")

    assert side.landmark("umbilicus").x > side.landmark("sacral_hiatus").x
    assert side.sides == ("right",)


def test_moving_one_landmark_moves_only_its_points():
    drawn = figure(BACK)
    lower = Position(420, drawn.landmarks["L4"].y + 20)
    moved = dataclasses.replace(drawn, landmarks={**drawn.landmarks, "L4": lower})

    def heights(code):
        location = point(code).location
        return (vertebral_position(location, one, "right").y for one in (drawn, moved))

    before, after = heights("BL25")
    assert after > before
    for untouched in ("BL13", "BL17", "BL28", "BL30"):
        before, after = heights(untouched)
        assert after == before


def test_lumbar_points_lie_at_the_lower_border_of_their_bump():
    drawn = figure(BACK)
    l4, s2 = drawn.landmarks["L4"].y, drawn.landmarks["S2"].y

    assert place("BL25").y == pytest.approx(l4 + 0.35 * (s2 - l4) / 3, abs=0.1)


def test_discs_are_about_one_cun_wide():
    assert 2 * place("BL23").radius == figure(BACK).cun["back_horizontal"]
    assert place("EX-B2").radius < place("BL23").radius


def test_every_view_shows_some_point():
    shown = {view for one in points().values() for view in anatomy.views(one)}

    assert shown == set(views())


@pytest.mark.parametrize("view", views())
def test_every_landmark_and_line_lies_inside_its_frame(view):
    drawn = figure(view)
    frame = (-30, drawn.width + 30), (-30, drawn.height + 30)

    for place_of in drawn.landmarks.values():
        assert 0 <= place_of.x <= drawn.width
        assert 0 <= place_of.y <= drawn.height
    for contour in drawn.contours:
        box = contour.box
        assert frame[0][0] <= box.left <= box.right <= frame[0][1]
        assert frame[1][0] <= box.top <= box.bottom <= frame[1][1]


@pytest.mark.parametrize("view", ["back", "back-trunk"])
def test_levels_of_the_chest_are_evenly_spaced_and_those_of_the_loin_wider(view):
    def spacing(above, below):
        drawn = figure(view).landmarks
        levels = INDEX[below] - INDEX[above]
        return (drawn[below].y - drawn[above].y) / levels / figure(view).scale

    chest = [spacing("C7", "T3"), spacing("T3", "T7"), spacing("T7", "T12")]
    assert max(chest) < 1.15 * min(chest)
    assert spacing("T12", "L4") > max(chest)


@pytest.mark.parametrize("view", ["back", "back-trunk", "neck-shoulder-back", "head-back"])
def test_bumps_of_the_spine_stand_at_their_levels(view):
    drawn = figure(view)

    for level in [name for name in INDEX if name in drawn.landmarks and name[0] in "CTL"]:
        (bump,) = [one.box for one in drawn.contours if one.id == f"spine_{level}"] or [None]
        if bump:
            assert bump.top < drawn.landmarks[level].y + 1
            assert abs((bump.top + bump.bottom) / 2 - drawn.landmarks[level].y) < 8 * drawn.scale


@pytest.mark.parametrize("view", ["back", "back-trunk", "hip-side", "side"])
def test_hip_crest_tops_at_the_fourth_lumbar_level(view):
    drawn = figure(view)

    crests = [one for one in drawn.contours if one.name == "iliac_crest"]
    for crest in crests:
        assert min(knot.y for knot in crest.knots) == pytest.approx(
            drawn.landmarks["L4"].y, abs=1.5 * drawn.scale
        )
