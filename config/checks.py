"""Knows what ``manage.py check`` must refuse and Django itself does not look at."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

ALLOWED = {"'self'", "'none'"}
MADE = {"img-src": {"blob:"}, "media-src": {"blob:"}}  # what our own scripts draw and play
ALONE = ("base-uri", "form-action", "frame-ancestors")  # default-src does not cover these


def content_security_policy_is_set(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Return an error where the policy is off, or lets in anything but our own files."""
    policy = settings.SECURE_CSP
    middleware = "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if "default-src" not in policy or middleware not in settings.MIDDLEWARE:
        return [Error("The Content-Security-Policy is off.", id="config.E001")]
    open_doors = [name for name in ALONE if not policy.get(name)]
    if open_doors:
        return [Error(f"The Content-Security-Policy lacks {open_doors}.", id="config.E003")]
    loose = {
        source
        for name, sources in policy.items()
        for source in _sources(sources)
        if source not in ALLOWED | MADE.get(name, set())
    }
    if loose:
        return [Error(f"The Content-Security-Policy allows {sorted(loose)}.", id="config.E002")]
    return []


def https_has_a_proxy(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error where every request would be sent to https for ever.

    The server itself speaks http: without a trusted proxy nothing can say that https was used.
    """
    if settings.SECURE_SSL_REDIRECT and not settings.SECURE_PROXY_SSL_HEADER:
        hint = "Set TRUSTED_PROXIES to how many proxies stand in front, or HTTPS to 0."
        return [Error("HTTPS is on, but no proxy is trusted.", hint=hint, id="config.E004")]
    return []


def _sources(written: object) -> list[str]:
    """Return the sources of a directive, which may be written as a list or as one text."""
    if isinstance(written, list | tuple | set):
        return [str(source) for source in written]
    return written.split() if isinstance(written, str) else []
