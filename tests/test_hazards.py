"""The list of hazards is complete in itself, and each of its tests is there to be run."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HAZARDS = tomllib.loads((ROOT / "docs" / "safety" / "hazards.toml").read_text())


@pytest.mark.parametrize("name", HAZARDS)
def test_hazard_names_severity_mitigation_and_tests(name):
    hazard = HAZARDS[name]
    assert set(hazard) == {"hazard", "severity", "mitigation", "tests"}
    assert hazard["severity"] in {"high", "middle", "low"}
    assert hazard["tests"]


@cache
def functions_of(file):
    tree = ast.parse((ROOT / file).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", [test for hazard in HAZARDS.values() for test in hazard["tests"]])
def test_hazard_is_held_by_a_test_that_exists(test):
    file, _, name = test.partition("::")
    assert name in functions_of(file)
