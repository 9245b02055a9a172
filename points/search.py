"""Finds points by what somebody typed: a code, a name in any script, a place, an aim; no database.

A point is found at a rank, the lower the surer: its code, its name, the beginning of either, then
words of its meaning, place, part of the body, line, aims and use. Where nothing is found, one
slip is forgiven.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from points.bodywords import AIMS, FILLING, PARTS
from points.codes import Doubtful, in_doubt, read_code, spellings_of
from points.slips import meant_by

LONGEST = 100  # letters that are read
MOST_WORDS = 8
CODE, NAME, BEGINNING, WORDS = range(4)
BY_TEXT = WORDS + 6  # after the six kinds of words
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
WORD = re.compile(r"[^\W_]+")


class Searchable(Protocol):
    """What is read of a point."""

    code: str
    name_pinyin: str
    name_hanzi: str
    name_hanzi_traditional: str
    name_english: str
    aliases: list[str]
    meridian_name: str
    body_region: str
    place: str
    routine_tags: list[str]
    traditional_use: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, taken apart.

    Attributes:
        words: Small letters without tones, at most eight, in order.
        han: Chinese characters, together.
        is_blank: Whether nothing but space was typed.
    """

    words: tuple[str, ...]
    han: str
    is_blank: bool

    @property
    def squeezed(self) -> str:
        """All words as one: how codes and names are compared."""
        return "".join(self.words)

    @property
    def telling(self) -> tuple[str, ...]:
        """The words without those that tell nothing of where or what for."""
        return tuple(word for word in self.words if word not in FILLING) or self.words


@dataclass(frozen=True)
class Known:
    """What can be found of one point, all in small letters without tones."""

    code: str
    codes: frozenset[str]
    names: tuple[str, ...]
    han: tuple[str, ...]
    words: tuple[frozenset[str], ...]  # of meaning, place, part, line, aims, use

    @cached_property
    def all_words(self) -> frozenset[str]:
        return frozenset().union(*self.words)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        codes: Points, the surest first.
        doubt: The two points that the typed code may mean.
        meant: What was searched for in place of a mistyped word; empty if all was known.
    """

    codes: tuple[str, ...]
    doubt: Doubtful | None = None
    meant: str = ""


def taken_apart(text: str) -> Typed:
    """Return what was typed, without tones, hyphens and signs; only the first 100 letters count."""
    read = unicodedata.normalize("NFKD", text[:LONGEST])
    plain = "".join(sign for sign in read if not unicodedata.combining(sign)).casefold()
    words = WORD.findall(
        HAN.sub(" ", plain).replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    )
    return Typed(tuple(words[:MOST_WORDS]), "".join(HAN.findall(plain)), not text.strip())


def known_of(point: Searchable) -> Known:
    """Return what can be found of a point."""
    aliases = [re.sub(r"\(.*?\)", "", alias) for alias in point.aliases]
    spelled = [taken_apart(name) for name in (point.name_pinyin, *aliases, point.name_english)]
    codes = {name.squeezed for name in spelled if read_code(name.squeezed)}
    part = f"{point.body_region} {PARTS.get(point.body_region, '')}"
    aims = " ".join(f"{aim} {AIMS.get(aim, '')}" for aim in point.routine_tags)
    texts = (point.name_english, point.place, part, point.meridian_name, aims)
    return Known(
        code=point.code,
        codes=spellings_of(point.code) | codes,
        names=tuple(name.squeezed for name in spelled if name.squeezed not in codes),
        han=(point.name_hanzi, point.name_hanzi_traditional),
        words=tuple(_words(text) for text in (*texts, point.traditional_use)),
    )


def search(typed: Typed, known: Sequence[Known], *, by_text: Iterable[str] = ()) -> Found:
    """Return what was found, the surest first.

    Args:
        typed: What somebody typed.
        known: The points, in the order of the catalogue.
        by_text: Codes of points whose text holds the words, best first; they come last.
    """
    doubt = in_doubt(read_code(typed.squeezed))
    ranks = _ranks(typed, known)
    if doubt:
        here = {one.code for one in known} & {doubt.code, doubt.old_code}
        ranks |= {code: CODE if code == doubt.code else NAME for code in here}
    if CODE in ranks.values():
        ranks = {code: rank for code, rank in ranks.items() if rank <= NAME}
    elif not typed.han:
        ranks |= {code: BY_TEXT for code in by_text if code not in ranks}
    if ranks or doubt:
        return Found(tuple(sorted(ranks, key=lambda code: ranks[code])), doubt)
    return _forgiving(typed, known)


def words_of_text(typed: Typed) -> tuple[str, ...]:
    """Return the words that the text of the catalogue is searched for; none for a code."""
    if typed.han or read_code(typed.squeezed):
        return ()
    return tuple(word for word in typed.telling if word.isascii() and len(word) > 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.replace("_", " ").casefold())) - FILLING


def _ranks(typed: Typed, known: Iterable[Known]) -> dict[str, int]:
    """Return the rank of every point that was found, in the order of the catalogue."""
    ranked = ((one.code, _rank(typed, one)) for one in known)
    return {code: rank for code, rank in ranked if rank is not None}


def _rank(typed: Typed, one: Known) -> int | None:
    if typed.han and not any(typed.han in name for name in one.han):
        return None
    if not typed.words:
        return (NAME if typed.han in one.han else BEGINNING) if typed.han else None
    squeezed, code = typed.squeezed, read_code(typed.squeezed)
    if squeezed in one.codes or code in one.codes:
        return CODE
    if squeezed in one.names or re.sub(r"(?<=[a-z])[1-5]", "", squeezed) in one.names:
        return NAME
    if any(name.startswith(squeezed) for name in (*one.codes, *one.names)):
        return BEGINNING
    return _rank_of_words(typed.telling, one) if not code else None


def _rank_of_words(words: Iterable[str], one: Known) -> int | None:
    """Return the rank of the least telling word; None if one of them is not there at all."""
    ranks = [_rank_of_word(word, one) for word in words]
    known = [rank for rank in ranks if rank is not None]
    return max(known) if known and len(known) == len(ranks) else None


def _rank_of_word(word: str, one: Known) -> int | None:
    single = word[:-1] if len(word) > 3 and word.endswith("s") else word
    for rank, here in enumerate(one.words, start=WORDS):
        if word in here or (len(word) > 1 and any(w.startswith((word, single)) for w in here)):
            return rank
    return None


def _forgiving(typed: Typed, known: Sequence[Known]) -> Found:
    """Return what is found with one slip forgiven: in the whole as a name, else in each word."""
    names = {name: one.code for one in known for name in one.names}
    if near := meant_by(typed.squeezed, names):
        return Found(tuple(dict.fromkeys(names[name] for name in near)), meant=near[0])
    vocabulary = sorted(frozenset().union(*(one.all_words for one in known)))
    corrected = tuple(_corrected(word, vocabulary) for word in typed.telling)
    if corrected == typed.telling:
        return Found(())
    ranks = _ranks(Typed(corrected, typed.han, is_blank=False), known)
    codes = tuple(sorted(ranks, key=lambda code: ranks[code]))
    return Found(codes, meant=" ".join(corrected) if codes else "")


def _corrected(word: str, vocabulary: Sequence[str]) -> str:
    """Return the word, or the one it may have been meant for; a beginning counts as known."""
    if any(other.startswith(word) for other in vocabulary):
        return word
    return next(iter(meant_by(word, vocabulary)), word)
