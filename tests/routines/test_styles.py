"""What a style sets, and that it never changes which points are pressed."""

from hypothesis import given
from hypothesis import strategies as st

from routines.safety import Judge
from routines.styles import STYLES, styled
from tests.routines.presses import press, quick, routines


def shown(presses, style, *names):
    return [
        (one.point.code, *(getattr(one, name) for name in names))
        for _place, one in styled(presses, style)
    ]


def test_chinese_is_circles_and_steady_presses_in_turn_a_minute_each():
    asked = [press("BL23"), press("BL25"), press("PC6", seconds=45), press("BL57", rounds=3)]

    assert shown(asked, "chinese", "technique", "seconds", "rounds") == [
        ("BL23", "static_pressure", 60, 1),
        ("BL25", "rolling_pressure", 60, 1),
        ("PC6", "static_pressure", 60, 1),
        ("BL57", "rolling_pressure", 60, 1),
    ]


def test_japanese_leans_in_twice_from_head_to_hand():
    asked = [press("PC6"), press("BL25", tool="ball", posture="standing"), press("GB20")]

    assert shown(asked, "japanese", "seconds", "rounds", "posture") == [
        ("GB20", 30, 2, "sitting"),
        ("BL25", 30, 2, "lying"),
        ("PC6", 30, 2, "sitting"),
    ]


def test_korean_begins_with_neck_shoulder_low_back_and_taps_between():
    asked = [press("ST36"), press("BL23"), press("GB21"), press("GB20")]

    assert shown(asked, "korean", "technique", "pressure") == [
        ("GB20", "static_pressure", "light"),
        ("GB21", "static_pressure", "medium"),  # no tapping on the shoulder
        ("BL23", "static_pressure", "medium"),
        ("ST36", "tapping", "light"),
    ]


def test_an_unknown_style_changes_nothing():
    asked = [press("ST36"), press("BL23", rounds=3)]

    assert styled(asked, "martian") == list(enumerate(asked))


@quick
@given(asked=routines(), style=st.sampled_from(sorted(STYLES)))
def test_a_style_keeps_every_point_and_asks_for_nothing_a_point_does_not_bear(asked, style):
    result = styled(asked, style)
    nobody = Judge(frozenset(), ())

    assert sorted(place for place, _press in result) == list(range(len(asked)))
    for place, one in result:
        assert one.point == asked[place].point
        assert one == one.within_point()
        before = nobody.ruling(asked[place])
        assert (nobody.ruling(one).press is None) == (before.press is None)
