"""What each kind of entry of the catalogue must hold, and in which words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import TextChoices

from points import questions, words
from points.reading import Entry

MISSING = object()
NONE_KNOWN = "none known"
type Check = Callable[[Any], str]  # the reason against a value, empty if there is none


def text(value: Any) -> str:
    if value is MISSING:
        return "is missing."
    return "" if isinstance(value, str) and value.strip() else "must be text, not empty."


def maybe(value: Any) -> str:
    return "" if value is MISSING or isinstance(value, str) else "must be text."


def yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false."


def number(low: int, high: int) -> Check:
    def check(value: Any) -> str:
        if value is MISSING:
            return "is missing."
        right = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if right and low <= value <= high else f"must be a number, {low} to {high}."

    return check


def optional(check: Check) -> Check:
    return lambda value: "" if value is MISSING else check(value)


def one_of(choices: type[TextChoices]) -> Check:
    def check(value: Any) -> str:
        if value is MISSING:
            return "is missing."
        return "" if value in choices.values else f"must be one of: {', '.join(choices.values)}."

    return check


def texts(at_least: int = 0) -> Check:
    def check(value: Any) -> str:
        if value is MISSING:
            return "is missing."
        right = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
        if right and len(value) >= at_least:
            return ""
        return f"must be a list of texts, at least {at_least}."

    return check


def drawn_from(allowed: Sequence[str]) -> Check:
    def check(value: Any) -> str:
        if reason := texts()(value):
            return reason
        strange = [one for one in value if one not in allowed]
        return f"does not know {', '.join(strange)}." if strange else ""

    return check


def named(value: Any) -> str:
    """At least one source, by its slug."""
    return "is missing. Name at least one source." if value in (MISSING, []) else texts(1)(value)


def cautions(value: Any) -> str:
    if value is MISSING:
        return f'is missing. Write the cautions, or "{NONE_KNOWN}".'
    return "" if value == NONE_KNOWN else texts(1)(value)


def seconds(value: Any) -> str:
    if value is MISSING:
        return "is missing."
    right = isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)
    if right and (value == [0, 0] or 5 <= value[0] <= value[1] <= 300):
        return ""
    return "must be two whole numbers of seconds, 5 to 300, the smaller first."


def table(*needed: str) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, dict):
            return "is missing."
        lacking = [key for key in needed if not value.get(key)]
        return f"lacks {', '.join(lacking)}." if lacking else ""

    return check


def steps(value: Any) -> str:
    """At least two tables: what to do, and which landmarks of the figure to light."""
    if value is MISSING:
        return "is missing."
    if not isinstance(value, list) or len(value) < 2:
        return "must hold at least 2 steps."
    wrong = [number for number, step in enumerate(value, 1) if not _is_step(step)]
    return f"needs a text to say and names to light, step {wrong[0]}." if wrong else ""


def _is_step(step: Any) -> bool:
    if not isinstance(step, dict) or step.keys() != {"say", "light"}:
        return False
    return not (text(step["say"]) or texts(1)(step["light"]))


FLAGS = tuple(questions.conditions())
SOURCE: Mapping[str, Check] = {
    "citation": text,
    "short": text,
    "kind": one_of(words.SourceKind),
    "url": maybe,
}
TECHNIQUE: Mapping[str, Check] = {
    "name": text,
    "verb": text,
    "position": number(1, 999),
    "article_says": text,
    "assessment": text,
    "finding": one_of(words.Finding),
    "how_to": texts(2),
    "seconds_range": seconds,
    "pressure": text,
    "never": text,
    "notes": maybe,
    "source": named,
}
TRADITION: Mapping[str, Check] = {
    "name": text,
    "inspired_by": text,
    "position": number(1, 999),
    "article_says": text,
    "check": text,
    "verdict": text,
    "finding": one_of(words.Finding),
    "rhythm": text,
    "techniques": texts(1),
    "posture": text,
    "source": named,
}
STUDY: Mapping[str, Check] = {
    "kind": one_of(words.StudyKind),
    "position": number(1, 999),
    "title": text,
    "who": maybe,
    "people": number(0, 100_000),
    "points": maybe,
    "points_confirmed": yes_or_no,
    "bearing": optional(one_of(words.Bearing)),
    "pressed_by": one_of(words.PressedBy),
    "sham": yes_or_no,
    "about_back_pain": yes_or_no,
    "dose": maybe,
    "compared_with": maybe,
    "result": text,
    "harms": maybe,
    "trust": text,
    "source": named,
}
CLAIM: Mapping[str, Check] = {
    "topic": one_of(words.Topic),
    "point": maybe,
    "position": number(1, 999),
    "title": text,
    "article_says": text,
    "standard_says": text,
    "verdict": text,
    "finding": one_of(words.Finding),
    "source": named,
}
LESSON: Mapping[str, Check] = {
    "part": one_of(words.Part),
    "position": number(1, 999),
    "title": text,
    "claim": maybe,
    "said": maybe,
    "known": text,
    "support": optional(one_of(words.Support)),
    "source": named,
}
POINT: Mapping[str, Check] = {
    "name_pinyin": text,
    "name_hanzi": text,
    "name_hanzi_traditional": text,
    "name_english": text,
    "aliases": texts(),
    "legacy_code": maybe,
    "standard": one_of(words.Standard),
    "meridian_code": text,
    "meridian_name": text,
    "position": number(1, 999),
    "body_region": one_of(words.Region),
    "body_view": one_of(words.View),
    "laterality": one_of(words.Laterality),
    "sites_count": number(1, 60),
    "place": text,
    "location_text": text,
    "how_to_find": text,
    "find_steps": steps,
    "alternative_text": text,
    "finger_widths": optional(number(0, 10)),
    "techniques_suitable": texts(1),
    "techniques_avoid": texts(),
    "pressure_max": one_of(words.Pressure),
    "suggested_seconds": number(0, 300),
    "seconds_range": seconds,
    "traditional_use": text,
    "cautions": cautions,
    "exclude_if": drawn_from(FLAGS),
    "caution_if": drawn_from(FLAGS),
    "structure_under_point": text,
    "in_article": yes_or_no,
    "article_note": maybe,
    "trial_ids": texts(),
    "routine_tags": drawn_from(words.Aim.values),
    "source": named,
    "confidence": one_of(words.Confidence),
    "reach": table("alone_by_hand", "with_tool", "partner", "how"),
    "location": table("method", "frame", "landmark"),
}


def problems(entry: Entry, fields: Mapping[str, Check]) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with an entry."""
    for field, check in fields.items():
        if reason := check(entry.values.get(field, MISSING)):
            yield entry.problem(field, reason)
    for field in entry.values:
        if field not in fields:
            yield entry.problem(field, "is not a key of this kind of entry.")
