"""The way to a point, step by step: the words, and the landmarks that each step lights."""

from typing import NamedTuple, Protocol

from points import landmarks


class Findable(Protocol):
    """What must be known of a point: sentences, and for each the names of its landmarks."""

    find_steps: list[str]
    find_landmarks: list[list[str]]


class FindStep(NamedTuple):
    """One step; `lights` are names of landmarks, `seen` is the same in words."""

    number: int
    words: str
    lights: tuple[str, ...]
    seen: str


class Walk(NamedTuple):
    """The steps with the one in focus, if any, and the numbers of its neighbours (0: none)."""

    steps: tuple[FindStep, ...]
    here: FindStep | None
    back: int
    next: int

    @property
    def towards(self) -> str:
        """What the step in focus lights: a landmark on the way, or the point."""
        if not self.here:
            return ""
        return landmarks.POINT if landmarks.POINT in self.here.lights else "landmark"


def steps_to(point: Findable) -> tuple[FindStep, ...]:
    """Return the steps in order."""
    pairs = zip(point.find_steps, point.find_landmarks, strict=True)
    return tuple(
        FindStep(number, words, tuple(lights), landmarks.in_words(lights))
        for number, (words, lights) in enumerate(pairs, 1)
    )


def walk_to(point: Findable, asked: str) -> Walk:
    """Return the steps with the one that the address asks for in focus; nonsense is no step."""
    steps = steps_to(point)
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    here = steps[number - 1] if 0 < number <= len(steps) else None
    at = here.number if here else 0
    return Walk(steps, here, back=max(at - 1, 0), next=at + 1 if at < len(steps) else 0)
