"""Draws a page of the catalogue once for all visitors, and lets their browsers keep it."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition

from points.models import CatalogueVersion

type View = Callable[..., HttpResponseBase]


def kept_by_visitors(view: View) -> View:
    """Answer 304 to a visitor whose copy is still true; a signed-in page is never kept."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        etag = visitor_etag(request)

        def page(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
            return drawn_once(view, etag, request, *args, **named)

        conditional: View = condition(etag_func=lambda *_args, **_named: etag)(page)
        response = conditional(request, *args, **named)
        if "ETag" in response.headers:
            patch_cache_control(response, no_cache=True)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def drawn_once(
    view: View, etag: str | None, request: HttpRequest, *args: object, **named: object
) -> HttpResponseBase:
    """Return a visitor's page as this process drew it before, while what it depends on is the same.

    Only pages without a question mark in the address: there are few of them. What was drawn for
    someone with a cookie is not kept: it may hold a token against forged requests.
    """
    if etag is None or request.META["QUERY_STRING"] or "HX-Target" in request.headers:
        return view(request, *args, **named)
    pages = caches["template_fragments"]
    name = hashlib.sha256(f"{request.path} {etag}".encode()).hexdigest()
    if kept := pages.get(name):
        content, headers = kept
        return HttpResponse(content, headers=headers)
    response = view(request, *args, **named)
    if isinstance(response, TemplateResponse) and not request.COOKIES:
        response.add_post_render_callback(lambda drawn: _keep(drawn, request, name))
    return response


def _keep(drawn: HttpResponseBase, request: HttpRequest, name: str) -> None:
    if (
        isinstance(drawn, HttpResponse)
        and drawn.status_code == HTTPStatus.OK
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
    ):
        caches["template_fragments"].set(name, (drawn.content, dict(drawn.items())))


def visitor_etag(request: HttpRequest, *_args: object, **_named: object) -> str | None:
    """Return what the page depends on, or nothing for anyone who is known by a cookie.

    A cookie may carry a session, a message or a theme, and each changes the page; only the one
    against forged requests does not.
    """
    if set(request.COOKIES) - {settings.CSRF_COOKIE_NAME}:
        return None
    text = CatalogueVersion.objects.values_list("content_hash", flat=True).first() or "empty"
    target = request.headers.get("HX-Target", "")
    parts = f"{text} {edition()} {get_language()} {target}"
    return f'"{hashlib.sha256(parts.encode()).hexdigest()[:24]}"'


@cache
def edition() -> str:
    """Return a hash of all that draws a page besides its rows: templates, code, file names."""
    digest = hashlib.sha256()
    folders = [(settings.BASE_DIR / "templates", "*.html"), (settings.BASE_DIR / "points", "*.*")]
    files = [file for folder, kind in folders for file in sorted(folder.rglob(kind))]
    manifest = settings.BASE_DIR / str(settings.STATIC_ROOT or "") / "staticfiles.json"
    for file in [*files, manifest]:
        if file.is_file() and file.suffix in {".html", ".py", ".json"}:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
