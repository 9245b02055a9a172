"""How our own files are sent: sheets written as many and read as one, scripts without comments.

A browser learns of an imported sheet only after the importing one has arrived: one more round
trip for every first visit. So ``collectstatic`` writes the imports into ``css/main.css`` itself,
each in its layer. Comments stay at home: they are a third of the scripts.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

MAIN = "css/main.css"
IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>[a-z]+)\);')
SCRIPTS = "js/"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE_COMMENT = re.compile(r"^\s*//.*$|\s//\s.*$", re.MULTILINE)
INDENT = re.compile(r"\s*\n\s*")

# Name of a file, then the storage that found it and its name there.
type Found = dict[str, tuple[Any, str]]


def lean(sheet: str) -> str:
    """Return a style sheet without comments, indents and empty lines."""
    return INDENT.sub("\n", COMMENT.sub("", sheet)).strip()


def lean_script(script: str) -> str:
    """Return a module of ours without comments, indents and empty lines.

    Our modules hold no comment signs inside strings; a test keeps it so.
    """
    return lean(LINE_COMMENT.sub("", script))


def one_sheet(main: str, read: Callable[[str], str]) -> str:
    """Return ``main`` with every import replaced by the file itself, in the layer it names."""
    return IMPORT.sub(
        lambda found: f"@layer {found['layer']} {{\n{lean(read(found['file']))}\n}}", lean(main)
    )


class LeanStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed static files, one style sheet, and scripts without comments."""

    support_js_module_import_aggregation = True  # modules import each other by hashed names

    def post_process(
        self, paths: Found, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Write the lean files where the collected ones are, and hash those instead."""
        if not dry_run:
            paths = {**paths, **self.written_lean(paths)}
        yield from super().post_process(paths, dry_run, **options)

    def written_lean(self, paths: Found) -> Found:
        """Write the sheet and the scripts anew, and return where they are.

        They are read where they were found: a collected copy may be the lean one of last time.
        """

        def read(name: str) -> str:
            storage, found = paths[name]
            return Path(storage.path(found)).read_text(encoding="utf-8")

        lean_files = {name: lean_script(read(name)) for name in paths if is_script(name)}
        if MAIN in paths:
            folder = PurePosixPath(MAIN).parent
            lean_files[MAIN] = one_sheet(read(MAIN), lambda name: read(str(folder / name)))
        for name, text in lean_files.items():
            Path(self.path(name)).write_text(text, encoding="utf-8")
        return {name: (self, name) for name in lean_files}


def is_script(name: str) -> bool:
    """Return True for a module of our own."""
    return name.startswith(SCRIPTS) and name.endswith(".js")
