"""Which points a mistyped code may have meant; no database."""

import difflib
import re
from collections.abc import Iterable

LONGEST = 20  # no code is longer
MOST = 5  # neighbours that are named
SHAPE = re.compile(r"[A-Z]{2}(-?[A-Z]*)?-?[0-9A-Z]{1,8}")


def canonical(typed: str) -> str:
    """Return the code as the catalogue writes it, or nothing if it cannot be one.

    >>> canonical("bl 23")
    'BL23'
    """
    squeezed = re.sub(r"[\s_.]+", "", typed[: 2 * LONGEST]).upper()
    return squeezed if len(squeezed) <= LONGEST and SHAPE.fullmatch(squeezed) else ""


def nearest(typed: str, names: Iterable[tuple[str, str]], *, count: int = MOST) -> list[str]:
    """Return up to `count` codes whose code or name is most like what was typed.

    Args:
        typed: what stands in the address.
        names: pairs of code and name.
        count: how many at most.
    """
    wanted = typed[: 2 * LONGEST].casefold()
    found = {word.casefold(): code for code, name in names for word in (name, code)}
    close = difflib.get_close_matches(wanted, found, n=2 * count, cutoff=0.4)
    return list(dict.fromkeys(found[word] for word in close))[:count]
