"""Knows what to do with a form that arrives too late: after a log-out, or with an old token.

What was typed is shown back as a form that can be sent again, so that nothing is lost. Only forms
of our own pages are echoed: a form of another site would get a valid token by it.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.csrf import csrf_failure as refuse
from django_htmx.middleware import HtmxDetails

ACCOUNT = "/account/"  # its codes and credentials open a door; a code elsewhere names a point
NEVER_ECHOED = ("csrfmiddlewaretoken", "password")
SECRETS = ("code", "credential")


class LogInMiddleware(LoginRequiredMiddleware):
    """Asks for a log-in, and keeps the form that came without one."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Answer a late form with 401 and the form itself, anything else with the log-in page."""
        closed = super().process_view(request, view_func, view_args, view_kwargs)
        if closed is None or request.method != "POST" or not is_ours(request):
            return closed
        htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
        if htmx:  # the page itself still holds what was typed, and says so
            return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
        return resend_page(request, HTTPStatus.UNAUTHORIZED)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form with an old token: one of ours may be sent again, any other is refused."""
    if is_ours(request) and request.POST:
        return resend_page(request, HTTPStatus.FORBIDDEN)
    return refuse(request, reason)


def is_ours(request: HttpRequest) -> bool:
    """Return True where the browser says that the form stood on a page of this site."""
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host() and origin.startswith(
        f"{request.scheme}://"
    )


def is_secret(name: str, path: str) -> bool:
    """Return True for a field that is never shown back: a token, a password, what logs in."""
    return any(word in name for word in NEVER_ECHOED) or (
        path.startswith(ACCOUNT) and name in SECRETS
    )


def resend_page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """Return the late form's fields, but for secrets, in a form with a new token."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if not is_secret(name, request.path)
        for value in values
    ]
    logged_out = status is HTTPStatus.UNAUTHORIZED
    response = TemplateResponse(
        request,
        "config/resend.html",
        {"fields": fields, "logged_out": logged_out, "person": request.user, "section": "account"},
        status=status,
    )
    add_never_cache_headers(response)
    return response.render()
