"""The order of a walk: start the site, make the cast, take the pictures, tell what was wrong."""

import sys

from tests.chromium import browser
from tests.look.album import FOLDER, Album
from tests.look.cast import make_cast
from tests.serving import site


def main(only: str) -> int:
    """Take all pictures whose name holds ``only``, and return how many pages had a problem."""
    server = site(WORKERS="2")
    cast = make_cast()
    with browser() as running:
        album = Album(running, server.address, cast, only)
        album.fill()
    server.stop()
    for name, found in album.problems.items():
        sys.stdout.writelines(f"{name}: {problem}\n" for problem in found)
    sys.stdout.write(
        f"{len(album.pictures)} pictures in {FOLDER.name}/, {len(album.problems)} with a problem.\n"
    )
    return len(album.problems)
