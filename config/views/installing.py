"""What a phone is told so that it can put the site on its home screen, and keep it there."""

import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from config import kept_files
from routines.forms.sessions import SURE_ABOVE

PAPER = "#f8f4ec"
SIZES = (192, 512)


@login_not_required
@cache_control(max_age=3600)
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Name, icons and shortcuts; the same for everybody."""
    told = {
        "id": "/",
        "name": "Backbeat",
        "short_name": "Backbeat",
        "description": _(
            "Today’s routine, a diary of pain, and a chart that is honest about both."
        ),
        "lang": get_language(),
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": _icons(),
        "shortcuts": _shortcuts(),
    }
    return JsonResponse(told, content_type="application/manifest+json")


@login_not_required
@cache_control(max_age=86400)  # the icon has another address whenever it changes
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for who asks at the address of old without reading the page."""
    return HttpResponsePermanentRedirect(static("img/favicon.svg"))


def _icons() -> list[dict[str, str]]:
    return [
        {
            "src": static(f"img/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for size in SIZES
    ]


def _shortcuts() -> list[dict[str, str]]:
    return [
        {"name": _("Start today"), "url": f"{reverse('today')}#routine-name"},
        {"name": _("Log pain"), "url": f"{reverse('today')}#pain-now"},
        {"name": _("Bad day"), "url": reverse("bad_day")},
    ]


def _version(request: HttpRequest) -> str:
    return f'"{kept_files.version()}"'


@login_not_required
@condition(etag_func=_version)
@cache_control(no_cache=True)
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that answers for the site where there is no network; the same for everybody."""
    kept = {
        "version": kept_files.version(),
        "shell": reverse("offline"),
        "files": kept_files.kept_urls(),
        "static": settings.STATIC_URL,
    }
    return TemplateResponse(
        request,
        "config/service-worker.js",
        {"kept": json.dumps(kept, indent=1), "worker": static(kept_files.WORKER)},
        content_type="text/javascript",
    )


@login_not_required
@cache_control(no_cache=True)
@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """The page that a device keeps: it knows nobody, and is filled from what the device holds."""
    nobody = {"user": AnonymousUser(), "theme": "", "sure_above": SURE_ABOVE}
    return TemplateResponse(request, kept_files.SHELL, nobody)
