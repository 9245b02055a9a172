"""Pages of the library: the index, one point, and pages to read."""

from points.views.library import points
from points.views.point import point
from points.views.quiz import quiz_figure, quiz_intro, quiz_question, quiz_sum
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
    "quiz_figure",
    "quiz_intro",
    "quiz_question",
    "quiz_sum",
    "safety",
    "technique",
    "techniques",
    "tradition",
    "traditions",
]
