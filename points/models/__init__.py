"""The rows of the catalogue and the rules that the database keeps for them."""

from points.models.content import (
    CatalogueVersion,
    Claim,
    Lesson,
    Source,
    Study,
    Technique,
    Tradition,
)
from points.models.point import Point

__all__ = [
    "CatalogueVersion",
    "Claim",
    "Lesson",
    "Point",
    "Source",
    "Study",
    "Technique",
    "Tradition",
]
