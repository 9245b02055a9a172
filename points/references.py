"""Checks that what one entry of the catalogue says of another is true of the whole."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from points import landmarks, questions, schema, words
from points.anatomy.places import recipes
from points.reading import Entry

type Text = Mapping[str, list[Entry]]  # the entries of each kind, in order


def problems(text: Text) -> Iterator[str]:
    """Yield a sentence for each name that leads nowhere and each pair that disagrees."""
    keys = {kind: {entry.key for entry in entries} for kind, entries in text.items()}
    for entries in text.values():
        for entry in entries:
            yield from _unknown(entry, "source", entry.values.get("source", []), keys["source"])
    yield from _of_points(text["point"], keys)
    for entry in text["tradition"]:
        yield from _unknown(
            entry, "techniques", entry.values.get("techniques", []), keys["technique"]
        )
    for entry in text["claim"]:
        yield from _one(entry, "point", keys["point"])
    for entry in text["lesson"]:
        yield from _one(entry, "claim", keys["claim"])
        yield from _of_lesson(entry)
    for entry in text["study"]:
        yield from _of_study(entry)
    yield from _of_rules(keys)


def _of_points(points: list[Entry], keys: Mapping[str, set[str]]) -> Iterator[str]:
    for point in points:
        values = point.values
        suitable, avoid = values.get("techniques_suitable", []), values.get("techniques_avoid", [])
        yield from _unknown(point, "techniques_suitable", suitable, keys["technique"])
        yield from _unknown(
            point, "techniques_avoid", avoid, keys["technique"] | words.NEVER_HERE.keys()
        )
        yield from _unknown(point, "trial_ids", values.get("trial_ids", []), keys["study"])
        yield from _unknown(
            point, "reach.tools", values.get("reach", {}).get("tools", []), set(words.Tool.values)
        )
        yield from _disagreements(point, set(suitable) & set(avoid))
        yield from _unlit(point)


def _unlit(point: Entry) -> Iterator[str]:
    """Yield each step that would light what the point's best figure does not show."""
    steps: Any = point.values.get("find_steps")
    location = point.values.get("location")
    if schema.steps(steps) or not isinstance(location, dict):
        return  # the shape is wrong, which has been said
    try:
        view = recipes(point.key, location)[0][0]
    except KeyError:
        yield point.problem("location", "is placed on no figure.")
        return
    for number, step in enumerate(steps, 1):
        for name in landmarks.unknown(step["light"], view):
            yield point.problem("find_steps", f'step {number}: "{view}" does not show {name}.')


def _disagreements(point: Entry, both: set[str]) -> Iterator[str]:
    if both:
        yield point.problem("techniques_avoid", f"also suits: {', '.join(sorted(both))}.")
    low, high = (point.values.get("seconds_range") or [0, 0])[:2]
    usual = point.values.get("suggested_seconds", low)
    if isinstance(usual, int) and not low <= usual <= high:
        yield point.problem("suggested_seconds", f"must lie within {low} to {high}.")
    if point.values.get("laterality") == "midline" and point.values.get("sites_count") != 1:
        yield point.problem("sites_count", "must be 1 on the midline.")


def _one(entry: Entry, field: str, known: set[str]) -> Iterator[str]:
    name = entry.values.get(field)
    yield from _unknown(entry, field, [name] if name else [], known)


def _of_study(entry: Entry) -> Iterator[str]:
    is_trial = entry.values.get("kind") == words.StudyKind.TRIAL
    if is_trial != bool(entry.values.get("bearing")):
        yield entry.problem("bearing", "belongs to every trial, and to nothing else.")


def _of_lesson(entry: Entry) -> Iterator[str]:
    """What is said to be good for something stands beside how much supports it."""
    values = entry.values
    if values.get("part") in (words.Part.SOON, words.Part.LATER):
        if not values.get("support"):
            yield entry.problem("support", "is missing: how much stands behind what is said.")
        if bool(values.get("claim")) == bool(values.get("said")):
            yield entry.problem("said", "must say what is claimed, or name a claim, and not both.")


def _of_rules(keys: Mapping[str, set[str]]) -> Iterator[str]:
    """The rules and questions have no lines of their own here; they name file and entry."""
    for rule in questions.rules():
        strange = [
            *sorted(set(rule.codes) - keys["point"]),
            *sorted(set(rule.techniques) - keys["technique"]),
            *sorted(set(rule.tools) - set(words.Tool.values)),
            *sorted(set(rule.regions) - set(words.Region.values)),
            *sorted({rule.flag} - questions.conditions().keys()),
            *sorted(set(rule.source) - keys["source"]),
        ]
        yield from (f"rules.toml, {rule.key}: does not know {name}." for name in strange)
    for question in questions.questions():
        missing = {*question.source} - keys["source"]
        missing |= {*question.sets} - questions.conditions().keys()
        yield from (f"questions.toml, {question.key}: does not know {m}." for m in sorted(missing))


def _unknown(entry: Entry, field: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    if not isinstance(names, list):
        return
    strange = [name for name in names if name not in known]
    if strange:
        yield entry.problem(field, f"does not know {', '.join(strange)}.")
