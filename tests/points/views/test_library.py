"""The index of the points: for everybody and for somebody, whatever the address holds."""

import gzip
import logging
import re
from http import HTTPStatus

import pytest

from points.models import Point
from tests import make

pytestmark = pytest.mark.django_db

PART = {"hx-request": "true", "hx-target": "points-found"}
ODD = [
    "%00",
    "%%%",
    "🦴",
    "почка",
    "كلية",
    "x" * 10_000,
    "' OR 1=1 --",
    "<script>",
    "\\",
    "﷽",
    "&|!:*",
]
KIB = 1024


def codes(response):
    return [row.point.code for row in response.context["rows"]]


def test_search_finds_by_code_name_meaning_and_text(client):
    assert codes(client.get("/points/", {"q": "UB23"})) == ["BL23"]
    assert codes(client.get("/points/", {"q": "腎俞"})) == ["BL23"]
    assert codes(client.get("/points/", {"q": "kidney"}))[0] == "BL23"
    assert "BL60" in codes(client.get("/points/", {"q": "malleolus"}))


def test_nothing_stands_between_what_was_found_and_the_figure(client):
    page = client.get("/points/", {"q": "kidney"}).text

    found, figure, more = (page.index(f'class="points__{one}') for one in ("list", "body", "rest"))
    assert found < figure < more < page.index("More to read")


def test_an_aim_and_a_part_of_the_body_of_one_name_are_told_apart(client):
    page = client.get("/points/", {"aim": "low_back", "region": "low_back"}).text

    said = '<span class="chips__word" aria-hidden="true">For</span>'
    assert page.index(said) < page.index('id="aim-low_back"')
    assert page.count(said) == 1
    assert 'name="mine"' not in page.partition(said)[2]
    assert "Part of the body" in page.split('id="region-low_back"')[0]


def test_filters_combine(client):
    response = client.get("/points/", {"aim": "sleep", "reach": "hand"})
    asleep = {point.code for point in Point.objects.all() if "sleep" in point.routine_tags}

    assert set(codes(response)) == asleep
    assert f"{len(asleep)} of 62 points" in response.text


def test_older_code_is_asked_about(client):
    assert "BL47 names two points" in client.get("/points/", {"q": "b47"}).text


def test_forgiven_slip_is_said(client):
    assert "These are for “kidney”." in client.get("/points/", {"q": "kidny"}).text


@pytest.mark.parametrize("text", ODD)
def test_odd_search_is_a_friendly_empty_page(client, text):
    response = client.get("/points/", {"q": text})

    assert response.status_code == HTTPStatus.OK
    assert codes(response) == []
    assert "Nothing found" in response.text
    assert "You can type a code" in response.text


def test_what_is_typed_is_shown_as_text(client):
    page = client.get("/points/", {"q": '"><b>hip', "aim": "<i>moon"}).text

    assert "<b>hip" not in page
    assert "<i>moon" not in page
    assert 'value="&quot;&gt;&lt;b&gt;hip"' in page


def test_unknown_values_are_left_out_with_a_sentence(client):
    response = client.get("/points/?aim=martian&line=%00&view=moon&aim=sleep")

    assert len(codes(response)) == len(codes(client.get("/points/?aim=sleep")))
    assert "“martian” is not among the choices, so it was left out." in response.text


def test_empty_page_names_what_to_drop(client):
    page = client.get("/points/", {"aim": "neck", "line": "ST"}).text

    assert "Nothing fits all of that" in page
    assert "Without “Stomach”: 14 points" in page
    assert "Without “For: Neck”: 1 point<" in page


@pytest.mark.parametrize(
    "address", ["", "?q=low+back", "?region=lower_leg_foot", "?more=1&aim=hip"]
)
def test_every_state_is_within_60_kib(client, address):
    assert len(gzip.compress(client.get(f"/points/{address}").content)) < 60 * KIB


