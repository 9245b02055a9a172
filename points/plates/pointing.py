"""Lays a point's figure out for one width of screen: its landmarks named, its disc seen larger."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

from points.anatomy import Disc
from points.drawings import Box, Figure, Position
from points.plates.parts import Guide, Inset, Leaf, Named, Spot, Tag, cun_of, spot
from points.plates.sheets import Name, Paper, Sheet, beside_column

LONGEST_LINE = 12  # letters of a landmark's name
ACROSS = 3.6  # cun that the inset shows
LARGER = 1.35  # times: the least for which an inset is worth its place
GAP = 8  # px between the inset and the drawing
TOP, FOOT, MIDDLE = "top", "foot", "middle"
HIT = {  # where a line meets its landmark, if not at the end nearest to the words
    "iliac_crest": TOP,
    "asis": TOP,
    "mastoid": FOOT,
    "scapula": FOOT,
    "calf_v": FOOT,
    "scapula_spine": MIDDLE,
    "natal_cleft": TOP,
    "trochanter": MIDDLE,
    "dimple": MIDDLE,
}


class Scene(NamedTuple):
    """A view with the discs of one point; `focus` are the pressed ones."""

    drawn: Figure
    box: Box
    mirrored: bool
    seen: tuple[Disc, ...]
    focus: tuple[Disc, ...]

    @property
    def column(self) -> str:
        """The side of the page that is further from the pressed disc: the words stand there."""
        middle = (self.box.left + self.box.right) / 2
        x = sum(disc.x for disc in self.focus) / len(self.focus)
        return "left" if x >= middle else "right"

    def leaf(self, paper: Paper, point: Named, side: str, guides: Iterable[Guide]) -> Leaf:
        """Return the figure on its sheet, the discs of `side` chosen."""
        by_words = {str(guide.words): guide for guide in reversed([*guides])}  # said once
        names = [name for guide in by_words.values() if (name := self._name(guide))]
        larger = (paper.column - GAP) / (ACROSS * cun_of(self.drawn))
        bare = beside_column(paper, self.box, (), side=self.column)
        worth = larger >= LARGER * bare.scale
        kept = paper.column if worth else 0
        sheet = beside_column(paper, self.box, names, side=self.column, kept=kept)
        labels = {label.key: label for label in sheet.labels}
        return Leaf(
            sheet=sheet,
            tags=tuple(
                Tag(key=guide.key, title=guide.words, label=labels[guide.key])
                for guide in guides
                if guide.key in labels
            ),
            spots=self.spots(point, side, sheet),
            inset=self._inset(sheet, paper) if worth else None,
        )

    def spots(self, point: Named, side: str, sheet: Sheet | None = None) -> tuple[Spot, ...]:
        """Return the discs in pixels of a sheet, or without one in units of the drawing."""
        return tuple(
            spot(
                point,
                self._in_pixels(disc, sheet) if sheet else disc,
                chosen=bool(side) and disc in self.focus,
            )
            for disc in self.seen
        )

    def _in_pixels(self, disc: Disc, sheet: Sheet) -> Disc:
        place = sheet.place(disc.x, disc.y)
        return disc._replace(x=place.x, y=place.y, radius=round(disc.radius * sheet.scale, 1))

    def _inset(self, sheet: Sheet, paper: Paper) -> Inset:
        """Return the surroundings of the pressed disc, at the foot of the column of words."""
        size = paper.column - GAP
        half = ACROSS * cun_of(self.drawn) / 2
        disc = self.focus[len(self.focus) // 2]
        x = min(max(disc.x, self.box.left + half), self.box.right - half)
        y = min(max(disc.y, self.box.top + half), self.box.bottom - half)
        left = 0 if self.column == "left" else sheet.width - size
        box = Box(*(round(edge, 1) for edge in (x - half, y - half, x + half, y + half)))
        frame = Box(left, sheet.height - size, left + size, sheet.height)
        return Inset(frame=frame, box=box, window=sheet.area(box))

    def _name(self, guide: Guide) -> Name | None:
        """Return the words of a landmark with the place that they point to, if it is seen."""
        ends = [end for knots in self._knots(guide.key) for end in self._ends(guide.key, knots)]
        if not ends:
            return None
        lines = tuple((text, False) for text in wrap(str(guide.words), LONGEST_LINE))
        return Name(key=guide.key, lines=lines, ends=(min(ends), max(ends)))

    def _knots(self, key: str) -> list[list[Position]]:
        """Return the knots, inside the box, of each line that shows a landmark."""
        lines = [one.knots for one in self.drawn.contours if one.name == key]
        width = self.drawn.width
        turned = [
            [Position(width - knot.x, knot.y) if self.mirrored else knot for knot in knots]
            for knots in lines
        ]
        inside = [[knot for knot in knots if self.box.holds(knot)] for knots in turned]
        return [knots for knots in inside if knots]

    @staticmethod
    def _ends(key: str, knots: Sequence[Position]) -> list[Position]:
        wished = MIDDLE if key.startswith(("spine_", "metacarpal", "metatarsal")) else HIT.get(key)
        if wished == MIDDLE:
            across, down = zip(*knots, strict=True)
            return [Position(sum(across) / len(knots), sum(down) / len(knots))]
        if wished:
            ordered = sorted(knots, key=lambda knot: knot.y)
            return [ordered[0 if wished == TOP else -1]]
        return [min(knots), max(knots)]
