"""The body map: the figure and the list show the same, recent places first."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from journal.body_map import Chosen, body_map, opened
from journal.recent import recent_choices
from journal.regions import regions
from journal.wording import place_names, region_names
from tests import make
from tests.journal.test_pages import form_of


def parts(*chosen, typed=None, recent=()):
    here = Chosen(frozenset(chosen), typed or {}, whole="4")
    return body_map(here, place_names(), region_names(), recent)


def sides(shown):
    return {side.region: side for part in shown for row in part.rows for side in row.sides}


def zones(shown):
    return {zone.region: zone for part in shown for zone in part.zones}


def test_figure_and_list_hold_the_same_46_regions():
    shown = parts()

    assert set(zones(shown)) == set(sides(shown)) == regions()
    assert [part.key for part in shown] == [
        "back-upper", "back-lower", "front-upper", "front-lower",
    ]  # fmt: skip
    assert all(zones(shown)[name].word == side.word for name, side in sides(shown).items())


def test_a_chosen_place_shows_its_own_number_or_that_of_the_whole():
    shown = parts("low_back_left", "calf_right", typed={"calf_right": "7"})

    assert zones(shown)["low_back_left"].level == sides(shown)["low_back_left"].shown == "4"
    assert zones(shown)["calf_right"].level == sides(shown)["calf_right"].shown == "7"
    assert (sides(shown)["low_back_left"].level, sides(shown)["calf_right"].level) == ("", "7")
    assert zones(shown)["neck_left"].level == ""


def test_what_was_typed_for_a_place_that_is_not_chosen_stays_in_the_list_alone():
    shown = parts(typed={"neck_left": "12"})

    assert (sides(shown)["neck_left"].level, zones(shown)["neck_left"].level) == ("12", "")


def test_a_leg_from_before_is_listed_while_it_is_chosen():
    assert "leg_left" not in sides(parts())
    assert sides(parts("leg_left"))["leg_left"].chosen


def test_places_of_late_come_first_in_their_part():
    shown = parts(recent=["buttock", "shin", "low_back"])

    assert [row.key for row in shown[0].rows][:3] == ["buttock", "low_back", "head_back"]
    assert shown[3].rows[0].key == "shin"


@pytest.mark.parametrize(
    ("chosen", "recent", "key"),
    [
        ([], [], "back-upper"),
        (["calf_left"], [], "back-lower"),
        (["calf_left", "shin_left", "knee_front_left"], ["low_back"], "front-lower"),
        ([], ["belly", "low_back"], "front-upper"),
        ([], ["leg"], "back-upper"),
    ],
)
def test_the_part_with_most_in_it_is_open(chosen, recent, key):
    assert opened(parts(*chosen, recent=recent), recent) == key


def test_choices_of_late_are_counted_once_an_entry():
    rows = [
        (["low_back_left", "low_back_right"], ["dull"], [], ["driving"]),
        (["low_back_left", "neck_left"], ["dull", "cramp"], ["numb"], []),
        (["low_back_left"], [], [], []),
    ]

    late = recent_choices(rows)

    assert late["places"][0] == "low_back"
    assert (late["qualities"], late["legs"], late["activities"]) == (
        ["dull", "cramp"], ["numb"], ["driving"],
    )  # fmt: skip


def url(entry):
    return reverse("journal:entry", args=[entry.key])


def test_a_strength_is_kept_for_chosen_places_alone(signed_in, owner):
    entry = make.entry(owner=owner, intensity=4)
    sent = form_of(
        entry,
        regions=["low_back_left", "calf_right"],
        level_low_back_left="7",
        level_calf_right="",
        level_neck_left="9",
    )

    signed_in.post(url(entry), sent)

    entry.refresh_from_db()
    assert entry.regions == ["low_back_left", "calf_right"]
    assert entry.levels == {"low_back_left": 7}
    assert 'name="level_low_back_left" value="7"' in signed_in.get(url(entry)).text


@pytest.mark.parametrize("level", ["11", "-1", "4.5", "much", "x" * 10_000, "٣"])
def test_a_strength_that_is_none_gets_a_sentence_and_is_kept(signed_in, owner, level):
    entry = make.entry(owner=owner)
    sent = form_of(entry, regions=["neck_left"], level_neck_left=level, note="keep this")

    response = signed_in.post(url(entry), sent)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "How strong it is, is a number from 0 to 10." in response.text
    assert f'value="{level}"' in response.text
    assert "keep this</textarea>" in response.text


def test_minutes_of_stiffness_decide_how_long_it_was(signed_in, owner):
    for minutes, word in [("0", "none"), ("29", "under_30"), ("30", "over_30")]:
        entry = make.entry(owner=owner)
        signed_in.post(url(entry), form_of(entry, stiffness_minutes=minutes, stiffness="none"))
        entry.refresh_from_db()
        assert (entry.stiffness_minutes, entry.stiffness) == (int(minutes), word)


@pytest.mark.parametrize("minutes", ["-1", "1441", "long"])
def test_minutes_that_are_none_get_a_sentence(signed_in, owner, minutes):
    entry = make.entry(owner=owner)

    response = signed_in.post(url(entry), form_of(entry, stiffness_minutes=minutes))

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Minutes are a number from 0 to 1440." in response.text


def test_activities_are_kept_and_those_of_late_offered_first(signed_in, owner):
    entry = make.entry(owner=owner)
    signed_in.post(url(entry), form_of(entry, activities=["driving"], qualities=["cramp"]))
    entry.refresh_from_db()
    assert entry.activities == ["driving"]

    form = signed_in.get(url(make.entry(owner=owner))).context["form"]

    assert form.fields["activities"].choices[0][0] == "driving"
    assert form.fields["qualities"].choices[0][0] == "cramp"
    assert len(form.fields["qualities"].choices) == 5
