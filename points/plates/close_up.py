"""The plate of one point: the best close-up, the disc that is pressed chosen, landmarks lit."""

from dataclasses import dataclass

from points.anatomy import Disc, discs_on, views
from points.anatomy.lit import landmarks_on_the_way
from points.anatomy.naming import words_for
from points.drawings import Box, Figure, figure
from points.plates.lines import lines_in
from points.plates.parts import Described, Guide, Line, Plate, cun_of, fade, shown
from points.plates.pointing import Scene
from points.plates.sheets import Paper


@dataclass(frozen=True, kw_only=True)
class Window:
    """How much of a view a size shows: so many cun across and down, or its whole width.

    The disc stands in the middle of it, even where the drawing ends nearby; else the window
    stays within the drawing.
    """

    across: float | None = None
    down: float | None = None
    centred: bool = False


SIZES = {
    "page": Window(),
    "player": Window(across=16, down=19.5, centred=True),
    "thumb": Window(across=7, down=7),
}
PAPERS = {
    "page": (
        Paper(kind="narrow", width=280, column=78, tallest=400),
        Paper(kind="wide", width=424, column=112, tallest=620),
    ),
}
TALLEST = {True: 1.4, False: 1.8}  # height for a width of 1, of two-sided views and of limbs
WHOLE = {  # taller views that lose their landmarks when cropped
    "foot-sole",
    "foot-top",
    "forearm-palm",
    "forearm-back",
    "hand-ulnar-edge",
    "hip-side",
}


def plate_for(point: Described, *, side: str = "", size: str = "page", view: str = "") -> Plate:
    """Return the plate of a point; the discs of `side` are chosen, or all on the midline.

    Without a view it is the best close-up. A one-sided view shows the right side of the person,
    and its mirror image if the left is pressed.

    Raises:
        KeyError: if the point is not drawn on that view, or the size is unknown.
    """
    drawn = figure(view or views(point)[0])
    seen = shown(discs_on(point, drawn.view), drawn, side)
    focus = [disc for disc in seen if disc.side == side] or seen
    box, mirrored = _window(SIZES[size], drawn, focus), drawn.mirror_axis is None and side == "left"
    lines, guides = _lines_and_guides(point, drawn, _flipped(box, drawn) if mirrored else box)
    scene = Scene(drawn, box, mirrored, tuple(seen), tuple(focus))
    return Plate(
        view=drawn.view,
        size=size,
        side=side,
        title=f"{point.code} {point.name_pinyin}",
        description=point.alternative_text,
        box=box,
        fade=fade(box, drawn),
        mirror=f"matrix(-1 0 0 1 {drawn.width:g} 0)" if mirrored else "",
        lines=lines,
        spots=scene.spots(point, side),
        guides=guides,
        leaves=tuple(scene.leaf(paper, point, side, guides) for paper in PAPERS.get(size, ())),
    )


def _lines_and_guides(
    point: Described, drawn: Figure, box: Box
) -> tuple[tuple[Line, ...], tuple[Guide, ...]]:
    """Return the lines inside a box, and the landmarks among them that lead to the point."""
    on_the_way = landmarks_on_the_way(point.code, point.location)
    lines = tuple(lines_in(drawn, box, frozenset(on_the_way)))
    seen = {line.landmark for line in lines}
    return lines, tuple(Guide(key=key, words=words_for(key)) for key in on_the_way if key in seen)


def _window(size: Window, drawn: Figure, focus: list[Disc]) -> Box:
    """Return the part of the view that is seen, around the discs in focus."""
    across, down = _extent(size, drawn)
    x = (min(disc.x for disc in focus) + max(disc.x for disc in focus)) / 2
    y = (min(disc.y for disc in focus) + max(disc.y for disc in focus)) / 2
    left, top = x - across / 2, y - down / 2
    if not size.centred:
        left = min(max(left, 0), drawn.width - across)
        top = min(max(top, 0), drawn.height - down)
    return Box(round(left), round(top), round(left) + round(across), round(top) + round(down))


def _extent(size: Window, drawn: Figure) -> tuple[float, float]:
    if size.across and size.down:
        across, down = size.across * cun_of(drawn), size.down * cun_of(drawn)
        if size.centred:
            return across, down
        return min(across, drawn.width), min(down, drawn.height)
    if drawn.view in WHOLE:
        return drawn.width, drawn.height
    tallest = TALLEST[drawn.mirror_axis is not None]
    return drawn.width, min(drawn.height, tallest * drawn.width)


def _flipped(box: Box, drawn: Figure) -> Box:
    return Box(drawn.width - box.right, box.top, drawn.width - box.left, box.bottom)
