"""Knows which choices a person made of late, so that they are offered first."""

from collections import Counter
from collections.abc import Iterable, Sequence

ENTRIES = 30  # the newest ones that are looked at

type Choices = Sequence[str]


def recent_choices(
    rows: Iterable[tuple[Choices, Choices, Choices, Choices]],
) -> dict[str, list[str]]:
    """Return the choices of late for each part of an entry, the most frequent first.

    Args:
        rows: Regions, qualities, legs and activities of the newest entries.
    """
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("places", "qualities", "legs", "activities")
    }
    for regions, qualities, legs, activities in rows:
        counts["places"].update({region.rpartition("_")[0] for region in regions})
        counts["qualities"].update(qualities)
        counts["legs"].update(legs)
        counts["activities"].update(activities)
    return {
        name: [choice for choice, _n in counted.most_common()] for name, counted in counts.items()
    }
