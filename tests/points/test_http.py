"""Which pages of the library a visitor may keep."""

import pytest
from django.conf import settings
from django.core.cache import caches

from points.models import CatalogueVersion, Point

IN_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test pages"}


@pytest.fixture
def drawn_pages(settings):
    """The memory of the process, empty."""
    settings.CACHES = settings.CACHES | {"template_fragments": IN_MEMORY}
    caches["template_fragments"].clear()
    return caches["template_fragments"]


def whole(pages):
    """What is kept besides the parts of pages."""
    return [name for name in pages._cache if "template.cache" not in name]


@pytest.mark.usefixtures("drawn_pages")
def test_page_is_drawn_once_for_all_visitors(client, db, django_assert_num_queries):
    first = client.get("/points/BL23/")

    with django_assert_num_queries(1):  # the version of the catalogue
        again = client.get("/points/BL23/")

    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "no-cache"
    assert again.headers["Vary"] == first.headers["Vary"]
    assert again.headers["Content-Type"] == first.headers["Content-Type"]


@pytest.mark.usefixtures("drawn_pages")
def test_page_is_drawn_again_once_the_catalogue_has_changed(client, db):
    client.get("/points/BL23/")
    Point.objects.with_code("BL23").update(name_english="Another Name")
    CatalogueVersion.objects.update(content_hash="another")

    assert "Another Name" in client.get("/points/BL23/").content.decode()


@pytest.mark.usefixtures("drawn_pages")
def test_person_never_sees_what_was_drawn_for_a_visitor(client, owner):
    visitors = client.get("/points/BL23/").content
    client.force_login(owner)

    own = client.get("/points/BL23/")

    assert own.content != visitors
    assert own.headers["Cache-Control"].count("no-store") == 1


def test_visitor_never_sees_what_was_drawn_for_a_person(signed_in, client, db, drawn_pages):
    signed_in.get("/points/BL23/")
    signed_in.logout()

    assert "data-person" not in signed_in.get("/points/BL23/").content.decode()


def test_page_drawn_for_somebody_with_a_cookie_is_not_kept(client, db, drawn_pages):
    client.cookies[settings.CSRF_COOKIE_NAME] = "c" * 32
    client.get("/points/BL23/")

    assert whole(drawn_pages) == []


@pytest.mark.parametrize("path", ["/points/?view=front", "/points/BL999/", "/points/bl23/"])
def test_only_plain_found_pages_are_kept(client, db, drawn_pages, path):
    client.get(path)

    assert whole(drawn_pages) == []
