"""How the list of points is narrowed: what an address asks for, what is left, how many each way.

Within one group of choices either will do, and every group must fit. Values that nobody knows are
left out and named. No database; a query is what a query string holds, name to values.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from points.choosing import Group, Narrowed, Words

type Query = Mapping[str, Sequence[str]]

LONGEST = 40  # letters of a value that are shown again
LONGEST_TEXT = 100  # letters of a search that are kept


@dataclass(frozen=True)
class Choice:
    """One choice, with how many points it would show beside the other groups."""

    key: str
    value: str
    word: Words
    count: int
    chosen: bool


@dataclass(frozen=True)
class Wanted:
    """What an address asks for.

    Attributes:
        text: What is searched for.
        view: The side of the body, if one was chosen.
        more: Whether all groups are open.
        chosen: Values by group, only those that exist, each once.
        unknown: Values that do not exist, cut to a length that can be shown.
    """

    text: str = ""
    view: str = ""
    more: bool = False
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The query string that asks for the same, with nothing empty in it."""
        plain = {"q": self.text, "view": self.view, "more": "1" if self.more else ""}
        pairs = [(key, value) for key, value in plain.items() if value]
        pairs += [(key, value) for key, values in self.chosen.items() for value in values]
        return f"?{urlencode(pairs)}"

    @property
    def narrows(self) -> bool:
        """Whether anything is searched for or chosen."""
        return bool(self.text.strip() or self.chosen)

    def without(self, key: str, value: str) -> "Wanted":
        """Return the same without one value."""
        left = {k: tuple(v for v in vs if (k, v) != (key, value)) for k, vs in self.chosen.items()}
        return replace(self, chosen={k: vs for k, vs in left.items() if vs})

    def only(self, key: str, value: str) -> "Wanted":
        """Return what asks for one value and nothing else, seen from the same side."""
        return Wanted(view=self.view, chosen={key: (value,)})

    def seen_from(self, view: str) -> "Wanted":
        """Return the same, seen from a side of the body, no part of it close up."""
        left = {key: values for key, values in self.chosen.items() if key != "region"}
        return replace(self, view=view, chosen=left)


def read(query: Query, groups: Iterable[Group], *, views: Collection[str]) -> Wanted:
    """Return what an address asks for."""
    given = {group.key: dict.fromkeys(query.get(group.key, ())) for group in groups}
    known = {group.key: tuple(v for v in given[group.key] if v in group.words) for group in groups}
    chosen = {key: values for key, values in known.items() if values}
    strange = [v for key, values in given.items() for v in values if v and v not in known[key]]
    view = _last(query, "view")
    if view and view not in views:
        strange.append(view)
    return Wanted(
        text=_last(query, "q").replace("\0", "")[:LONGEST_TEXT],
        view=view if view in views else "",
        more=bool(_last(query, "more")),
        chosen=chosen,
        unknown=tuple(v[:LONGEST] for v in dict.fromkeys(strange)),
    )


def left_of[P: Narrowed](
    points: Iterable[P], groups: Iterable[Group], wanted: Wanted, *, besides: str = ""
) -> list[P]:
    """Return the points that fit every group, `besides` the one of that key."""
    asked = [
        (g, wanted.chosen[g.key]) for g in groups if g.key in wanted.chosen and g.key != besides
    ]
    return [one for one in points if all(group.fits(one.code, values) for group, values in asked)]


def choices[P: Narrowed](
    points: Sequence[P], groups: Sequence[Group], wanted: Wanted
) -> dict[str, list[Choice]]:
    """Return the choices of every group, counted among the points that the other groups leave.

    Args:
        points: What the search found.
        groups: All groups.
        wanted: What is chosen.
    """
    return {group.key: _choices(points, groups, group, wanted) for group in groups}


def _choices[P: Narrowed](
    points: Sequence[P], groups: Sequence[Group], group: Group, wanted: Wanted
) -> list[Choice]:
    left = left_of(points, groups, wanted, besides=group.key)
    counts = Counter(value for one in left for value in group.values[one.code])
    chosen = wanted.chosen.get(group.key, ())
    return [
        Choice(group.key, value, word, counts[value], value in chosen)
        for value, word in group.words.items()
    ]


def _last(query: Query, key: str) -> str:
    return (list(query.get(key, ())) or [""])[-1]
