"""Pages of the library: the index, one point, and pages to read."""

from points.views.library import points
from points.views.point import point
from points.views.reading import (
    article,
    evidence,
    learn,
    safety,
    technique,
    techniques,
    tradition,
    traditions,
)

__all__ = [
    "article",
    "evidence",
    "learn",
    "point",
    "points",
    "safety",
    "technique",
    "techniques",
    "tradition",
    "traditions",
]
