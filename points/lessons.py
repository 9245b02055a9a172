"""How texts to learn from, studies and citations stand together on a page to read."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from points.models import Lesson, Source, Study
from points.words import Bearing, Part, StudyKind

LEARNING = (Part.QUESTION, Part.IDEA, Part.SOON, Part.LATER, Part.TOGETHER)
SAFETY = (Part.STOP, Part.HOW_HARD, Part.HARM)
EVIDENCE = (Part.MEASURED, Part.UNKNOWN, Part.DOSE)


class Told(NamedTuple):
    """A text with the sources it leans on."""

    lesson: Lesson
    sources: list[Source]


class Passage(NamedTuple):
    """The texts of one part of a page; the key is also the anchor."""

    key: str
    name: str
    told: list[Told]


class Trials(NamedTuple):
    """Trials that come equally near to pressing one's own body for back pain."""

    key: str
    name: str
    studies: list[Study]


def passages(
    lessons: Iterable[Lesson], sources: Iterable[Source], parts: Iterable[str]
) -> dict[str, Passage]:
    """Return the texts by part, in the order of `parts`; a part without a text is left out."""
    cited = {source.slug: source for source in sources}
    found: dict[str, list[Told]] = {}
    for lesson in lessons:
        leaning = [cited[slug] for slug in lesson.source_slugs if slug in cited]
        found.setdefault(lesson.part, []).append(Told(lesson, leaning))
    return {
        part: Passage(part, str(Part(part).label), found[part]) for part in parts if part in found
    }


def trials_by_bearing(studies: Iterable[Study]) -> list[Trials]:
    """Return the trials, those that come closest first; within a group they keep their order."""
    order = list(Bearing.values)
    trials = [study for study in studies if study.kind == StudyKind.TRIAL]
    ranked = sorted(trials, key=lambda study: order.index(study.bearing))
    return [
        Trials(key, str(Bearing(key).label), list(group))
        for key, group in groupby(ranked, key=lambda study: study.bearing)
    ]


def of_kind(studies: Iterable[Study], kind: str) -> list[Study]:
    return [study for study in studies if study.kind == kind]
