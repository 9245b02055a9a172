"""How a plate lies on its sheet: the drawing at its real size, labels beside it, lines between.

All places are pixels of the sheet. A narrow sheet is for a phone of 320 px and up, a wide one for
the column of a desktop; letters keep their size because nothing is scaled but the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from points.drawings import Box, Position
from points.plates.labelling import Column, Goal, Stand, parted, stands

PITCH = 44  # a finger's height: what one label takes of a column, at least
ABOVE = 12  # of it, over the line to the goal, which runs at the height of the first text line
BASELINE, NEXT_LINE = 4.5, 14  # of the first text line under that, and from one to the next
FOOT = 5  # under the last baseline
STUB = 4  # between a text and its line
STRONG, PLAIN = 8.0, 6.6  # width of a letter at 13 px bold and at 12 px, on the generous side


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The measures of a sheet: its width, its columns of labels, how tall the body may be.

    `most` labels can be followed by eye; beyond that there are too many lines.
    """

    kind: str
    width: int
    column: int
    tallest: int
    most: int = 0


@dataclass(frozen=True, kw_only=True)
class Name:
    """What a label says, and of what: `ends` in units of the drawing, from the left and right."""

    key: str
    lines: tuple[tuple[str, bool], ...]  # text, and whether it is strong
    ends: tuple[Position, Position]

    @property
    def width(self) -> float:
        """About how wide the text is, in pixels."""
        return max(text_width(text, strong=strong) for text, strong in self.lines)


@dataclass(frozen=True, kw_only=True)
class Words:
    """A line of text with its baseline."""

    text: str
    y: float
    strong: bool


@dataclass(frozen=True, kw_only=True)
class Label:
    """Text beside a drawing, the line to what it names, and the ground that a finger presses."""

    key: str
    side: str
    words: tuple[Words, ...]
    x: float  # where the text begins; in the right column, where it ends
    ground: Box
    leader: str
    end: Position


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A drawing on its sheet: `frame` is where it lies, `box` what is seen of it, in its units."""

    kind: str
    width: float
    height: float
    frame: Box
    box: Box
    labels: tuple[Label, ...] = ()

    @property
    def scale(self) -> float:
        return self.frame.width / self.box.width

    def place(self, x: float, y: float) -> Position:
        """Return the pixel of a place of the drawing."""
        return Position(
            round(self.frame.left + (x - self.box.left) * self.scale, 1),
            round(self.frame.top + (y - self.box.top) * self.scale, 1),
        )

    @property
    def transform(self) -> str:
        """What brings the drawing to its place, for shapes outside its frame."""
        across = self.frame.left - self.box.left * self.scale
        down = self.frame.top - self.box.top * self.scale
        return f"translate({across:.1f} {down:.1f}) scale({self.scale:.4f})"

    def area(self, box: Box) -> Box:
        """Return the pixels of a part of the drawing."""
        return Box(*self.place(box.left, box.top), *self.place(box.right, box.bottom))


def text_width(text: str, *, strong: bool) -> float:
    return round(len(text) * (STRONG if strong else PLAIN), 1)


def pitch_for(names: Sequence[Name]) -> float:
    """Return the height of one label: a finger, or more if any has many lines of text."""
    lines = max((len(name.lines) for name in names), default=1)
    return max(PITCH, ABOVE + BASELINE + (lines - 1) * NEXT_LINE + FOOT)


def between_columns(paper: Paper, box: Box, names: Sequence[Name]) -> Sheet:
    """Return a drawing between two columns of labels that take turns from top to bottom."""
    across = paper.width - 2 * paper.column
    sheet = _bare(paper, box, across, paper.column, -(-len(names) // 2) * pitch_for(names))
    left, right = parted([_goal(sheet, name) for name in names])
    by_key = {name.key: name for name in names}
    labels = [
        label
        for side, goals in (("left", left), ("right", right))
        for label in _column(sheet, side, goals, by_key, 0, sheet.height)
    ]
    return replace(sheet, labels=tuple(labels))


def beside_column(
    paper: Paper, box: Box, names: Sequence[Name], *, side: str, kept: int = 0
) -> Sheet:
    """Return a drawing with one column of labels; `kept` pixels at its foot stay free of them."""
    start = paper.column if side == "left" else 0
    tall = len(names) * pitch_for(names) + kept
    sheet = _bare(paper, box, paper.width - paper.column, start, tall)
    goals = [_goal(sheet, name) for name in names]
    by_key = {name.key: name for name in names}
    labels = _column(sheet, side, goals, by_key, 0, sheet.height - kept)
    return replace(sheet, labels=tuple(labels))


def _bare(paper: Paper, box: Box, across: float, start: float, tall: float) -> Sheet:
    """Return the drawing alone, in the middle of the room that the labels leave it."""
    scale = min(across / box.width, paper.tallest / box.height)
    wide, high = box.width * scale, box.height * scale
    full = round(max(high, tall))
    left, top = start + (across - wide) / 2, (full - high) / 2
    frame = Box(left, top, left + wide, top + high)
    return Sheet(
        kind=paper.kind,
        width=paper.width,
        height=full,
        frame=Box(*(round(edge, 1) for edge in frame)),
        box=box,
    )


def _goal(sheet: Sheet, name: Name) -> Goal:
    left, right = name.ends
    return Goal(name.key, sheet.place(*left), sheet.place(*right))


def _column(
    sheet: Sheet, side: str, goals: Sequence[Goal], names: dict[str, Name], top: float, foot: float
) -> list[Label]:
    """Return the labels of one side; its lines begin to slant where its longest text is over."""
    pitch = pitch_for([*names.values()])
    reach = max((names[goal.key].width for goal in goals), default=0) + STUB
    outer, edge = (0.0, reach) if side == "left" else (sheet.width, sheet.width - reach)
    column = Column(side, edge, top + ABOVE, foot - pitch + ABOVE)
    return [
        _label(stand, names[stand.key], outer, edge, pitch)
        for stand in stands(goals, column, pitch=pitch)
    ]


def _label(stand: Stand, name: Name, outer: float, edge: float, pitch: float) -> Label:
    text, strong = name.lines[0]
    inward = 1 if outer < edge else -1
    near = round(outer + inward * (text_width(text, strong=strong) + STUB), 1)
    top = round(stand.y - ABOVE, 1)
    return Label(
        key=name.key,
        side=stand.side,
        words=tuple(
            Words(text=text, y=round(stand.y + BASELINE + place * NEXT_LINE, 1), strong=strong)
            for place, (text, strong) in enumerate(name.lines)
        ),
        x=outer,
        ground=Box(min(outer, edge), top, max(outer, edge), round(top + pitch, 1)),
        leader=f"M{near:g} {stand.y:g}H{edge:g}L{stand.end.x:g} {stand.end.y:g}",
        end=stand.end,
    )
