"""Lets a visitor's browser keep a page of the catalogue and ask only whether it changed."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition

from points.models import CatalogueVersion

type View = Callable[..., HttpResponseBase]


def kept_by_visitors(view: View) -> View:
    """Answer 304 to a visitor whose copy is still true; a signed-in page is never kept."""
    conditional: View = condition(etag_func=visitor_etag)(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        response = conditional(request, *args, **named)
        if "ETag" in response.headers:
            patch_cache_control(response, no_cache=True)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer


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
