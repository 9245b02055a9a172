"""Which truths are simulated: noise of every kind people live in, and effects of three sizes."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.bench_statistics.histories import Sessions, Truth

RHOS = (0.0, 0.3, 0.6, 0.8)
EFFECTS = (-0.5, -1.0, -1.5)
KINDS: tuple[Sessions, ...] = ("random", "clumped", "driven")


class Scenario(NamedTuple):
    """One line of a table.

    Attributes:
        words: What it is called there.
        truths: One for each carry-over of the columns.
    """

    words: str
    truths: list[Truth]


def noise() -> Iterator[Scenario]:
    """Yield histories in which a session changes nothing."""
    for words, told in NOISE.items():
        yield Scenario(words, [Truth(rho=rho, **told) for rho in RHOS])


NOISE: dict[str, dict[str, object]] = {
    "random days": {"sessions": "random"},
    "weeks of many, weeks of few": {"sessions": "clumped"},
    "runs of days, runs without": {"sessions": "runs"},
    "driven by the rated pain": {"sessions": "driven"},
    "driven by pain no number holds": {"sessions": "felt"},
    "starts in a flare, random": {"sessions": "random", "in_a_flare": True},
    "starts in a flare, driven": {"sessions": "driven", "in_a_flare": True},
    "20 % missing, driven": {"sessions": "driven", "missing": 0.2},
    "20 % missing, good days first": {
        "sessions": "driven", "missing": 0.2, "hides_good_days": True,
    },
    "30 % missing, clumped": {"sessions": "clumped", "missing": 0.3},
    "40 % missing, random": {"sessions": "random", "missing": 0.4},
    "settles fast, practice comes": {"sessions": "ramp", "settles_in": 35},
    "settles fast, practice goes": {"sessions": "fade", "settles_in": 35},
    "settles slowly, practice comes": {"sessions": "ramp", "settles_in": 70},
    "settles slowly, practice goes": {"sessions": "fade", "settles_in": 70},
    "settles fast, driven": {"sessions": "driven", "settles_in": 35},
}  # fmt: skip


def effects() -> Iterator[Scenario]:
    """Yield histories in which a session lowers the next day's pain."""
    for kind in KINDS:
        for effect in EFFECTS:
            truths = [Truth(rho=rho, sessions=kind, effect=effect) for rho in RHOS]
            yield Scenario(f"{kind}, {-effect:.1f} lower", truths)
