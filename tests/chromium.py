"""Finds the Chromium of this machine, and starts it so that it calls nobody."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def path() -> str:
    """Return the first Chromium on the path.

    Raises:
        RuntimeError: where there is none.
    """
    found = next((where for name in NAMES if (where := shutil.which(name))), None)
    if found is None:
        raise RuntimeError("No Chromium is here (on Debian: apt install chromium).")
    return found


def arguments() -> list[str]:
    """Return how to start it; root has no sandbox to offer."""
    return [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a browser without a window, closed afterwards."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path(), args=arguments())
        yield running
        running.close()
