"""Knows which of our files a device keeps for when there is no network, and their version."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.template.loader import render_to_string
from django.templatetags.static import static

SHELL = "config/offline.html"
WORKER = "js/offline/worker.js"
KEPT = (
    "css/main.css",
    "img/favicon.svg",
    "img/icon-192.png",
    "img/icons.svg",
    "js/arrival.js",
    "js/errors.js",
    "js/focus.js",
    "js/offline/*.js",
    "js/player/*.js",
)
SHEETS = "css/*/*.css"  # part of the one sheet where files are collected, on their own elsewhere


@cache
def kept_names() -> tuple[str, ...]:
    """Return the names of the files, in order."""
    collected = isinstance(staticfiles_storage, ManifestFilesMixin)
    patterns = KEPT if collected else (*KEPT, SHEETS)
    root = Path(settings.BASE_DIR, "static")
    found = {str(file.relative_to(root)) for name in patterns for file in root.glob(name)}
    return tuple(sorted(found - {WORKER}))


def kept_urls() -> list[str]:
    """Return the addresses of the files, in order."""
    return [static(name) for name in kept_names()]


@cache
def version() -> str:
    """Return 16 letters that change with any of the files, the worker or the page itself."""
    names = (*kept_names(), WORKER)
    files = {static(name): Path(str(finders.find(name))).read_bytes() for name in names}
    return version_of(render_to_string(SHELL), files)


def version_of(page: str, files: Mapping[str, bytes]) -> str:
    """Return 16 letters for a page and for files by address."""
    digest = hashlib.sha256(page.encode())
    for address, text in files.items():
        digest.update(b"\0%b\0%b" % (address.encode(), text))
    return digest.hexdigest()[:16]
