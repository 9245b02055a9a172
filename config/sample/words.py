"""Knows what a made-up person writes beside a number: plain remarks that claim nothing."""

from random import Random

PLACES = ("low_back_left", "low_back_right", "low_back_left", "buttock_left", "mid_back_left")
KINDS = ("dull", "pulling", "dull", "cramp")
NOTES = (
    "Long day at the desk.",
    "Drove for three hours.",
    "Walked by the river.",
    "Garden in the morning.",
    "Slept on the other side.",
    "New chair at work.",
    "Carried the shopping.",
    "Rain, stayed in.",
    "Swam for half an hour.",
    "Up late.",
    "Visitors, much sitting.",
    "Quiet day.",
)


def regions(random: Random, intensity: int) -> tuple[str, ...]:
    """Return where it is: one place, or two on a bad day; the stored names, each once."""
    places = {random.choice(PLACES) for _ in range(2 if intensity >= 6 else 1)}
    return tuple(sorted(places))


def qualities(random: Random) -> tuple[str, ...]:
    """Return what it is like: one stored name."""
    return (random.choice(KINDS),)


def stiffness(random: Random, intensity: int) -> str:
    """Return how stiff the morning was: a stored name."""
    return random.choices(("none", "under_30", "over_30"), (4, 4, max(1, intensity - 3)))[0]


def note(random: Random) -> str:
    """Return one remark."""
    return random.choice(NOTES)
