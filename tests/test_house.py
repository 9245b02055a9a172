"""The rules of the house that a machine can check."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import models
from importlinter.cli import lint_imports

from journal.models import Entry
from points.models import Point
from points.wording import CLAIMS
from routines.models import Programme, Routine, Screening, Session
from tests import make
from tests.words import ALLOWED, shown_by_python, shown_by_template, shown_by_toml

ROOT = settings.BASE_DIR
LONGEST_FILE, LONGEST_TEMPLATE, LONGEST_FUNCTION = 250, 120, 30
LONGEST_TEST = 420  # lists of cases are long, not hard
BINARY = {".png", ".jpg", ".ico", ".woff2", ".webp"}


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return tuple(file for file in files if file.is_file())


def texts(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every tracked file, or of those with a suffix."""
    for file in tracked():
        if file.suffix in suffixes or (not suffixes and file.suffix not in BINARY):
            yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def modules() -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in texts(".py") if "/migrations/" not in name)


class Module(NamedTuple):
    """What is asked of a module's syntax tree, and is small to keep."""

    docstring: str | None
    functions: tuple[tuple[str, int], ...]  # line and name, number of lines


@cache
def parsed() -> dict[str, Module]:
    """Return what every module with anything in it holds; each is parsed once."""
    return {name: _module(ast.parse(text)) for name, text in modules() if text.strip()}


def _module(tree: ast.Module) -> Module:
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    sizes = ((f"{one.lineno} {one.name}", one.end_lineno - one.lineno) for one in found)
    return Module(ast.get_docstring(tree), tuple(sizes))


def test_imports_run_downward_alone():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_module_opens_with_what_it_knows():
    assert [name for name, module in parsed().items() if not module.docstring] == []


def test_no_file_is_too_long():
    sizes = {name: text.count("\n") for name, text in [*modules(), *texts(".js", ".css")]}
    limits = {name: LONGEST_TEST if name.startswith("tests/") else LONGEST_FILE for name in sizes}

    assert {name: size for name, size in sizes.items() if size > limits[name]} == {}


def test_no_template_is_too_long():
    sizes = {name: text.count("\n") for name, text in texts(".html", ".svg")}
    pages = {name: size for name, size in sizes.items() if name.startswith("templates/")}

    assert {name: size for name, size in pages.items() if size > LONGEST_TEMPLATE} == {}


def test_no_function_is_too_long():
    long = [
        f"{name}:{function}"
        for name, module in parsed().items()
        if not name.startswith("tests/")
        for function, size in module.functions
        if size >= LONGEST_FUNCTION
    ]

    assert long == []


@cache
def shown() -> tuple[tuple[str, str], ...]:
    """Return each file with each sentence that a person may read there."""
    return tuple(_shown())


def _shown() -> Iterator[tuple[str, str]]:
    for name, text in texts(".html", ".svg", ".txt"):
        if name.startswith("templates/"):
            yield from ((name, sentence) for sentence in shown_by_template(text))
    for name, text in texts(".toml"):
        if "/catalogue/" in name:
            yield from ((name, sentence) for sentence in shown_by_toml(tomllib.loads(text)))
    for name, text in modules():
        if not name.startswith("tests/"):
            yield from ((name, sentence) for sentence in shown_by_python(text))


def test_no_word_promises_what_nobody_knows():
    claims = [
        (name, sentence)
        for name, sentence in shown()
        if CLAIMS.search(sentence) and not any(word in sentence for word in ALLOWED.get(name, ()))
    ]

    assert claims == []


def test_every_allowed_sentence_is_still_there():
    said = {name: " ".join(s for n, s in shown() if n == name) for name in ALLOWED}

    assert [
        (name, sentence)
        for name, sentences in ALLOWED.items()
        for sentence in sentences
        if sentence not in said[name]
    ] == []


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("This treats back pain.", True),
        ("Pressing relieves pain", True),
        ("It works.", True),
        ("A streak of 5 days", True),
        ("You missed a day", True),
        ("The server is working on it", False),
        ("Practised 5 of 7 days", False),
    ],
)
def test_a_claim_is_known_by_its_words(sentence, claims):
    assert bool(CLAIMS.search(sentence)) is claims


def test_no_template_holds_script_style_or_unescaped_text():
    inline = re.compile(
        r"\|\s*safe\b|\bstyle=|<style\b|<script\b(?![^>]*\bsrc=)|\son[a-z]+=|hx-on|\bjs:"
        r"|autoescape off"
    )

    assert [name for name, text in texts(".html", ".svg") if inline.search(text)] == []


def test_no_code_marks_text_as_safe_or_waits_for_later():
    marks = re.compile(r"\b(mark_safe|SafeString|NotImplementedError)\b")
    notes = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")

    code = [(n, t) for n, t in modules() if n != "tests/test_house.py"]
    assert [name for name, text in code if marks.search(text)] == []
    assert [name for name, text in texts() if notes.search(text)] == []


def test_no_tracked_file_names_a_registry_or_a_machine():
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js.", "proxy." + "golang"]
    folders = ["/wo" + "rk/", "/ro" + "ot/", "mp/back" + "beat/"]
    words = re.compile("|".join(map(re.escape, hosts + folders)))

    assert [(name, words.findall(text)) for name, text in texts() if words.search(text)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_address(name):
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [
        line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")
    ]

    assert lines
    assert all(re.match(r"\S+==\S+.*--hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert "://" not in text


def foreign_keys() -> Iterator[models.ForeignKey]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey):
                yield field


@pytest.mark.parametrize("kept", [Session, Entry, Screening])
def test_only_its_owner_takes_a_record_along(kept):
    cascading = {
        field.related_model
        for field in foreign_keys()
        if field.model is kept and field.remote_field.on_delete is models.CASCADE
    }

    assert cascading == {User}


def test_no_parent_but_its_owner_deletes_sessions_or_entries(owner):
    routine = make.routine(owner=owner)
    Routine.objects.filter(pk=routine.pk).update(programme=Programme.objects.get(slug="desk"))
    screening = make.screening(owner=owner)
    session = make.practice(owner=owner, routine=routine, screening=screening)
    entry = make.entry(owner=owner)

    routine.delete()
    Routine.objects.of_programmes().delete()
    Programme.objects.all().delete()
    screening.delete()
    with pytest.raises(models.ProtectedError):
        make.routine(owner=owner).steps.get(position=1).point.delete()

    assert Session.objects.get() == session
    assert Entry.objects.get() == entry
    assert Point.objects.filter(code="BL23").exists()
