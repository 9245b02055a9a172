"""What a phone is told so that it can put the site on its home screen."""

import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders


@pytest.fixture
def told(client):
    response = client.get("/manifest.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    return response.json()


def test_every_icon_is_a_file_of_ours_and_as_large_as_it_says(told):
    for icon in told["icons"]:
        file = Path(finders.find(icon["src"].removeprefix("/static/")))
        width, height = struct.unpack(">II", file.read_bytes()[16:24])
        assert icon["sizes"] == f"{width}x{height}"
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}


def test_every_shortcut_leads_to_a_place_that_is_there(told, signed_in, owner):
    from_home = [shortcut["url"].partition("#")[0] for shortcut in told["shortcuts"]]
    assert from_home == ["/", "/", "/bad-day/"]
    for url in [*from_home, told["start_url"]]:
        assert signed_in.get(url, follow=True).status_code == 200


def test_it_is_the_same_for_everybody_and_names_nobody(client, signed_in, told):
    assert signed_in.get("/manifest.webmanifest").json() == told


def test_every_page_leads_to_it(client, db):
    page = client.get("/").content.decode()
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    assert 'rel="apple-touch-icon"' in page


def test_the_address_of_old_leads_to_the_icon(client, settings):
    response = client.get("/favicon.ico")

    assert response.status_code == 301
    assert finders.find(response.url.removeprefix(settings.STATIC_URL))
    assert response.headers["Cache-Control"] == "max-age=86400"
