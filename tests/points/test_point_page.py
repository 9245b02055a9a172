"""The page of a point: what holds for whoever is signed in, its ruler, its links, its sources."""

import re
from http import HTTPStatus

import pytest

from points.models import Point
from routines.models import Preferences, Routine
from tests import make

pytestmark = pytest.mark.django_db


def answered(person, **answers):
    """A person with safety answers that hold."""
    make.screening(owner=person, answers=answers) if answers else make.screening(owner=person)
    return person


def test_visitor_is_led_to_the_safety_questions_and_has_no_form(client):
    page = client.get("/points/BL23/").text

    assert 'href="/screening/1/"' in page
    assert "<form" not in page
    assert "data-verdict" not in page


def test_person_without_answers_is_asked_first(signed_in):
    page = signed_in.get("/points/BL23/")

    assert page.context["mine"].asks == "unanswered"
    assert "Answer the safety questions" in page.text
    assert 'name="code"' not in page.text


def test_allowed_point_can_be_tried_and_added(signed_in, owner):
    answered(owner)
    page = signed_in.get("/points/BL23/").text

    assert "Fine for you," in page
    assert page.count('name="code" value="BL23"') == 2
    for action in ("/sessions/try/", "/routines/points/add/"):
        assert f'action="{action}"' in page
    assert page.count('data-kind="main"') == 1


def test_button_adds_the_point_to_a_routine(signed_in, owner):
    answered(owner)

    assert signed_in.post("/routines/points/add/", {"code": "BL23"}).status_code == 302
    assert Routine.objects.kept_by(owner).count() == 1


def test_left_out_point_says_why_and_names_others(signed_in, owner):
    answered(owner, dvt="yes")
    page = signed_in.get("/points/GB34/")

    mine = page.context["mine"]
    assert mine.fit.verdict == "avoid"
    assert mine.fit.reasons
    assert mine.fit.reasons[0] in page.text.replace("&#x27;", "'").replace("’", "’")
    assert "Left out for you." in page.text
    assert "Correct my answer" in page.text
    assert mine.swaps
    assert all(f'href="/points/{swap.code}/"' in page.text for swap in mine.swaps)
    assert 'name="code"' not in page.text


def test_lighter_point_says_how_light(signed_in, owner):
    answered(owner, osteoporosis="yes")
    page = signed_in.get("/points/BL23/").text

    assert "Lighter for you." in page
    assert "At most 45 seconds." in page


def test_nobody_elses_answers_count(signed_in, owner, stranger):
    answered(owner)
    answered(stranger, dvt="yes")

    assert signed_in.get("/points/GB34/").context["mine"].fit.verdict == "allow"


def test_verdict_stands_above_the_picture(signed_in, owner):
    answered(owner, dvt="yes")
    page = signed_in.get("/points/GB34/").text

    assert page.index("Left out for you.") < page.index('class="plate__drawing"')


@pytest.mark.parametrize("answers", [{}, {"dvt": "yes"}])
def test_signed_in_page_takes_few_queries(signed_in, owner, answers, django_assert_max_num_queries):
    answered(owner, **answers)

    with django_assert_max_num_queries(7):
        assert signed_in.get("/points/GB34/").status_code == HTTPStatus.OK


def test_ruler_is_of_ones_own_hand(signed_in, owner):
    Preferences.objects.filter(owner=owner).update(thumb_mm=20)
    page = signed_in.get("/points/GB39/").text

    assert "About 4 fingers: <strong>60 mm</strong> on your hand." in page
    assert '<svg class="ruler__line" width="60mm"' in page
    assert "many do not" in page


def test_without_a_thumb_width_there_are_words_and_a_way_to_enter_it(signed_in, client):
    page = signed_in.get("/points/GB39/").text

    assert "About 4 fingers, of your own hand." in page
    assert 'href="/you/preferences/#hand"' in page
    assert "ruler__line" not in page


def test_visitor_reads_of_fingers_without_a_link_to_preferences(client):
    page = client.get("/points/GB39/").text

    assert "About 4 fingers, of your own hand." in page
    assert "/you/preferences/" not in page


def test_point_found_without_fingers_has_no_ruler(client):
    assert 'class="ruler"' not in client.get("/points/LI4/").text


def test_link_preview_tells_of_the_point_and_of_nobody(signed_in, owner, client):
    answered(owner, dvt="yes")
    page = signed_in.get("/points/GB34/").text
    head = page[: page.index("</head>")]

    assert '<meta property="og:title" content="GB34 Yanglingquan">' in head
    assert '<link rel="canonical" href="/points/GB34/">' in head
    told = re.findall(r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)"', head)
    assert len(told) == 2
    assert told[0] == told[1]
    assert told[0].startswith("Yang Mound Spring. ")
    signed_in.logout()
    assert f'content="{told[0]}"' in client.get("/points/GB34/").text


def test_every_part_has_its_grade_and_source(client):
    page = client.get("/points/GB39/").text

    assert '<span class="tag">Wrong</span>' in page
    assert '<span class="tag">Name and place: sure</span>' in page
    assert '<span class="tag">Unknown</span>' in page
    assert "World Health Organization 2008" in page


def test_trials_lead_to_their_row_of_the_evidence(client):
    page = client.get("/points/HT7/").text
    evidence = client.get("/evidence/").text

    for slug in Point.objects.get(code="HT7").trial_ids:
        assert f'href="/evidence/#{slug}"' in page
        assert f'id="{slug}"' in evidence


def test_techniques_lead_to_their_pages(client):
    page = client.get("/points/BL10/").text

    assert "Does not suit" in page
    for slug in ("static_pressure", "deep_pressure"):
        assert f'href="/techniques/{slug}/"' in page
