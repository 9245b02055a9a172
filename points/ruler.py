"""How far some finger widths are on a person's own hand; a help, never a measure."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_MM = 70  # what a phone of 320 CSS pixels can show at its real length
FINGERS: dict[str, tuple[str | Promise, float]] = {  # as the records write it: words, and cun
    "0.5": (_("half a thumb width"), 0.5),
    "1": (_("one thumb width"), 1.0),
    "1.3": (_("a thumb width and a bit"), 1.3),
    "2": (_("2 fingers"), 1.5),
    "3": (_("3 fingers"), 2.0),
    "4": (_("4 fingers"), 3.0),
    "4.5": (_("a bit more than 4 fingers"), 3.5),
}


class Ruler(NamedTuple):
    """A distance in finger widths; the lengths are whole millimetres, 0 while no thumb is known.

    `drawn_mm` is the length of the line to draw: the distance, or one thumb where that is longer
    than a phone.
    """

    words: str | Promise
    thumb_mm: int
    length_mm: int
    drawn_mm: int

    @property
    def whole(self) -> bool:
        """Whether the line shows the whole distance."""
        return self.drawn_mm == self.length_mm


def ruler_for(widths: Decimal | None, thumb_mm: int | None) -> Ruler | None:
    """Return the ruler for so many finger widths; nothing where the way takes none.

    Raises:
        KeyError: for a number of fingers that has no words.

    Source:
        WHO 2008: the thumb at its knuckle is 1 cun, four fingers are 3. Two fingers for 1.5 and
        three for 2 are conventions.
    """
    if not widths:
        return None
    words, cun = FINGERS[f"{widths.normalize():f}"]
    if not thumb_mm:
        return Ruler(words, 0, 0, 0)
    length = round(cun * thumb_mm)
    return Ruler(words, thumb_mm, length, length if length <= LONGEST_MM else thumb_mm)
