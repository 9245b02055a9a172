"""Which points are neighbours: on the same level, for the same aim, one instead of another."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple, Protocol

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from points import questions
from points.words import Aim, Region

MOST = 4  # of each kind
BACK = {Region.UPPER_BACK, Region.MID_BACK, Region.LOW_BACK, Region.SACRUM}
EFFORT = {"easy": 0, "possible": 1, "no": 2}
AT_ANKLE = "malleolus prominence"


class Known(Protocol):
    """What must be known of a point to relate it to others."""

    code: str
    body_region: str
    location: Any
    reach: Any
    routine_tags: list[str]
    exclude_if: list[str]
    position: int
    retired: bool


class Related[P: Known](NamedTuple):
    """Another point, and why it is named."""

    point: P
    why: str


class Relations[P: Known](NamedTuple):
    """The neighbours of a point, each kind from the nearest on."""

    level: tuple[Related[P], ...]
    instead: tuple[Related[P], ...]
    aim: tuple[Related[P], ...]


def relations[P: Known](point: P, library: Iterable[P]) -> Relations[P]:
    """Return the neighbours of a point; each is named once, and never the point itself."""
    others = [one for one in library if one.code != point.code and not one.retired]
    level = _of(others, lambda one: same_level(point, one), key=lambda one: one.position)
    instead = _of(
        _apart(others, level),
        lambda one: easier(point, one),
        key=lambda one: (-len(_shared(point, one)), *_ease(one)),
    )
    aim = _of(
        _apart(others, level, instead),
        lambda one: same_aim(point, one),
        key=lambda one: (-len(_shared(point, one)), one.position),
    )
    return Relations(level, instead, aim)


def level_of(point: Known) -> tuple[str, float] | None:
    """Return the height a point lies at: a vertebra, or a share of a limb; nothing if neither."""
    where = point.location
    if level := where.get("vertebral_level"):
        return str(level), 0
    if AT_ANKLE in str(where.get("landmark")):
        return "ankle", where.get("distance_cun") or 0
    if where["method"] == "segment_ratio":
        return str(where["segment"]["id"]), where["fraction_of_segment"]
    return None


def same_level(point: Known, other: Known) -> str:
    """Return where the other lies on the point's level, or nothing if it lies on another."""
    level = level_of(point)
    if level is None or level != level_of(other):
        return ""
    mine, its = (_outwards(one) for one in (point, other))
    if mine is None or its is None:
        return _("At the same height, on another side.")
    if not its:
        return _("At the same height, on the midline.")
    if its == mine:
        return _("At the same height.")
    farther = its > mine
    return _("At the same height, farther out.") if farther else _("At the same height, nearer in.")


def easier(point: Known, other: Known) -> str:
    """Return what speaks for pressing the other for the chief aim: easier reach, fewer limits."""
    chief = point.routine_tags[0]
    if chief not in _shared(point, other) or not set(other.exclude_if) <= set(point.exclude_if):
        return ""
    said = [*_reached(point, other), *_allowed(point, other)]
    return " ".join(said)


def same_aim(point: Known, other: Known) -> str:
    """Return which aims both share, in words, or nothing."""
    shared = [str(Aim(tag).label) for tag in _shared(point, other)]
    if not shared:
        return ""
    return _("Also looked up for: %(aims)s.") % {"aims": get_text_list(shared, _("and"))}


def _reached(point: Known, other: Known) -> Iterable[str]:
    if _effort(other) < _effort(point):
        yield _("Easier to reach by hand.")
    if point.body_region in BACK and other.body_region not in BACK:
        yield _("Away from the back.")


def _allowed(point: Known, other: Known) -> Iterable[str]:
    known = questions.conditions()
    freed = [known[flag].short for flag in point.exclude_if if flag not in other.exclude_if]
    if freed:
        yield _("Not left out with %(what)s.") % {"what": get_text_list(freed, _("or"))}


def _shared(point: Known, other: Known) -> list[str]:
    tags = (tag for tag in point.routine_tags if tag in other.routine_tags)
    return [tag for tag in tags if tag != Aim.REFERENCE_ONLY]


def _outwards(point: Known) -> float | None:
    offset: float | None = point.location.get("lateral_offset_cun")
    return offset


def _effort(point: Known) -> int:
    return EFFORT[point.reach["alone_by_hand"]]


def _ease(point: Known) -> tuple[int, int, int]:
    return _effort(point), len(point.exclude_if), point.position


def _of[P: Known](
    others: Iterable[P], why: Callable[[P], str], *, key: Callable[[P], Any]
) -> tuple[Related[P], ...]:
    told = (Related(one, why(one)) for one in sorted(others, key=key))
    return tuple(islice((one for one in told if one.why), MOST))


def _apart[P: Known](others: Iterable[P], *named: Sequence[Related[P]]) -> list[P]:
    taken = {one.point.code for group in named for one in group}
    return [one for one in others if one.code not in taken]
