"""Knows how a routine is written for somebody else: as a file, and as a short code to type.

Neither says anything of the person who made it. ``docs/routine-file.md`` describes both.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from zlib import crc32

FORMAT, VERSION = "backbeat-routine", 1
LARGEST = 64 * 1024  # bytes of a file
MOST_STEPS = 40
NAME_LENGTH = 80
UNITS = {"seconds": "seconds held at one spot", "rounds": "times through all sides and spots"}
SIDES = ("both", "left", "right", "midline")
CHOICES = {
    "side": SIDES,
    "pressure": ("light", "medium", "firm"),
    "posture": ("sitting", "standing", "lying"),
    "tool": ("hand", "ball", "stick"),
}
USUAL = {  # what a code leaves out
    "side": "both", "spots": 1, "rounds": 1, "pressure": "medium", "posture": "sitting",
    "tool": "hand", "technique": "static_pressure",
}  # fmt: skip
NUMBERS = {"seconds": (5, 300), "rounds": (1, 10), "spots": (1, 17)}
LETTERS = {  # of a code, one for each thing that is not as usual
    "S": ("side", {"L": "left", "R": "right", "M": "midline"}),
    "P": ("pressure", {"L": "light", "F": "firm"}),
    "Q": ("posture", {"S": "standing", "L": "lying"}),
    "U": ("tool", {"B": "ball", "S": "stick"}),
}
COUNTS = {"X": "rounds", "N": "spots"}
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without letters that look like others
POINT = re.compile(r"[A-Z0-9]{2,4}(-[A-Z0-9]{1,8})*", re.ASCII)
SLUG = re.compile(r"[a-z_]{1,40}", re.ASCII)

type Line = dict[str, Any]


class SharedError(ValueError):
    """A text is no routine that can be read; ``kind`` says why, ``about`` what it stumbled over."""

    def __init__(self, kind: str, about: object = "") -> None:
        super().__init__(kind, about)
        self.kind, self.about = kind, str(about)


@dataclass(frozen=True, slots=True)
class Shared:
    """A routine as it is handed on.

    Attributes:
        name: Its name.
        lines: Its steps in order: point (a code of the standard), technique, side, spots, rounds,
            seconds, pressure, posture, tool.
    """

    name: str
    lines: tuple[Line, ...]


class StepLike(Protocol):
    """What is read of a step; ``Step`` with its point and technique has it."""

    point: Any
    technique: Any
    side: str
    spots: int
    rounds: int
    hold_seconds: int
    pressure: str
    posture: str
    tool: str


def line_of(step: StepLike) -> Line:
    """Return a step as a line of a file."""
    return {
        "point": step.point.code,
        "technique": step.technique.slug,
        "side": step.side,
        "spots": step.spots,
        "rounds": step.rounds,
        "seconds": step.hold_seconds,
        "pressure": step.pressure,
        "posture": step.posture,
        "tool": step.tool,
    }


def document(shared: Shared, *, catalogue: str) -> str:
    """Return a routine as the text of a file.

    Args:
        shared: The routine.
        catalogue: The version of the catalogue that its codes come from.
    """
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "units": UNITS,
            "source": {
                "points": "Codes of the WHO standard (2008), with EX- for extra points",
                "catalogue": catalogue,
            },
            "name": shared.name,
            "steps": list(shared.lines),
        },
        indent=2,
        ensure_ascii=False,
    )


def read_document(text: str | bytes) -> Shared:
    """Return the routine that a file holds.

    Raises:
        SharedError: ``large``, ``no_json``, ``other_file``, ``other_version``, ``no_version``, or
            see ``_lines``.
    """
    if len(text) > LARGEST:
        raise SharedError("large")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SharedError("no_json") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise SharedError("other_file")
    if (version := told.get("version")) != VERSION:  # only a number is repeated to the reader
        kind, about = ("other_version", version) if isinstance(version, int) else ("no_version", "")
        raise SharedError(kind, about)
    return Shared(_name(told.get("name")), _lines(told.get("steps")))


def _name(told: object) -> str:
    name = " ".join(told.split()) if isinstance(told, str) else ""
    if not name or not name.isprintable():
        raise SharedError("no_name")
    return name[:NAME_LENGTH]


def _lines(told: object) -> tuple[Line, ...]:
    """Return the steps of a routine.

    Raises:
        SharedError: ``no_steps``, ``long``, or with the number of the line ``line``.
    """
    if not isinstance(told, list) or not told:
        raise SharedError("no_steps")
    if len(told) > MOST_STEPS:
        raise SharedError("long", len(told))
    return tuple(_line(number, step) for number, step in enumerate(told, start=1))


def _line(number: int, told: object) -> Line:
    if not isinstance(told, dict):
        raise SharedError("line", number)
    line = USUAL | {name: told[name] for name in (*USUAL, "point", "seconds") if name in told}
    whole = all(_is_whole(line.get(name), *ends) for name, ends in NUMBERS.items())
    known = all(line[name] in words for name, words in CHOICES.items())
    named = _is_text(line.get("point"), POINT) and _is_text(line["technique"], SLUG)
    if not (whole and known and named):
        raise SharedError("line", number)
    return line


def _is_whole(told: object, least: int, most: int) -> bool:
    return isinstance(told, int) and not isinstance(told, bool) and least <= told <= most


def _is_text(told: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(told, str) and len(told) <= 40 and pattern.fullmatch(told) is not None


def code_of(lines: Sequence[Mapping[str, Any]]) -> str:
    """Return a routine as a short text that can be typed: points, seconds, what is not usual.

    The last part checks the others, so that a slip is noticed. The name is not in it.
    """
    body = "/".join(_part(line) for line in lines)
    return f"{body}/{_check(body)}"


def _part(line: Mapping[str, Any]) -> str:
    parts = [line["point"], str(line["seconds"])]
    parts += [f"{letter}{line[name]}" for letter, name in COUNTS.items() if line[name] != 1]
    for letter, (name, words) in LETTERS.items():
        parts += [letter + short for short, word in words.items() if line[name] == word]
    if line["technique"] != USUAL["technique"]:
        parts.append(f"T{line['technique'].upper().replace('_', '-')}")
    return ".".join(parts)


def read_code(text: str) -> tuple[Line, ...]:
    """Return the steps that a code names; spaces, line ends and small letters do not matter.

    Raises:
        SharedError: ``large``, ``no_code``, ``slip`` (the check does not fit), or see ``_lines``.
    """
    if len(text) > LARGEST:
        raise SharedError("large")
    body, _slash, check = "".join(text.split()).upper().rpartition("/")
    if not body:
        raise SharedError("no_code")
    if check != _check(body):
        raise SharedError("slip")
    parts = body.split("/")
    if len(parts) > MOST_STEPS:
        raise SharedError("long", len(parts))
    return _lines([_read_part(part) for part in parts])


def _read_part(part: str) -> Line:
    point, *rest = part.split(".")
    line: Line = {"point": point}
    for text in rest:
        line |= _read_field(text)
    return line


def _read_field(text: str) -> Line:
    letter, value = text[:1], text[1:]
    if text.isdecimal() and len(text) <= 3:
        return {"seconds": int(text)}
    if letter in COUNTS and value.isdecimal() and len(value) <= 2:
        return {COUNTS[letter]: int(value)}
    if letter == "T":
        return {"technique": value.lower().replace("-", "_")}
    name, words = LETTERS.get(letter, ("", {}))
    return {name: words[value]} if value in words else {"side": "?"}


def _check(body: str) -> str:
    """Return four letters that change with any letter of a text."""
    number = crc32(body.encode())
    return "".join(ALPHABET[number >> shift & 31] for shift in (0, 5, 10, 15))
