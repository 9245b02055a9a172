"""What the site's own check refuses."""

import pytest
from django.conf import settings as live
from django.core.checks import run_checks

from config.checks import content_security_policy_is_set, https_has_a_proxy

OURS = dict(live.SECURE_CSP)


def ids(settings, policy):
    settings.SECURE_CSP = policy
    return [error.id for error in content_security_policy_is_set(None)]


def test_the_policy_of_the_site_passes(settings):
    assert ids(settings, OURS) == []


@pytest.mark.django_db
def test_the_site_passes_its_own_checks():
    # Every check of Django runs beside ours, and those of generated fields ask the
    # database for its version: without the mark this passes only after another test asked.
    assert not [error for error in run_checks() if str(error.id).startswith("config.")]


@pytest.mark.parametrize("policy", [{}, {"script-src": ["'self'"]}])
def test_no_policy_is_refused(settings, policy):
    assert ids(settings, policy) == ["config.E001"]


def test_a_policy_that_nobody_sends_is_refused(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "csp" not in name]

    assert ids(settings, OURS) == ["config.E001"]


@pytest.mark.parametrize("name", ["base-uri", "form-action", "frame-ancestors"])
@pytest.mark.parametrize("left", [None, [], ""])
def test_what_default_src_leaves_open_must_be_named(settings, name, left):
    assert ids(settings, OURS | {name: left}) == ["config.E003"]


@pytest.mark.parametrize(
    "source",
    ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "blob:", "https:", "https://cdn.example",
     "'strict-dynamic'", "'wasm-unsafe-eval'"],
)  # fmt: skip
@pytest.mark.parametrize("written", [list, set, tuple, " ".join])
def test_anything_but_our_own_files_is_refused(settings, source, written):
    assert ids(settings, OURS | {"script-src": written(["'self'", source])}) == ["config.E002"]


@pytest.mark.parametrize("name", ["img-src", "media-src"])
def test_pictures_and_sounds_may_be_made_by_our_scripts_but_come_from_nowhere_else(settings, name):
    assert ids(settings, OURS | {name: ["'self'", "blob:"]}) == []
    assert ids(settings, OURS | {name: ["'self'", "data:"]}) == ["config.E002"]


def test_https_without_a_trusted_proxy_is_refused(settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, None
    assert [error.id for error in https_has_a_proxy(None)] == ["config.E004"]

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert https_has_a_proxy(None) == []


def test_http_needs_no_proxy(settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = False, None
    assert https_has_a_proxy(None) == []
