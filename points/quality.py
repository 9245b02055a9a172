"""What a good catalogue shows beyond its form: words, pictures equal to their text, places."""

from collections.abc import Iterable, Iterator, Mapping

from points import plates, silhouette, wording, words
from points.anatomy import Disc, discs
from points.checking import row_of
from points.drawings import figure
from points.kinds import KINDS
from points.models import Point
from points.reading import Entry
from points.references import Text

LEADS = {  # how the text twin of each close-up begins
    "back-trunk": "The back from the neck to the buttocks",
    "chest-abdomen-front": "The front of the trunk",
    "face-front": "The face from in front",
    "foot-inner": "The ankle and foot from the inner side",
    "foot-outer": "The ankle and foot from the outer side",
    "foot-sole": "The sole of the foot",
    "foot-top": "The top of the foot",
    "forearm-back": "The back of the forearm",
    "forearm-palm": "The palm side of the forearm",
    "hand-back": "The back of the hand",
    "hand-ulnar-edge": "The little-finger edge of the hand",
    "head-side": "The head from the side",
    "head-top": "The head from above",
    "hip-side": "The hip and thigh from the side",
    "leg-back": "The leg from behind",
    "leg-outer-full": "The outer side of the leg",
    "lower-leg-front": "The front of the lower leg",
    "lower-leg-inner": "The inner side of the lower leg",
    "lower-leg-outer": "The outer side of the lower leg",
    "neck-shoulder-back": "Head, neck and shoulders from behind",
}
COUNTS = {"one disc": 1, "one small disc": 1, "two discs": 2, "seventeen small discs": 17}
BOTH = ("on each side", "on each shoulder")
PATCH = "Anywhere in the disc is fine. It is a patch, not a pin-prick."
UNSURE = "textbooks"  # the source of what is still to be checked


def problems(text: Text) -> Iterator[str]:
    """Yield a sentence for each entry that is well formed and yet not good enough.

    The text must have passed `points.checking`.
    """
    for name, entries in text.items():
        for entry in entries:
            yield from of_entry(name, entry, text)
        yield from same_position(entries)


def of_entry(name: str, entry: Entry, text: Text) -> Iterator[str]:
    """Yield what is not good enough about one entry of a kind, within its text."""
    yield from of_words(entry)
    if name == "point":
        yield from of_point(entry)
        yield from _of_trials(entry, _confirmed(text["study"]))


def of_words(entry: Entry) -> Iterator[str]:
    """Yield what an entry says and may not."""
    for field, value in entry.values.items():
        if field not in wording.QUOTED:
            yield from (entry.problem(field, reason) for reason in wording.objections(value))


def of_point(entry: Entry) -> Iterator[str]:
    """Yield where a point's picture, its text twin and its source do not agree."""
    point = row_of(KINDS["point"], entry)
    assert isinstance(point, Point)  # noqa: S101 - the kind says so, the type checker does not
    try:
        plate = plates.plate_for(point, side=point.sides[-1])
        places = discs(point)
    except (KeyError, StopIteration, ZeroDivisionError) as error:
        yield entry.problem("location", f"cannot be drawn: {error!r}.")
        return
    yield from (entry.problem("alternative_text", reason) for reason in _twin(point, plate))
    for view in dict.fromkeys(disc.view for disc in places if not _lies_inside(disc, plate.view)):
        yield entry.problem("location", f"lies outside the figure {view}.")
    if point.find_steps[-1] != PATCH:
        yield entry.problem("find_steps", f'must end with "{PATCH}"')
    if (point.standard == words.Standard.EXTRA) != (UNSURE in point.source_slugs):
        yield entry.problem("source", f'must name "{UNSURE}" for an extra point, and only there.')


def _lies_inside(disc: Disc, best: str) -> bool:
    """On the best view the whole disc lies on the skin, on others its middle within the frame."""
    if disc.view == best:
        return silhouette.disc_inside(disc)
    drawn = figure(disc.view)
    return 0 <= disc.x <= drawn.width and 0 <= disc.y <= drawn.height


def _twin(point: Point, plate: plates.Plate) -> Iterator[str]:
    """Yield how the text differs from the picture: its view, its discs, its midline."""
    told = point.alternative_text
    lead = LEADS.get(plate.view)
    if lead is None or not told.startswith(f"{lead}, with "):
        yield f'must begin with "{lead}, with", as the picture is {plate.view}.'
    named = next((many for word, many in COUNTS.items() if f" {word}" in told), 0)
    many = named * (2 if any(words in told for words in BOTH) else 1)
    if many != len(plate.spots):
        yield f"tells of {many} discs, the picture has {len(plate.spots)}."
    midline = {spot.side for spot in plate.spots} == {"midline"}
    if midline != ("on the midline" in told):
        yield "must say on the midline if the disc is there, and only then."


def _of_trials(entry: Entry, confirmed: Mapping[str, str]) -> Iterator[str]:
    """A point may name a trial whose list was checked only if that list names the point."""
    for slug in entry.values["trial_ids"]:
        if entry.key not in confirmed.get(slug, entry.key):
            yield entry.problem("trial_ids", f"names {slug}, whose list does not hold it.")


def _confirmed(studies: Iterable[Entry]) -> dict[str, str]:
    return {
        entry.key: entry.values.get("points", "")
        for entry in studies
        if entry.values["points_confirmed"]
    }


def same_position(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield each entry that stands where another stands already."""
    first: dict[int, str] = {}
    for entry in entries:
        position = entry.values.get("position")
        if position and first.setdefault(position, entry.key) != entry.key:
            yield entry.problem("position", f"is that of {first[position]} too.")
