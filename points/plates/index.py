"""The plate that is an index: every point of a view, or of one part of the body close up."""

from collections.abc import Iterable

from points.anatomy import discs_on, views
from points.drawings import Box, figure
from points.plates.lines import lines_in
from points.plates.parts import Described, Plate, Spot, cun_of, shown, spot
from points.zones import ZONES

NEIGHBOURLY = 0.33  # of a cun: the radius at which neighbours on an index can be told apart


def index_plate(
    points: Iterable[Described],
    *,
    view: str = "back",
    region: str = "",
    faint: Iterable[Described] = (),
) -> Plate:
    """Return a drawing with the discs of the points that it shows, and faintly those of `faint`.

    `region` is the key of a zone of the body (`points.zones.ZONES`): only its points, close up.
    The discs are smaller than a cun, so that neighbours can be told apart.

    Raises:
        FileNotFoundError: if there is no such view.
        KeyError: if there is no such zone.
    """
    drawn = figure(view)
    box = Box(0, 0, drawn.width, drawn.height)
    pale, clear = _spots(faint, view, region, faint=True), _spots(points, view, region)
    return Plate(
        view=view,
        size="index",
        title=drawn.title,
        description=drawn.title,
        box=box,
        lines=tuple(lines_in(drawn, box)),
        spots=(*pale, *clear),
    )


def _spots(
    points: Iterable[Described], view: str, region: str, *, faint: bool = False
) -> list[Spot]:
    drawn = figure(view)
    radius = round(cun_of(drawn) * NEIGHBOURLY, 1)
    return [
        spot(point, disc._replace(radius=radius), faint=faint)
        for point in points
        if view in views(point) and (not region or point.body_region in ZONES[region].regions)
        for disc in shown(discs_on(point, view), drawn, "")
        if not point.location["computed"].get("levels")  # seventeen pairs would hide the rest
    ]
