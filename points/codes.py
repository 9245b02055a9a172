"""Reads what may be the code of a point: other spellings of a line, and the older numbering.

Older English books number the outer line of the Bladder on the back before the thigh, so that the
numbers 36 to 54 name other points there than in the standard.

Source:
    WHO 2008 for codes and names; the older numbering is that of popular acupressure books.
"""

import re
from typing import NamedTuple

SPELLINGS = {  # how books write a line; a lone S, L, T or C is left to the vertebrae
    "bl": ("bl", "ub", "b"),
    "cv": ("cv", "ren", "rn"),
    "gb": ("gb", "g"),
    "gv": ("gv", "du"),
    "ht": ("ht", "he", "h"),
    "ki": ("ki", "kd", "k"),
    "li": ("li", "co"),
    "lr": ("lr", "liv", "lv"),
    "lu": ("lu",),
    "pc": ("pc", "per", "p"),
    "si": ("si",),
    "sp": ("sp",),
    "st": ("st",),
    "te": ("te", "th", "tw", "tb", "sj"),
}
LINE_OF = {spelled: line for line, spellings in SPELLINGS.items() for spelled in spellings}
CODE = re.compile(r"([a-z]{1,3}?)0*([1-9][0-9]?)")
EXTRA = re.compile(r"ex[a-z]{1,3}[0-9]{0,2}|exhnanmian")
BLADDER_36_TO_54 = (
    "Chengfu", "Yinmen", "Fuxi", "Weiyang", "Weizhong", "Fufen", "Pohu", "Gaohuang", "Shentang",
    "Yixi", "Geguan", "Hunmen", "Yanggang", "Yishe", "Weicang", "Huangmen", "Zhishi", "Baohuang",
    "Zhibian",
)  # fmt: skip
FIRST, LAST = 36, 54


class Doubtful(NamedTuple):
    """A code that names one point in the standard, and another one in older books."""

    code: str
    name: str
    old_code: str  # the standard's code for what older books mean
    old_name: str


def read_code(squeezed: str) -> str:
    """Return the code that some text spells, in small letters without hyphens, or nothing.

    >>> read_code("ub23")
    'bl23'

    Args:
        squeezed: Small letters and digits only.
    """
    if EXTRA.fullmatch(squeezed):
        return squeezed
    found = CODE.fullmatch(squeezed)
    line = LINE_OF.get(found[1]) if found else None
    return f"{line}{found[2]}" if found and line else ""


def spellings_of(code: str) -> frozenset[str]:
    """Return every way a code is spelled, in small letters without hyphens.

    >>> sorted(spellings_of("BL23"))
    ['b23', 'bl23', 'ub23']
    """
    squeezed = code.lower().replace("-", "")
    found = CODE.fullmatch(squeezed)
    known = SPELLINGS.get(found[1], ()) if found else ()
    return frozenset({squeezed, *(f"{spelled}{found[2]}" for spelled in known if found)})


def in_doubt(code: str) -> Doubtful | None:
    """Return the two points that a code of the Bladder line may mean, or None where it is clear.

    Args:
        code: As `read_code` returns it.
    """
    number = int(code[2:]) if re.fullmatch(r"bl[0-9]+", code) else 0
    if not FIRST <= number <= LAST:
        return None
    meant = standard_of(number)
    return Doubtful(f"BL{number}", _name(number), f"BL{meant}", _name(meant))


def standard_of(number: int) -> int:
    """Return the standard's number for one from 36 to 54 of the older numbering."""
    return number + 5 if number < 50 else number - 14


def _name(number: int) -> str:
    return BLADDER_36_TO_54[number - FIRST]
