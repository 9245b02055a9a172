"""Reads which points a person has said to be out of reach."""

from django.contrib.auth.models import User


def out_of_reach(person: User) -> frozenset[str]:
    """Return the codes of the points that a person cannot reach; no query where they were read."""
    preferences = getattr(person, "preferences", None)
    return frozenset(preferences.out_of_reach) if preferences else frozenset()
