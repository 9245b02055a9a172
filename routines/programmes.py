"""Loads the programmes of the catalogue into their rows, and refuses one that is not complete."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from points.models import Point, Source, Technique
from routines.lines import LineError, beyond_point, content_of, step_of
from routines.models import Programme, Routine, Step

PROGRAMMES = Path(__file__).parent / "catalogue" / "programmes.toml"
WORDS = ("name", "summary", "evidence", "unknown", "dose")


class ProgrammeError(Exception):
    """An entry of the programmes cannot be used; the message says which and why."""


@transaction.atomic
def load_programmes(path: Path = PROGRAMMES) -> int:
    """Make the rows equal to the text, and return how many programmes there are.

    A programme that is gone from the text is deleted with its own routine; people's copies stay.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    points = {point.code: point for point in Point.objects.current()}
    techniques = {technique.slug: technique for technique in Technique.objects.all()}
    sources = set(Source.objects.values_list("slug", flat=True))
    for position, (slug, entry) in enumerate(entries.items()):
        _refuse_incomplete(path.name, slug, entry, sources)
        programme = _load_programme(slug, entry, position)
        _load_steps(
            programme, [_step(path.name, slug, s, points, techniques) for s in entry["steps"]]
        )
    gone = Programme.objects.exclude(slug__in=entries)
    Routine.objects.filter(owner__isnull=True, programme__in=gone).delete()
    gone.delete()
    return len(entries)


def _refuse_incomplete(file: str, slug: str, entry: Mapping[str, Any], sources: set[str]) -> None:
    empty = [key for key in (*WORDS, "weeks", "source", "steps") if not entry.get(key)]
    if empty:
        raise ProgrammeError(f"{file}, {slug}: {empty[0]!r} is missing.")
    unknown = sorted(set(entry["source"]) - sources)
    if unknown:
        raise ProgrammeError(f"{file}, {slug}: there is no source {unknown[0]!r}.")


def _load_programme(slug: str, entry: Mapping[str, Any], position: int) -> Programme:
    words = {key: entry[key] for key in WORDS}
    rest = {"weeks": entry["weeks"], "sources": entry["source"], "position": position}
    programme, _ = Programme.objects.update_or_create(slug=slug, defaults=words | rest)
    Routine.objects.update_or_create(
        programme=programme, owner=None, defaults={"name": programme.name}
    )
    return programme


def _load_steps(programme: Programme, steps: list[Step]) -> None:
    routine = Routine.objects.get(programme=programme, owner__isnull=True)
    if [content_of(step) for step in routine.steps.all()] == [content_of(step) for step in steps]:
        return
    routine.steps.all().delete()
    for position, step in enumerate(steps, start=1):
        step.routine, step.position = routine, position
        step.full_clean()
    Step.objects.bulk_create(steps)


def _step(
    file: str,
    slug: str,
    entry: Mapping[str, Any],
    points: Mapping[str, Point],
    techniques: Mapping[str, Technique],
) -> Step:
    """Return a step that its point bears as it is written, without a rule of any person."""
    try:
        step = step_of(entry, points, techniques)
    except LineError as error:
        raise ProgrammeError(f"{file}, {slug}, {error}") from error
    problem = beyond_point(step)
    if problem:
        raise ProgrammeError(f"{file}, {slug}, {entry['point']}: {problem}")
    return step
