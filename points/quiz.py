"""The quiz "Where is it?": which points are asked, how far a tap lies from one, and kind words.

Nothing of it is kept: the choice of points follows from a number, answers from the address.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from points.anatomy import Placed, discs_on, views
from points.anatomy.places import DISC_CUN
from points.drawings import Figure, figure

QUESTIONS = 10
SEEDS = 100_000  # as many different rounds
LEAP = 0.25  # cun that one press of an arrow key moves the marker
NEAR = 1.0  # cun; about a thumb's width
TOLD = ("so", "tap.x", "tap.y", "show")  # what an address may tell a question
SHOWN = "-"  # in the place of a distance: the person asked to be shown
FARTHEST = 99.9


class Words(NamedTuple):
    """What is said of an answer at most so many cun from the disc."""

    within: float
    text: str | Promise


WORDS = (
    Words(0, _("On it. Anywhere in the disc is fine.")),
    Words(0.5, _("Very near. A finger laid there would cover it.")),
    Words(NEAR, _("Near: about a thumb’s width off.")),
    Words(3, _("In the neighbourhood. The steps below lead closer.")),
    Words(FARTHEST, _("Somewhere else this time. Now you have seen where it is.")),
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a point is drawn: the view, and its discs as (x, y, radius) in figure units."""

    drawn: Figure
    discs: tuple[tuple[float, float, float], ...]

    @property
    def spots(self) -> str:
        """The discs as `x,y,radius;...`."""
        return ";".join(",".join(f"{one:g}" for one in disc) for disc in self.discs)

    @property
    def half_cun(self) -> float:
        return round(self.cun / 2, 1)

    @property
    def cross(self) -> str:
        """The path of a cross one cun wide about the place (0, 0)."""
        arm = self.half_cun
        return f"M{-arm:g} 0H{arm:g}M0 {-arm:g}V{arm:g}"

    @property
    def cun(self) -> float:
        """Figure units to the cun on this view."""
        return self.drawn.cun[next(kind for kind in DISC_CUN if kind in self.drawn.cun)]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A tap in figure units and its distance in cun; both are None if the person asked to see."""

    tap: tuple[float, float] | None
    cun: float | None

    @property
    def words(self) -> str:
        return str(_("Here it is.")) if self.cun is None else said_of(self.cun)


@dataclass(frozen=True, kw_only=True)
class At:
    """Which question of which round this is; `number` counts from 1."""

    seed: int
    number: int
    total: int

    @property
    def next_number(self) -> int:
        return self.number + 1

    @property
    def is_last(self) -> bool:
        return self.number == self.total


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a round, with the answers before it and its own, if it has one."""

    at: At
    place: Place
    before: tuple[float | None, ...]
    answer: Answer | None

    @property
    def so_far(self) -> str:
        return write_answers(self.before)

    @property
    def so_then(self) -> str:
        """The answers that the next page is told of."""
        return write_answers([*self.before, self.answer.cun] if self.answer else self.before)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """A round so far: how many were on the disc, near it, farther off or shown; mean in cun."""

    on_it: int
    near: int
    farther: int
    shown: int
    mean: float | None


def chosen(codes: Sequence[str], seed: int) -> list[str]:
    """Return ten codes, or all if there are fewer; the same for the same seed and codes."""
    dice = random.Random(seed)  # noqa: S311 - a game, not a secret
    return dice.sample(codes, min(QUESTIONS, len(codes)))


def after(seed: int) -> int:
    """Return the seed of the round that is offered after this one."""
    return (seed * 31 + 7) % SEEDS


def place_of(point: Placed) -> Place:
    """Return the whole of the best close-up of a point, and its discs there."""
    drawn = figure(views(point)[0])
    seen = {"midline", *drawn.sides}
    discs = [disc for disc in discs_on(point, drawn.view) if disc.side in seen]
    return Place(drawn=drawn, discs=tuple((disc.x, disc.y, disc.radius) for disc in discs))


def distance(x: float, y: float, place: Place) -> float:
    """Return the cun from a tap to the rim of the nearest disc, to a tenth; 0 on the disc."""
    gaps = [hypot(x - left, y - top) - radius for left, top, radius in place.discs]
    return min(round(max(min(gaps), 0) / place.cun, 1), FARTHEST)


def question(place: Place, *, at: At, told: Mapping[str, str], image_width: int) -> Question:
    """Return a question as an address tells it: `so`, then `tap.x` and `tap.y`, or `show`.

    The tap is in pixels of a picture so many pixels wide. What cannot be read is no answer.
    """
    return Question(
        at=at,
        place=place,
        before=tuple(read_answers(told.get("so", ""))[: at.number - 1]),
        answer=_answer(place, told, image_width),
    )


def _answer(place: Place, told: Mapping[str, str], image_width: int) -> Answer | None:
    if told.get("show"):
        return Answer(tap=None, cun=None)
    across, down = told.get("tap.x", ""), told.get("tap.y", "")
    if not all(one.isascii() and one.isdigit() and len(one) < 5 for one in (across, down)):
        return None
    if across == down == "0":  # a picture that was sent by a key, not tapped
        return None
    scale = place.drawn.width / image_width
    x, y = round(int(across) * scale, 1), round(int(down) * scale, 1)
    return Answer(tap=(x, y), cun=distance(x, y, place))


def said_of(cun: float) -> str:
    """Return a kind sentence for a distance."""
    return str(next(words.text for words in WORDS if cun <= words.within))


def read_answers(text: str) -> list[float | None]:
    """Return the distances that an address carries, in tenths of a cun; None where one was shown.

    What cannot be read is left out.
    """
    found: list[float | None] = []
    for part in text[:100].split(",")[:QUESTIONS]:
        if part == SHOWN:
            found.append(None)
        elif part.isascii() and part.isdigit():
            found.append(min(int(part) / 10, FARTHEST))
    return found


def write_answers(answers: Iterable[float | None]) -> str:
    """Return distances as an address carries them; the reverse of `read_answers`."""
    return ",".join(SHOWN if cun is None else str(round(cun * 10)) for cun in answers)


def beside(
    codes: Sequence[str], answers: Sequence[float | None]
) -> list[tuple[str, bool, float | None]]:
    """Return each code with whether it was answered and its distance in cun."""
    told = [(True, cun) for cun in answers[: len(codes)]]
    rest = [(False, None)] * (len(codes) - len(told))
    return [(code, *one) for code, one in zip(codes, [*told, *rest], strict=True)]


def tally(answers: Sequence[float | None]) -> Tally:
    """Return the sum of a round."""
    given = [cun for cun in answers if cun is not None]
    return Tally(
        on_it=sum(cun == 0 for cun in given),
        near=sum(0 < cun <= NEAR for cun in given),
        farther=sum(cun > NEAR for cun in given),
        shown=len(answers) - len(given),
        mean=round(sum(given) / len(given), 1) if given else None,
    )
