"""Knows what ``manage.py check`` must refuse and Django itself does not look at."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

FORBIDDEN = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "data:", "https:", "http:"}


def content_security_policy_is_set(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Return an error where the policy is off, or lets in anything but our own files."""
    policy = settings.SECURE_CSP
    middleware = "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if "default-src" not in policy or middleware not in settings.MIDDLEWARE:
        return [Error("The Content-Security-Policy is off.", id="config.E001")]
    loose = {str(source) for sources in policy.values() for source in sources} & FORBIDDEN
    if loose:
        return [Error(f"The Content-Security-Policy allows {sorted(loose)}.", id="config.E002")]
    return []
