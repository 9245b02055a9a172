"""The landmarks that a step may light: what a view draws of them, and what they are called."""

from collections.abc import Collection, Iterable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from points.anatomy.naming import words_for
from points.drawings import figure

POINT = "point"  # the disc itself, which every figure has


def drawn_on(view: str) -> frozenset[str]:
    """Return the names of all that a view can light."""
    return frozenset({POINT, *(line.name for line in figure(view).contours if line.stroke)})


def unknown(names: Collection[str], view: str) -> list[str]:
    """Return the names that the view does not draw, or that nobody has put into words."""
    drawn = drawn_on(view)
    return [name for name in names if name not in drawn or not _has_words(name)]


def in_words(names: Iterable[str]) -> str:
    """Return what is lit, each thing once.

    Raises:
        KeyError: if a name has no words.
    """
    return get_text_list(list(dict.fromkeys(map(_word, names))), _("and"))


def _has_words(name: str) -> bool:
    try:
        return bool(_word(name))
    except KeyError:
        return False


def _word(name: str) -> str:
    return _("the point itself") if name == POINT else str(words_for(name))
