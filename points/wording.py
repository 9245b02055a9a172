"""Which words the catalogue may not use, and which unchecked facts it may not tell."""

import re
from collections.abc import Iterator
from typing import Any

CLAIMS = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cur(e|es|ed|ing)|heal(s|ed|ing)?|reliev(e|es|ed|ing)|relief"
    r"|diagnos\w+|streaks?|missed|failed|patients?|works)\b",
    re.IGNORECASE,
)
QUOTED = {"source", "citation", "short", "url"}  # names of papers stand as they are
MARK = re.compile(r"\[M\b|\[M-|\bM-(?:high|med|low)\b")
UNCHECKED = {  # known to nobody here from the paper itself; told by no page
    "the force of a thumb": re.compile(r"\b3 ?(?:-|–|to) ?4 kg\b"),
    "how many sessions the therapist gave": re.compile(r"\b(?:6|six) sessions\b", re.IGNORECASE),
    "how many people lack a tendon": re.compile(r"\b(?:1|one) (?:person )?in (?:6|six)\b", re.I),
    "the size of the effect of needles": re.compile(r"\b9\.2\b|\b13\.8\b"),
    "the size of the effect of massage": re.compile(r"\b0\.75\b"),
}


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text inside a value, except in what names a source."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from () if name in QUOTED else texts_of(inner)


def objections(value: Any) -> Iterator[str]:
    """Yield a reason against each word that promises and each fact that was not checked."""
    for text in texts_of(value):
        if found := CLAIMS.search(text):
            yield f'promises too much: "{found[0]}".'
        if MARK.search(text):
            yield "carries the mark of what is still to be checked."
        for name, unchecked in UNCHECKED.items():
            if unchecked.search(text):
                yield f"tells {name}, which is still to be checked."
