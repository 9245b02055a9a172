"""Knows where a page of the diary ends, so that the next one starts there whatever is added.

The diary is in one order: by time, then kind, then row number, all downwards.
"""

import datetime as dt
import re
from typing import NamedTuple

ANSWERS, ENTRY, HAPPENING, SESSION = "a", "e", "h", "s"
WRITTEN = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.]{5,15}\+00:00)-([aehs])(\d{1,18})", re.ASCII)


class Cursor(NamedTuple):
    """The last row of a page.

    Attributes:
        at: When it happened, aware, in UTC.
        kind: ``a`` answers, ``e`` an entry, ``h`` something that happened, ``s`` a session.
        pk: Its number.
    """

    at: dt.datetime
    kind: str
    pk: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}-{self.kind}{self.pk}"


def cursor_of(text: str) -> Cursor | None:
    """Return the cursor that an address carries, or None for anything else."""
    found = WRITTEN.fullmatch(text.replace(" ", "+"))  # a plus that was not escaped
    if found is None:
        return None
    try:
        return Cursor(dt.datetime.fromisoformat(found[1]), found[2], int(found[3]))
    except ValueError:
        return None
