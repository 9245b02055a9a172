"""Decides once for all pages: partial or page, private or cacheable, log in or not."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

PERMISSIONS = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self), autoplay=(self)"
)

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class HtmxRequest(HttpRequest):
    """A request that django-htmx has read."""

    htmx: HtmxDetails


class PartialMiddleware(MiddlewareMixin):
    """Answers an htmx request with the partial named like the element it replaces.

    A page that defines no such partial is sent whole, and so is every boosted request and every
    return through the browser's history.
    """

    def process_template_response(
        self, request: HtmxRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Point the response at ``page.html#target`` where the page has that partial."""
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
        page, htmx = response.template_name, request.htmx
        if not htmx or not htmx.target or htmx.boosted or htmx.history_restore_request:
            return response
        if not isinstance(page, str):
            return response
        partial = f"{page}#{htmx.target.rpartition('#')[2]}"  # htmx 4 sends tag#id
        try:
            get_template(partial)
        except TemplateDoesNotExist:
            return response
        response.template_name = partial
        return response


class PrivacyMiddleware:
    """Forbids every store to keep what is about a person, and closes unused browser doors.

    That is all that somebody signed in sees, and all that a visitor sees once the session holds
    something, such as safety answers.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        was_someone = request.user.is_authenticated
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if was_someone or request.user.is_authenticated or not request.session.is_empty():
            add_never_cache_headers(response)
        return response


class LogInRedirectMiddleware:
    """Turns a redirect to the log-in page into one of the whole window for an htmx request.

    Without it the log-in form would be swapped into a row of a list.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HtmxRequest) -> HttpResponseBase:
        response = self.get_response(request)
        location = response.headers.get("Location", "")
        if (
            request.htmx
            and response.status_code == HTTPStatus.FOUND
            and location.partition("?")[0] == resolve_url(settings.LOGIN_URL)
        ):
            return self.whole_window(request, location)
        return response

    def whole_window(self, request: HtmxRequest, location: str) -> HttpResponse:
        """Return to the page the person was on, not to the part that was asked for."""
        log_in = location.partition("?")[0]
        path = request.htmx.current_url_abs_path or "/"
        return HttpResponseClientRedirect(f"{log_in}?{urlencode({'next': path})}")
