"""The kinds of entry in the catalogue: where each is written, and which row it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models

from points import schema
from points.models import Claim, Lesson, Point, Source, Study, Technique, Tradition
from points.reading import Entry


@dataclass(frozen=True)
class Kind:
    """Where a kind of entry is written, what it must hold, and which row it becomes.

    `links` are the columns that name an entry of another kind by its key.
    """

    path: str
    fields: Mapping[str, schema.Check]
    model: type[models.Model]
    natural_key: str
    columns: Callable[[Entry], dict[str, Any]]
    links: Mapping[str, str] = field(default_factory=dict)

    def rows(self) -> "models.QuerySet[models.Model]":
        """Return every row, each with the rows that it names."""
        found = self.model._default_manager.all()  # noqa: SLF001 - Django's documented API
        return found.select_related(*self.links) if self.links else found


def _common(entry: Entry, *names: str) -> dict[str, Any]:
    """Return the named values as they stand, with the columns that most rows share."""
    values = entry.values
    return {
        **{name: values[name] for name in names},
        "position": values["position"],
        "source_slugs": values["source"],
    }


def _source(entry: Entry) -> dict[str, Any]:
    return {**entry.values, "position": entry.line}


def _technique(entry: Entry) -> dict[str, Any]:
    low, high = entry.values["seconds_range"]
    same = ("name", "verb", "article_says", "assessment", "finding", "how_to", "pressure", "never")
    notes = entry.values.get("notes", "")
    return {**_common(entry, *same), "notes": notes, "seconds_min": low, "seconds_max": high}


def _tradition(entry: Entry) -> dict[str, Any]:
    same = ("name", "inspired_by", "article_says", "verdict", "finding", "rhythm", "posture")
    return {
        **_common(entry, *same),
        "check_text": entry.values["check"],
        "technique_slugs": entry.values["techniques"],
    }


def _study(entry: Entry) -> dict[str, Any]:
    values = entry.values
    same = ("kind", "title", "points_confirmed", "pressed_by", "sham", "about_back_pain")
    return {
        **_common(entry, *same, "result", "trust"),
        **{name: values.get(name, "") for name in ("who", "dose", "compared_with", "harms")},
        "bearing": values.get("bearing", ""),
        "people": values["people"] or None,
        "points_pressed": values.get("points", ""),
    }


def _claim(entry: Entry) -> dict[str, Any]:
    same = ("topic", "title", "article_says", "standard_says", "verdict", "finding")
    return _common(entry, *same)


def _lesson(entry: Entry) -> dict[str, Any]:
    maybe = {name: entry.values.get(name, "") for name in ("said", "support")}
    return {**_common(entry, "part", "title", "known"), **maybe}


def _point(entry: Entry) -> dict[str, Any]:
    apart = {"source", "seconds_range", "cautions", "reach", "finger_widths", "legacy_code"}
    apart |= {"find_steps"}
    values, reach = entry.values, dict(entry.values["reach"])
    low, high = values["seconds_range"]
    widths = values.get("finger_widths")
    return {
        **{name: value for name, value in values.items() if name not in apart},
        "find_steps": [step["say"] for step in values["find_steps"]],
        "find_landmarks": [step["light"] for step in values["find_steps"]],
        "tools": reach.pop("tools", []),
        "reach": reach,
        "finger_widths": Decimal(str(widths)) if widths is not None else None,
        "legacy_code": values.get("legacy_code", ""),
        "cautions": [] if values["cautions"] == schema.NONE_KNOWN else values["cautions"],
        "seconds_min": low,
        "seconds_max": high,
        "source_slugs": values["source"],
        "retired": False,
    }


KINDS = {  # in the order of writing: what is named comes before what names it
    "source": Kind("sources.toml", schema.SOURCE, Source, "slug", _source),
    "technique": Kind("techniques.toml", schema.TECHNIQUE, Technique, "slug", _technique),
    "tradition": Kind("traditions.toml", schema.TRADITION, Tradition, "slug", _tradition),
    "study": Kind("studies.toml", schema.STUDY, Study, "slug", _study),
    "point": Kind("points", schema.POINT, Point, "code", _point),
    "claim": Kind("claims.toml", schema.CLAIM, Claim, "slug", _claim, {"point": "point"}),
    "lesson": Kind("learn", schema.LESSON, Lesson, "slug", _lesson, {"claim": "claim"}),
}
