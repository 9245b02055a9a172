"""How the style sheets are sent: written as many files, read as one.

A browser learns of an imported sheet only after the importing one has arrived: one more round
trip for every first visit. So ``collectstatic`` writes the imports into ``css/main.css`` itself,
each in its layer, and leaves the comments at home.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

MAIN = "css/main.css"
IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>[a-z]+)\);')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")

# Name of a file, then the storage that found it and its name there.
type Found = dict[str, tuple[Any, str]]


def lean(sheet: str) -> str:
    """Return a style sheet without comments, indents and empty lines."""
    return INDENT.sub("\n", COMMENT.sub("", sheet)).strip()


def one_sheet(main: str, read: Callable[[str], str]) -> str:
    """Return ``main`` with every import replaced by the file itself, in the layer it names."""
    return IMPORT.sub(
        lambda found: f"@layer {found['layer']} {{\n{lean(read(found['file']))}\n}}", lean(main)
    )


class OneSheetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed static files, with one style sheet instead of a chain."""

    def post_process(
        self, paths: Found, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Write the one sheet where the collected files are, and hash that instead."""
        if MAIN in paths and not dry_run:
            self.write_one_sheet(paths)
            paths = {**paths, MAIN: (self, MAIN)}
        yield from super().post_process(paths, dry_run, **options)

    def write_one_sheet(self, paths: Found) -> None:
        """Read from where the files were found: a collected copy may be the sheet of last time."""

        def read(name: str) -> str:
            storage, found = paths[str(PurePosixPath(MAIN).parent / name)]
            return Path(storage.path(found)).read_text()

        Path(self.path(MAIN)).write_text(one_sheet(read("main.css"), read))
