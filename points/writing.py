"""Writes what changed into the text of the catalogue, and leaves every other byte as it is.

A key whose value means the same keeps its lines. A changed key is written anew in our one style:
texts on one line, lists of sentences one a line. Comments on lines of their own stay; one at the
end of a changed line goes. Entries are neither added nor taken away.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from points.reading import HEADER, KEY
from points.telling import EMPTY, is_same

SENTENCES = {"find_steps", "how_to", "cautions"}  # lists that are written one a line


@dataclass
class Block:
    """The lines under one header: of an entry, or of one of its tables (`part`)."""

    entry: str
    part: str
    lines: list[str] = field(default_factory=list)


def rewritten(text: str, told: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text of a file with the values that are told of its entries, by key."""
    return "\n".join(line for block in _blocks(text) for line in _written(block, told))


def toml_of(value: Any, *, apart: bool = False) -> str:
    """Return a value as TOML; with `apart` each item of a list has a line of its own."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {toml_of(inner)}" for key, inner in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        items = [toml_of(item) for item in value]
        if apart and items:
            return "".join(["[\n", *(f"  {item},\n" for item in items), "]"])
        return f"[{', '.join(items)}]"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _blocks(text: str) -> list[Block]:
    """Part a file at its headers; what stands before the first belongs to no entry."""
    found = [Block("", "")]
    for line in text.split("\n"):
        if header := HEADER.match(line):
            found.append(Block(header[1], header[2].lstrip(".")))
        found[-1].lines.append(line)
    return found


def _written(block: Block, told: Mapping[str, Mapping[str, Any]]) -> list[str]:
    values = told.get(block.entry)
    if values is None:
        return block.lines
    tables = {key for key, value in values.items() if isinstance(value, dict)}
    if block.part:
        values = values.get(block.part, {})
    else:
        values = {key: value for key, value in values.items() if key not in tables}
    return list(_lines(block.lines, values))


def _lines(lines: list[str], values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a block; keys that were not written come after the last that was."""
    left = {key: value for key, value in values.items() if value not in EMPTY}
    spans = list(_spans(lines))
    last = max((place for place, (key, _) in enumerate(spans) if key), default=0)
    for place, (key, span) in enumerate(spans):
        if key:
            left.pop(key, None)
            yield from _key_lines(key, span, values.get(key))
        else:
            yield from span
        if place == last:
            for new, value in left.items():
                if new not in {one for one, _ in spans}:
                    yield from _line(new, value)


def _spans(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each key with its lines, and each other line under no key."""
    place = 0
    while place < len(lines):
        key = KEY.match(lines[place])
        end = _end(lines, place) if key else place + 1
        yield (key[1] if key else "", lines[place:end])
        place = end


def _end(lines: list[str], start: int) -> int:
    """Return the line after the value that begins here: the first at which it can be read."""
    for end in range(start + 1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    return start + 1


def _key_lines(key: str, span: list[str], told: Any) -> list[str]:
    written = tomllib.loads("\n".join(span))[key]
    if is_same(written, told):
        return span
    if told in EMPTY and not isinstance(written, str):
        return []
    return _line(key, _in_order("" if told is None else told, written), apart=len(span) > 1)


def _in_order(told: Any, written: Any) -> Any:
    """Return a table with its keys in the order in which they were written."""
    if not (isinstance(told, dict) and isinstance(written, dict)):
        return told
    order = list(written)
    ranked = sorted(told, key=lambda key: order.index(key) if key in order else len(order))
    return {key: _in_order(told[key], written.get(key)) for key in ranked}


def _line(key: str, value: Any, *, apart: bool = False) -> list[str]:
    return f"{key} = {toml_of(value, apart=apart or key in SENTENCES)}".split("\n")
