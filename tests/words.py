"""Knows what a person may read in our files; which words promise too much, the catalogue says."""

import ast
import re
from collections.abc import Iterator

ALLOWED: dict[str, tuple[str, ...]] = {
    "templates/config/styleguide_basics.html": ("Serif speaks, sans works.",),
}
ATTRIBUTES = re.compile(r"\b(?:alt|title|placeholder|aria-label|content|label|word)=\"([^\"]*)\"")
MARKED = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
NOT_SHOWN = {"source", "citation", "url", "doi"}  # names of papers are quoted as they are


def shown_by_template(text: str) -> Iterator[str]:
    """Yield the sentences of a template: text between tags, marked strings, attributes."""
    text = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    yield from re.findall(r"{%\s*translate \"([^\"]*)\"", text)
    yield from ATTRIBUTES.findall(text)
    plain = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", "\n", text, flags=re.DOTALL)
    yield from (line.strip() for line in plain.splitlines() if line.strip())


def shown_by_toml(value: object, key: str = "") -> Iterator[str]:
    """Yield every text of a catalogue's file that is no name of a source."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from () if name in NOT_SHOWN else shown_by_toml(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from shown_by_toml(inner, key)
    elif isinstance(value, str):
        yield value


def shown_by_python(text: str) -> Iterator[str]:
    """Yield the strings that are marked for translation."""
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in MARKED
        ):
            for part in node.args:
                yield from (leaf.value for leaf in ast.walk(part) if is_text(leaf))


def is_text(leaf: ast.AST) -> bool:
    return isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
