"""Partial or page, private or cacheable, log in or not."""

import pytest

from tests.routines.rows import answered

HTMX = {"HX-Request": "true"}


def ask(client, path, **headers):
    return client.get(
        path, headers=HTMX | {name.replace("_", "-"): v for name, v in headers.items()}
    )


@pytest.fixture
def reader(signed_in, owner):
    answered(owner)
    return signed_in


def is_whole(response):
    return b"<html" in response.content


@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({"HX_Target": "diary-rows"}, False),
        ({"HX_Target": "section#diary-rows"}, False),
        ({}, True),
        ({"HX_Target": "no-such-part"}, True),
        ({"HX_Target": "../../../etc/passwd"}, True),
        ({"HX_Target": "x" * 5000}, True),
        ({"HX_Target": "diary-rows", "HX_Boosted": "true"}, True),
        ({"HX_Target": "diary-rows", "HX_History_Restore_Request": "true"}, True),
    ],
)
def test_a_target_that_the_page_defines_gets_its_part(reader, headers, whole):
    response = ask(reader, "/journal/", **headers)

    assert response.status_code == 200
    assert is_whole(response) is whole
    assert b'id="diary-rows"' in response.content


def test_without_htmx_a_target_means_nothing(reader):
    assert is_whole(reader.get("/journal/", headers={"HX-Target": "diary-rows"}))


def test_every_page_says_that_it_varies_by_target(reader):
    varies = reader.get("/journal/").headers["Vary"]

    assert {"HX-Request", "HX-Target"} <= {name.strip() for name in varies.split(",")}


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("http://testserver/journal/", "/account/login/?next=%2Fjournal%2F"),
        (
            "http://testserver/points/?q=a b&show=all#x",
            "/account/login/?next=%2Fpoints%2F%3Fq%3Da+b%26show%3Dall%23x",
        ),
        ("http://elsewhere.example/journal/", "/account/login/?next=%2F"),
        ("", "/account/login/?next=%2F"),
    ],
)
def test_an_expired_log_in_moves_the_whole_window_and_comes_back(client, db, page, address):
    response = ask(client, "/journal/chart/", HX_Target="chart-region", HX_Current_URL=page)

    assert response.status_code == 200
    assert response.headers["HX-Redirect"] == address
    assert response.content == b""


def test_another_redirect_of_htmx_is_left_alone(reader):
    response = ask(reader, "/screening/result/")

    assert (response.status_code, response.url) == (302, "/")


def test_a_page_without_htmx_is_redirected_plainly(client, db):
    assert client.get("/journal/").url == "/account/login/?next=/journal/"


def is_stored(response):
    return "no-store" not in response.headers.get("Cache-Control", "")


def test_a_visitor_s_library_may_be_kept_and_a_person_s_may_not(client, owner):
    assert is_stored(client.get("/points/"))
    assert is_stored(client.get("/about/"))

    client.force_login(owner)
    assert not is_stored(client.get("/points/"))
    assert not is_stored(client.get("/about/"))
    assert not is_stored(client.get("/no-such-page/"))


def test_a_visitor_with_answers_in_the_session_keeps_no_page(client, db):
    client.post("/screening/1/")

    for path in ("/", "/about/", "/screening/2/"):
        assert not is_stored(client.get(path))


def test_neither_the_log_in_nor_the_log_out_is_kept(client, owner):
    client.force_login(owner)

    response = client.post("/account/logout/")

    assert response.status_code == 302
    assert not is_stored(response)


def test_every_answer_closes_the_doors_of_the_browser_that_we_do_not_use(client, db):
    for path in ("/", "/health/", "/no-such-page/"):
        policy = client.get(path).headers["Permissions-Policy"]
        assert "geolocation=()" in policy
        assert "screen-wake-lock=(self)" in policy
