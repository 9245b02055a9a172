"""One address gives one page: what it lists, draws, counts, and what it offers to drop."""

from urllib.parse import parse_qs

import pytest

from points import filters, search
from points.browsing import Library, fits_of, shown
from points.choosing import groups_of
from points.grouping import VIEWS
from points.personal import Fit
from points.words import Verdict
from tests.points.text import points

IN_ORDER = sorted(points().values(), key=lambda point: point.position)
FINE = Fit(verdict=Verdict.ALLOW)
OUT = Fit(verdict=Verdict.AVOID, reasons=("Not here.",))


class Somebody:
    """Somebody for whom one point is left out."""

    asks = ""

    def fit(self, point):
        return OUT if point.code == "GV4" else FINE


def library(fits=None, every=IN_ORDER):
    allowed = {code for code, fit in fits.items() if fit.may_press} if fits else None
    return Library(points=every, groups=groups_of(every, [], allowed), fits=fits or {})


def page(address, *, within=None):
    within = within or library()
    wanted = filters.read(parse_qs(address), within.groups, views=VIEWS)
    known = [search.known_of(point) for point in within.points]
    found = search.search(search.taken_apart(wanted.text), known) if wanted.text else None
    return shown(within, wanted, found)


def codes(shown):
    return [row.point.code for row in shown["rows"]]


def test_whole_library_is_listed_from_head_to_hand_on_the_back():
    whole = page("")

    assert len(whole["rows"]) == 62
    assert [part.key for part in whole["parts"]][:2] == ["head", "neck"]
    assert whole["view"].key == "back"
    assert whole["picked"] == []
    assert whole["text"] is None


def test_search_lists_the_closest_first_without_parts():
    assert codes(page("q=kidney"))[0] == "BL23"
    assert page("q=kidney")["parts"] == []


def test_search_and_filters_both_fit():
    assert codes(page("q=kidney&aim=sleep&reach=hand")) == ["BL23", "KI3", "KI1"]


def test_figure_shows_matches_and_the_others_faintly():
    figure = page("aim=low_back&view=back")["plates"][0]
    faint = {spot.code for spot in figure.spots if spot.faint}
    clear = {spot.code for spot in figure.spots if not spot.faint}

    assert "BL23" in clear
    assert "BL13" in faint
    assert not clear & faint


@pytest.mark.parametrize(
    ("address", "view"),
    [("q=wrist", "hand"), ("q=navel", "front"), ("q=sole", "foot"), ("view=side&q=wrist", "side")],
)
def test_figure_turns_to_where_the_matches_are_unless_told(address, view):
    assert page(address)["view"].key == view


def test_one_part_of_the_body_is_shown_close_up():
    close = page("region=head")

    assert close["view"] is None
    assert {plate.view for plate in close["plates"]} <= {"head-top", "face-front"}


def test_two_parts_or_none_left_are_shown_on_the_whole_body():
    assert page("region=head&region=low_back")["view"].key == "back"
    assert page("region=head&aim=hip")["view"].key == "back"


def test_sides_of_the_body_keep_what_was_chosen():
    addresses = {one.key: address for one, address in page("aim=sleep&region=head")["views"]}

    assert addresses["front"] == "?view=front&aim=sleep"


def test_what_was_picked_says_what_it_would_show_without_it():
    empty = page("q=hip&aim=neck&line=ST")

    assert codes(empty) == []
    assert [(drop.word, drop.address) for drop in empty["picked"]] == [
        ("For: Neck", "?q=hip&line=ST"),
        ("Stomach", "?q=hip&aim=neck"),
    ]
    assert empty["text"].word == "hip"
    assert empty["text"].count == 0
    assert page("aim=neck&line=ST")["picked"][0].count == len(codes(page("line=ST")))


def test_each_choice_alone_is_a_way_out_where_no_single_drop_helps():
    alone = page("q=hip&aim=neck&line=ST")["alone"]

    assert [drop.address for drop in alone] == ["?aim=neck", "?line=ST"]
    assert [drop.count for drop in alone] == [len(codes(page("aim=neck"))), 1]


def test_quick_choices_are_aims_and_what_is_safe_for_me():
    fits = fits_of(Somebody(), IN_ORDER)

    assert {choice.key for choice in page("")["quick"]} == {"aim"}
    assert page("", within=library(fits))["quick"][0].count == 61


def test_safe_for_me_leaves_out_what_the_answers_forbid():
    fits = fits_of(Somebody(), IN_ORDER)
    mine = page("mine=safe", within=library(fits))

    assert "GV4" not in codes(mine)
    assert len(mine["rows"]) == 61
    assert library(fits).verdicts == [(Verdict.ALLOW, 61), (Verdict.AVOID, 1)]
    assert library(fits).halt == ""


def test_everything_forbidden_for_one_reason_is_said_once():
    assert library(dict.fromkeys(points(), OUT)).halt == "Not here."


def test_visitor_gets_no_verdict():
    assert fits_of(None, IN_ORDER) == {}
    assert {row.fit for row in page("")["rows"]} == {None}


def test_row_is_kept_under_all_that_it_shows():
    plain, judged = (
        page("")["rows"],
        page("", within=library(fits_of(Somebody(), IN_ORDER)))["rows"],
    )

    assert len({row.shows for row in plain}) == 62
    assert not {row.shows for row in plain} & {row.shows for row in judged}
    for row in plain:
        assert {row.point.code, row.point.name_hanzi} <= set(row.shows.split())


def test_empty_catalogue_shows_nothing_and_does_not_break():
    assert page("q=hip", within=library(every=[]))["rows"] == []
