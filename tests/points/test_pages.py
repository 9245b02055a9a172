"""The library's pages: public, few queries, light, kept by visitors and never by the signed-in."""

import gzip
import re
from http import HTTPStatus
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from points.models import CatalogueVersion, Claim, Lesson, Point, Study, Technique, Tradition
from routines.models import Step
from tests import make

pytestmark = pytest.mark.django_db

PAGES = {  # address: queries for a visitor
    "/points/": 3,
    "/points/?view=hand": 3,
    "/points/?aim=sleep&reach=hand": 3,
    "/points/?q=kidney": 4,
    "/points/BL23/": 4,
    "/points/GB39/": 3,
    "/techniques/": 2,
    "/techniques/tapping/": 4,
    "/traditions/": 2,
    "/traditions/korean/": 4,
    "/evidence/": 4,
    "/article/": 3,
    "/learn/": 3,
    "/safety/": 4,
}
KIB = 1024


@pytest.mark.parametrize(("address", "queries"), PAGES.items())
def test_page_is_public_and_asks_little(client, address, queries, django_assert_num_queries):
    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == HTTPStatus.OK
    assert response.context["section"] == "points"


@pytest.mark.parametrize("address", PAGES)
def test_page_answers_only_to_reading(client, address):
    assert client.head(address).status_code == HTTPStatus.OK
    assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("address", PAGES)
def test_visitor_gets_not_modified_for_one_query(client, address, django_assert_num_queries):
    first = client.get(address)
    assert first["Cache-Control"] == "no-cache"
    assert "Cookie" in first["Vary"]

    with django_assert_num_queries(1):
        again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert again.content == b""


def test_new_text_makes_a_new_etag(client):
    first = client.get("/points/")["ETag"]
    CatalogueVersion.objects.update(content_hash="new")

    again = client.get("/points/", headers={"if-none-match": first})

    assert again.status_code == HTTPStatus.OK
    assert again["ETag"] != first


@pytest.mark.parametrize("address", PAGES)
def test_signed_in_page_is_never_kept(client, address):
    visited = client.get(address)["ETag"]
    client.force_login(make.person())

    response = client.get(address, headers={"if-none-match": visited})

    assert response.status_code == HTTPStatus.OK
    assert "ETag" not in response.headers
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("cookie", ["sessionid", "messages", "theme"])
def test_visitor_with_a_cookie_of_ours_gets_the_whole_page(cookie):
    client = Client()
    etag = client.get("/points/")["ETag"]
    client.cookies[cookie] = "x"

    assert client.get("/points/", headers={"if-none-match": etag}).status_code == HTTPStatus.OK


def test_every_point_has_its_page_within_40_kib(client):
    for code in Point.objects.values_list("code", flat=True):
        response = client.get(f"/points/{code}/")
        assert response.status_code == HTTPStatus.OK
        assert len(gzip.compress(response.content)) < 40 * KIB


@pytest.mark.parametrize("view", ["back", "front", "side", "hand", "foot", "nonsense"])
def test_index_is_within_60_kib(client, view):
    response = client.get("/points/", {"view": view})

    assert len(gzip.compress(response.content)) < 60 * KIB


def test_index_lists_all_points_by_region_with_anchors(client):
    response = client.get("/points/")
    parts = response.context["parts"]

    assert sum(len(part.rows) for part in parts) == 62
    assert [part.key for part in parts][:3] == ["head", "neck", "shoulder"]
    for part in parts:
        assert f'id="{part.key}"' in response.text


def test_index_leaves_out_what_is_retired(client):
    Point.objects.filter(code="SP14").update(retired=True)

    assert "SP14" not in client.get("/points/").text
    assert "no longer in the library" in client.get("/points/SP14/").text


def no_reference(kept):
    """Take away all that refers to rows of a kind, so that these can go too."""
    Step.objects.all().delete()
    if kept is not Lesson:
        Lesson.objects.all().delete()
        if kept is not Claim:
            Claim.objects.all().delete()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "model", "queries"),
    [
        ("/points/", Point, 3),
        ("/techniques/", Technique, 2),
        ("/traditions/", Tradition, 2),
        ("/evidence/", Study, 4),
        ("/article/", Claim, 3),
        ("/learn/", Lesson, 3),
    ],
)
def test_list_asks_as_little_for_three_rows_as_for_one(
    client, address, model, queries, count, django_assert_num_queries
):
    no_reference(model)
    kept = model.objects.order_by("position").values_list("pk", flat=True)[:count]
    model.objects.exclude(pk__in=list(kept)).delete()

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == HTTPStatus.OK


