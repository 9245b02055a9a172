"""What there is to choose is what the points have, and each choice fits its points."""

import pytest

from points.choosing import TOOLS, groups_of, reached
from points.words import Aim, Pressing
from points.zones import ZONES
from tests.points.text import points, text

IN_ORDER = sorted(points().values(), key=lambda point: point.position)


class Style:
    def __init__(self, slug, techniques):
        self.slug, self.name, self.technique_slugs = slug, slug.title(), techniques


STYLES = [Style(e.key, e.values["techniques"]) for e in text()["tradition"]]


def groups(may_press=None):
    return {group.key: group for group in groups_of(IN_ORDER, STYLES, may_press)}


def holders(key, value):
    return {code for code, values in groups()[key].values.items() if value in values}


def test_groups_are_named_in_order():
    assert list(groups()) == [
        "aim", "reach", "region", "technique", "tradition", "line", "from", "mine",
    ]  # fmt: skip


def test_choices_are_those_of_the_catalogue():
    found = groups()

    assert set(found["aim"].words) == set(Aim.values) - {"reference_only"}
    assert set(found["technique"].words) == set(Pressing.values)
    assert list(found["region"].words) == list(ZONES)
    assert found["line"].words["BL"] == "Bladder"
    assert list(found["tradition"].words) == ["chinese", "japanese", "korean"]


@pytest.mark.parametrize("key", ["aim", "reach", "region", "technique", "tradition", "line"])
def test_every_choice_has_a_point(key):
    for value in groups()[key].words:
        assert holders(key, value), value


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("BL23", ["hand", "ball", "helper"]),
        ("BL13", ["tool", "ball", "helper"]),
        ("PC6", ["hand", "tool"]),
        ("BL11", ["hand", "tool", "helper"]),
    ],
)
def test_point_is_reached_in_these_ways(code, ways):
    assert reached(points()[code]) == ways


def test_every_point_is_reached_somehow():
    assert all(set(reached(point)) & set(TOOLS) for point in IN_ORDER)


def test_tradition_holds_the_points_of_what_sets_it_apart():
    deep = {p.code for p in IN_ORDER if "deep_pressure" in p.techniques_suitable}

    assert holders("tradition", "japanese") == deep
    assert 0 < len(deep) < len(IN_ORDER)


def test_article_names_some_points():
    assert holders("from", "article") == {p.code for p in IN_ORDER if p.in_article}


def test_safe_for_me_is_no_choice_while_no_answers_hold():
    assert groups()["mine"].words == {}
    assert groups({"PC6"})["mine"].values["PC6"] == {"safe"}
    assert groups({"PC6"})["mine"].values["BL23"] == frozenset()


def test_nothing_chosen_fits_every_point_and_any_of_two_is_enough():
    group = groups()["reach"]

    assert group.fits("PC6", ())
    assert group.fits("PC6", ("ball", "hand"))
    assert not group.fits("PC6", ("ball",))


def test_empty_catalogue_has_groups_without_lines():
    assert {g.key: dict(g.words) for g in groups_of([], [], None)}["line"] == {}