def test_answer_to_typing_is_the_part_below_it_with_the_count(client):
    response = client.get("/points/", {"q": "hip"}, headers=PART)

    assert "<html" not in response.text
    assert '<input type="search"' not in response.text
    assert 'id="points-count" hx-swap-oob="innerHTML"' in response.text
    assert "HX-Target" in response["Vary"]


def test_return_through_the_history_gets_the_whole_page(client):
    back = {"hx-request": "true", "hx-history-restore-request": "true"}
    page = client.get("/points/", {"q": "hip"}, headers=back).text

    assert "<html" in page
    assert "hx-swap-oob" not in page


def test_part_and_page_have_their_own_etags(client):
    whole = client.get("/points/?q=hip")["ETag"]
    part = client.get("/points/?q=hip", headers=PART)["ETag"]

    assert whole != part
    again = client.get("/points/?q=hip", headers=PART | {"if-none-match": part})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_search_is_in_no_log_and_no_title(client, caplog):
    caplog.set_level(logging.DEBUG)
    for address in (
        "/points/?q=canaryword",
        "/points/?aim=canaryword",
        "/points/BL999/?q=canaryword",
    ):
        response = client.get(address)
        assert "canaryword" not in response.text.partition("</title>")[0]

    told = [r.getMessage() for r in caplog.records if not r.name.startswith("django.db")]
    assert [line for line in told if "canaryword" in line] == []


def drawn_codes(response):
    return re.findall(r'row__code">([^<]+)', response.text)


def test_row_that_was_drawn_before_is_the_same_row(client, settings):
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test rows"}
    settings.CACHES = settings.CACHES | {"template_fragments": memory}
    first = client.get("/points/?q=low+back")
    again = client.get("/points/?q=low+back&more=1")

    assert drawn_codes(first) == codes(first) == drawn_codes(again)
    own = signed_in(client, osteoporosis="yes").get("/points/?q=low+back")
    assert drawn_codes(own) == codes(first)
    assert own.text.count("Leave it out</span>") == sum(
        row.fit.verdict == "avoid" for row in own.context["rows"]
    )


# Somebody who is signed in.


def signed_in(client, **answers):
    person = make.person()
    make.screening(owner=person, answers=answers)
    client.force_login(person)
    return client


@pytest.mark.parametrize(("address", "queries"), [("/points/", 5), ("/points/?q=kidney", 6)])
def test_person_takes_two_queries_more(client, address, queries, django_assert_num_queries):
    signed_in(client)

    with django_assert_num_queries(queries):  # session, person, answers; not the version
        client.get(address)


def test_person_sees_what_answers_mean(client):
    response = signed_in(client, osteoporosis="yes").get("/points/", {"q": "GV4"})

    assert "Leave it out" in response.text
    assert "By your safety answers." in response.text
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response.headers


def test_safe_for_me_leaves_out_what_is_not(client):
    response = signed_in(client, osteoporosis="yes").get("/points/", {"mine": "safe"})

    assert "GV4" not in codes(response)
    assert {row.fit.may_press for row in response.context["rows"]} == {True}


def test_stop_is_said_once_above_the_list(client):
    page = signed_in(client, rf_saddle="yes").get("/points/").text

    assert page.count("Your safety answers say: stop for now") == 1


def test_unanswered_person_is_asked_first(client):
    client.force_login(make.person())
    page = client.get("/points/?mine=safe").text

    assert "Answer the safety questions, and this list says what is fine for you." in page
    assert "“Safe for me” needs you to be logged in" in page


def test_visitor_is_told_what_safe_for_me_needs(client):
    response = client.get("/points/?mine=safe")

    assert len(codes(response)) == 62
    assert "“Safe for me” needs you to be logged in" in response.text
    assert "By your safety answers" not in response.text


def test_person_never_sees_the_verdicts_of_another(client):
    out = '<span class="tag" data-kind="care">Leave it out</span>'
    assert out in signed_in(client, osteoporosis="yes").get("/points/?q=GV4").text
    client.logout()

    assert out not in signed_in(client).get("/points/?q=GV4").text
    client.logout()
    assert out not in client.get("/points/?q=GV4").text
