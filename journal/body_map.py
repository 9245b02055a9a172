"""Knows what the body map shows: the parts of the figures, their zones, and the equal list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from journal.borders import borders
from journal.regions import BOXES, EARLIER, SIDES, Place, places
from points.drawings import Box, figure
from points.plates.lines import lines_in
from points.plates.parts import Line

LABEL_DOWN = 6  # figure units from the middle of a zone to the foot of its number


@dataclass(frozen=True, slots=True)
class Zone:
    """One side of one place on a figure.

    Attributes:
        region: Its name, as an entry keeps it.
        word: Its name in words.
        path: Its outline.
        x: Where its number stands.
        y: The foot of its number.
        level: The number, or nothing where it is not chosen.
    """

    region: str
    word: str
    path: str
    x: float
    y: float
    level: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one place in the list; ``level`` is what was typed, or nothing."""

    region: str
    side: str
    word: str
    chosen: bool
    level: str
    shown: str


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the list, with its two sides."""

    key: str
    name: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a figure with its zones, and the same places as a list."""

    key: str
    box: Box
    skins: tuple[str, ...]
    lines: tuple[Line, ...]
    borders: str
    zones: tuple[Zone, ...]
    rows: tuple[Row, ...]

    @property
    def view_box(self) -> str:
        """The window as an SVG writes it."""
        left, top, right, bottom = self.box
        return f"{left:g} {top:g} {right - left:g} {bottom - top:g}"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, figure units."""
        return round(self.box.right - self.box.left), round(self.box.bottom - self.box.top)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen on a map.

    Attributes:
        regions: The chosen regions.
        typed: What was typed for the strength of a region, as it was typed.
        whole: The number of the entry, which a region without its own takes.
    """

    regions: frozenset[str]
    typed: Mapping[str, str]
    whole: str

    def level(self, region: str) -> str:
        """Return the number that a region shows, or nothing where it is not chosen."""
        return (self.typed.get(region) or self.whole) if region in self.regions else ""


def body_map(
    chosen: Chosen, names: Mapping[str, str], words: Mapping[str, str], recent: Sequence[str] = ()
) -> list[Part]:
    """Return the parts of the map, the back first.

    Args:
        chosen: What is chosen.
        names: What each place is called.
        words: What each region is called.
        recent: Places of late; the list begins with them, newest first.
    """
    return [_part(key, chosen, names, words, recent) for key in BOXES]


def opened(parts: Sequence[Part], recent: Sequence[str] = ()) -> str:
    """Return the part that is shown first: the one with most chosen, else that of late."""
    counts = {part.key: sum(bool(zone.level) for zone in part.zones) for part in parts}
    if not any(counts.values()):
        late = [part.key for key in recent for part in parts if part.rows[0].key == key]
        return late[0] if late else parts[0].key
    return max(counts, key=lambda key: counts[key])


def _part(
    key: tuple[str, str],
    chosen: Chosen,
    names: Mapping[str, str],
    words: Mapping[str, str],
    recent: Sequence[str],
) -> Part:
    view, part = key
    here = [place for place in places() if (place.view, place.part) == key]
    listed = [place.key for place in here]
    if key == ("back", "lower"):  # what was kept before the leg was parted
        listed += [name for name in EARLIER if _is_chosen(name, chosen)]
    first = [name for name in recent if name in listed]
    ordered = [*first, *(name for name in listed if name not in first)]
    skins, lines = _drawn(view, part)
    return Part(
        key=f"{view}-{part}",
        box=BOXES[key],
        skins=skins,
        lines=lines,
        borders=borders(view, part),
        zones=tuple(_zones(here, chosen, words)),
        rows=tuple(Row(name, names[name], _sides(name, chosen, words)) for name in ordered),
    )


def _is_chosen(name: str, chosen: Chosen) -> bool:
    return any(f"{name}_{side}" in chosen.regions for side in SIDES)


def _zones(here: Sequence[Place], chosen: Chosen, words: Mapping[str, str]) -> Iterator[Zone]:
    for place in here:
        for side in SIDES:
            region, middle = f"{place.key}_{side}", place.middle(side)
            yield Zone(
                region=region,
                word=words[region],
                path=place.path(side),
                x=middle.x,
                y=middle.y + LABEL_DOWN,
                level=chosen.level(region),
            )


def _sides(name: str, chosen: Chosen, words: Mapping[str, str]) -> tuple[Side, ...]:
    return tuple(
        Side(
            region=(region := f"{name}_{side}"),
            side=side,
            word=words[region],
            chosen=region in chosen.regions,
            level=chosen.typed.get(region, ""),
            shown=chosen.level(region),
        )
        for side in SIDES
    )


@cache
def _drawn(view: str, part: str) -> tuple[tuple[str, ...], tuple[Line, ...]]:
    """Return the outlines that cut the zones off, and the lines of a part of a figure."""
    drawn = figure(view)
    skins = tuple(c.path for c in drawn.contours if c.role == "body" and c.fill)
    return skins, tuple(lines_in(drawn, BOXES[view, part]))
