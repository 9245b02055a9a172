"""Filters combine, live in the address, count what they would show, and refuse nothing rudely."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from points.choosing import groups_of
from points.filters import LONGEST, LONGEST_TEXT, Wanted, choices, left_of, read
from tests.points.text import points

IN_ORDER = sorted(points().values(), key=lambda point: point.position)
GROUPS = groups_of(IN_ORDER, [], {"PC6", "HT7"})
VIEWS = {"back", "front", "hand"}


def asked(address):
    return read(parse_qs(address, keep_blank_values=True), GROUPS, views=VIEWS)


def codes(address):
    return {point.code for point in left_of(IN_ORDER, GROUPS, asked(address))}


def test_empty_address_wants_everything():
    assert asked("") == Wanted()
    assert len(codes("")) == len(IN_ORDER) == 62
    assert not asked("").narrows


def test_address_is_read():
    wanted = asked("q=hip&view=hand&more=1&aim=sleep&reach=hand&reach=ball")

    assert (wanted.text, wanted.view, wanted.more) == ("hip", "hand", True)
    assert wanted.chosen == {"aim": ("sleep",), "reach": ("hand", "ball")}
    assert wanted.narrows


def test_groups_all_fit_and_values_of_one_are_alternatives():
    assert codes("aim=sleep&reach=hand") == codes("aim=sleep") & codes("reach=hand")
    assert codes("aim=sleep&aim=hip") == codes("aim=sleep") | codes("aim=hip")
    assert codes("mine=safe") == {"PC6", "HT7"}


def test_unknown_values_are_left_out_and_named_once():
    wanted = asked("aim=martian&aim=sleep&line=martian&view=moon&reach=")

    assert wanted.chosen == {"aim": ("sleep",)}
    assert wanted.unknown == ("martian", "moon")
    assert wanted.view == ""


def test_unknown_names_are_nobodys_business():
    assert asked("utm_source=x&page=2") == Wanted()


def test_what_is_too_long_is_cut():
    wanted = asked(f"q={'x' * 10_000}&aim={'y' * 10_000}")

    assert len(wanted.text) == LONGEST_TEXT
    assert [len(value) for value in wanted.unknown] == [LONGEST]


def test_last_text_counts_and_nul_is_dropped():
    assert asked("q=a&q=b%00c").text == "bc"


def test_address_holds_nothing_empty():
    assert asked("q=&view=&more=&aim=sleep&reach=").address == "?aim=sleep"
    assert asked("view=hand&q=low+back").address == "?q=low+back&view=hand"


@pytest.mark.parametrize(
    "address", ["?q=%E8%82%BE&view=front&more=1&aim=sleep&aim=hip&line=BL", "?region=head", "?"]
)
def test_address_asks_for_the_same_again(address):
    assert asked(address[1:]).address == address


def test_one_value_is_taken_out():
    wanted = asked("q=x&aim=sleep&aim=hip&reach=hand")

    assert wanted.without("aim", "hip").address == "?q=x&aim=sleep&reach=hand"
    assert wanted.without("reach", "hand").address == "?q=x&aim=sleep&aim=hip"


def test_one_value_is_taken_alone():
    assert asked("q=x&view=hand&aim=sleep&reach=hand").only("aim", "hip").address == (
        "?view=hand&aim=hip"
    )


def test_another_side_of_the_body_leaves_the_close_up():
    assert asked("region=head&aim=sleep").seen_from("front").address == "?view=front&aim=sleep"


def test_choices_count_what_they_would_show():
    wanted = asked("aim=sleep&reach=hand")
    counted = choices(IN_ORDER, GROUPS, wanted)
    aims = {choice.value: choice for choice in counted["aim"]}

    assert aims["sleep"].chosen
    assert aims["sleep"].count == len(codes("aim=sleep&reach=hand"))
    assert aims["neck"].count == len(codes("aim=neck&reach=hand"))
    assert {c.value: c.count for c in counted["line"]}["HT"] == 1


VALUES = [(group.key, value) for group in GROUPS for value in group.words]


@given(st.lists(st.sampled_from(VALUES), max_size=5))
def test_more_choices_in_other_groups_never_show_more(pairs):
    one_each = dict(pairs)
    address = "&".join(f"{key}={value}" for key, value in one_each.items())

    for key in one_each:
        less = "&".join(f"{k}={v}" for k, v in one_each.items() if k != key)
        assert codes(address) <= codes(less)


@given(st.dictionaries(st.text(max_size=10), st.lists(st.text(max_size=50), max_size=3)))
def test_any_address_is_read(query):
    wanted = read(query, GROUPS, views=VIEWS)

    assert read(parse_qs(wanted.address[1:]), GROUPS, views=VIEWS).chosen == wanted.chosen
