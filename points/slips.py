"""Whether two words differ by one slip of the finger: Damerau and Levenshtein's distance of one.

Source:
    Damerau 1964, Commun ACM 7:171-176: most misspellings are one letter too many, one too few,
    one wrong, or two neighbours swapped.
"""

from collections.abc import Iterable

SHORTEST = 5  # in shorter words one letter makes another word


def one_slip(typed: str, meant: str) -> bool:
    """Return True where one letter was added, dropped, changed or swapped with its neighbour.

    >>> one_slip("kidny", "kidney")
    True
    """
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    same = _same_letters(typed, meant)
    rest, other = typed[same:], meant[same:]
    if len(rest) == len(other):
        swapped = rest[1:2] + rest[:1] + rest[2:]
        return rest[1:] == other[1:] or swapped == other
    return rest[1:] == other if len(rest) > len(other) else rest == other[1:]


def meant_by(typed: str, words: Iterable[str]) -> list[str]:
    """Return those of some words that are one slip away, in order; none for a short word."""
    return [word for word in words if _is_long(typed, word) and one_slip(typed, word)]


def _is_long(typed: str, word: str) -> bool:
    return max(len(typed), len(word)) >= SHORTEST and typed.isalpha()


def _same_letters(one: str, other: str) -> int:
    """Return how many letters are the same from the start on."""
    pairs = zip(one, other, strict=False)
    return next(
        (place for place, (left, right) in enumerate(pairs) if left != right),
        min(len(one), len(other)),
    )