def test_empty_catalogue_is_an_empty_page(client):
    no_reference(None)
    for model in (Point, Technique, Tradition, Study, CatalogueVersion):
        model.objects.all().delete()

    assert "No points yet." in client.get("/points/").text
    for address in ("/techniques/", "/traditions/", "/evidence/", "/article/", "/learn/"):
        assert client.get(address).status_code == HTTPStatus.OK


def test_care_stands_above_the_picture(client):
    page = client.get("/points/BL23/").text

    assert page.index("Never pound.") < page.index('class="plate__drawing"') < page.index("Find it")


def test_point_without_a_caution_of_its_own_says_whom_it_does_not_suit(client):
    text = client.get("/points/BL18/").text

    assert "No caution is known" not in text  # above a list of cautions that would be a riddle
    assert "<strong>Leave it out with</strong>" in text


def test_picture_has_its_text(client):
    page = client.get("/points/BL23/").text
    text = Point.objects.get(code="BL23").alternative_text

    assert f"<desc>{text}</desc>" in page
    assert 'role="img"' in page


def test_step_of_the_address_lights_its_landmark_and_nothing_else(client):
    page = client.get("/points/BL23/?step=2")

    assert re.findall(r'data-landmark="(\w+)" data-state="lit"', page.text) == ["spine_L2"]
    assert 'data-towards="landmark"' in page.text
    assert page.text.count('aria-current="step"') == 1
    assert "Lit on the figure: <span>bump L2</span>" in page.text


def test_without_a_step_nothing_is_in_focus(client):
    page = client.get("/points/BL23/?step=99").text

    assert "data-towards" not in page
    assert 'aria-current="step"' not in page
    assert 'data-said role="status" hidden' in page


def test_characters_are_marked_as_chinese(client):
    page = client.get("/points/BL23/").text

    assert 'lang="zh-Hans">肾俞' in page
    assert 'lang="zh-Hant">腎俞' in page


def test_extra_point_is_not_called_standard(client):
    page = client.get("/points/EX-B7/").text

    assert "What textbooks say" in page
    assert "What the standard says" not in page
    assert "still to be checked" in page


def test_unchecked_trial_list_says_so(client):
    told = "Whether this point was among them is still to be checked against the paper."

    assert told in client.get("/points/HT7/").text
    assert told not in client.get("/points/BL23/").text


def test_reference_point_is_no_exercise(client):
    page = client.get("/points/SP14/").text

    assert "For reference only." in page
    assert "0 seconds" not in page


def test_other_spelling_is_sent_to_the_point(client):
    response = client.get("/points/bl 23/")

    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == "/points/BL23/"


@pytest.mark.parametrize("code", ["BL99", "shensu", "%00", "x" * 3000, "🦴", "肾", "<b>"])
def test_unknown_code_is_a_friendly_404(client, code):
    response = client.get(f"/points/{code}/")

    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "No such point" in response.text
    assert "<b>" not in response.text


def test_unknown_code_names_its_neighbours(client):
    response = client.get("/points/shensu/")

    assert "BL23" in [point.code for point in response.context["near"]]


@pytest.mark.parametrize(
    ("code", "near"),
    [("UB23", ["BL23"]), ("shèn shū", ["BL23"]), ("肾俞", ["BL23"]), ("kidny", ["BL23", "KI3"])],
)
def test_unknown_code_is_searched_for(client, code, near):
    response = client.get(f"/points/{code}/")

    assert [point.code for point in response.context["near"]][: len(near)] == near


def test_older_code_is_asked_about(client):
    page = client.get("/points/B47/").text

    assert "BL47 names two points: which one do you mean?" in page
    assert "In the standard it is Hunmen. In older books it is Zhishi" in page
    assert 'href="/points/BL52/"' in page


def test_unknown_code_takes_few_queries(client, django_assert_num_queries):
    with django_assert_num_queries(3):  # the version, the code, all points
        client.get("/points/BL999/")


@pytest.mark.parametrize("address", ["/techniques/cupping/", "/traditions/martian/"])
def test_unknown_technique_or_tradition_is_404(client, address):
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_nothing_is_inline(client):
    for address in PAGES:
        page = client.get(address).text
        assert " style=" not in page
        assert "<script>" not in page


def test_icons_are_in_the_sprite(client):
    sprite = Path(finders.find("img/icons.svg")).read_text()
    for address in PAGES:
        for name in set(re.findall(r"icons(?:\.\w+)?\.svg#(\w+)", client.get(address).text)):
            assert f'id="{name}"' in sprite


def test_admin_shows_the_catalogue_and_changes_nothing(client):
    client.force_login(make.person(is_staff=True, is_superuser=True))

    assert client.get("/admin/points/point/").status_code == HTTPStatus.OK
    assert client.get("/admin/points/point/add/").status_code == HTTPStatus.FORBIDDEN
