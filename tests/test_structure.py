"""The house keeps its shape: every room has a name that says what is in it, a sentence on the door, and a test beside it."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools import ROOT

PACKAGE = ROOT / "stigmalint"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_wordlists" not in path.parts)
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base", "tools"}
TESTED_ELSEWHERE = {
    "__init__",  # what a package offers is tested through its modules
    "__main__",  # run by tests of the command line
}


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the package with its number of lines, the docstring not counted."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
                docstring = first.lineno - node.body[0].lineno
                lines = (node.end_lineno or node.lineno) - node.lineno + 1 - docstring
                yield f"{shown(path)}:{node.lineno} {node.name}", lines


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_a_module_says_what_it_does(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{shown(path)} has no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", "?", ")")), "its first paragraph is a sentence"


def test_no_name_says_nothing() -> None:
    named = {part for path in MODULES for part in (*path.relative_to(PACKAGE).parent.parts, path.stem)}
    assert named & NAMES_OF_NOTHING == set()


def test_functions_stay_short() -> None:
    lengths = dict(functions())
    assert statistics.median(lengths.values()) < 12
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= 30
    assert {name: lines for name, lines in lengths.items() if lines > 60} == {}


def test_files_stay_short() -> None:
    """Past 250 lines a file is asking to become two; one in twenty may ask for a while, and none may be twice as long."""
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > 500} == {}
    long = {name: lines for name, lines in lengths.items() if lines > 250}
    assert len(long) <= len(lengths) / 20, long


def has_tests(path: Path) -> bool:
    """Whether ``tests`` mirrors this module, as a file of its own or as one for its whole folder."""
    inside = path.relative_to(PACKAGE)
    places = [ROOT / "tests" / inside.parent / f"test_{path.stem}.py", ROOT / "tests" / inside.parent / path.stem]
    places += [ROOT / "tests" / folder.parent / f"test_{folder.name}.py" for folder in inside.parents if folder.name]
    return any(place.exists() for place in places)


@pytest.mark.parametrize("path", [path for path in MODULES if path.stem not in TESTED_ELSEWHERE], ids=shown)
def test_the_tests_mirror_the_package(path: Path) -> None:
    assert has_tests(path), f"{shown(path)} has no test file beside it"
