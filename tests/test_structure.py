"""The house keeps its shape: every room has a name that says what is in it, a sentence on the door, and a test beside it."""

from __future__ import annotations

import ast
import statistics
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from stigmalint import readers, reporters
from stigmalint.cli.commands import COMMANDS
from tests.tools import ROOT

PACKAGE = ROOT / "stigmalint"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_wordlists" not in path.parts)
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base", "tools"}


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


def modules_with(function: str, folder: str) -> list[Path]:
    """The modules of a folder of the package that define this function."""
    return [path for path in sorted((PACKAGE / folder).glob("*.py")) if f"\ndef {function}(" in path.read_text(encoding="utf-8")]


REASONS = modules_with("passes", "context") + modules_with("softened", "context")
FORMATS = [PACKAGE / f"{format.module.removeprefix('stigmalint.').replace('.', '/')}.py" for format in reporters.FORMATS.values()]
OF_COMMANDS = [PACKAGE / f"{module.removeprefix('stigmalint.').replace('.', '/')}.py" for module, _ in COMMANDS.values()]


@pytest.mark.parametrize("path", [*REASONS, *FORMATS, *OF_COMMANDS], ids=shown)
def test_what_can_be_added_has_a_test_of_its_own(path: Path) -> None:
    inside = path.relative_to(PACKAGE)
    assert (ROOT / "tests" / inside.parent / f"test_{path.stem}.py").exists()


@pytest.mark.parametrize("path", sorted({path.parent for path in MODULES} - {PACKAGE}), ids=shown)
def test_the_tests_mirror_the_package(path: Path) -> None:
    inside = path.relative_to(PACKAGE)
    own, beside = ROOT / "tests" / inside, ROOT / "tests" / inside.parent
    assert [*own.glob("test_*.py"), *beside.glob(f"test_{path.name}*.py")]


def test_every_reporter_is_registered() -> None:
    offered = {path.stem for path in modules_with("render", "reporters")} - {"__init__"}
    assert offered == {format.module.rsplit(".", 1)[1] for format in reporters.FORMATS.values()}


@pytest.mark.parametrize("place", sorted(set(readers._BUILT_IN.values())))
def test_every_reader_is_there_and_tested(place: str) -> None:
    module, function = place.split(":")
    assert callable(getattr(import_module(module), function))
    assert [*(ROOT / "tests" / "readers").glob(f"test_{module.rsplit('.', 1)[1]}*.py")]


def test_only_matching_may_import_spacy_and_every_other_room_is_told_so() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    (told,) = (contract["source_modules"] for contract in contracts if contract.get("forbidden_modules") == ["spacy"])
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__", "matching"}
    assert {room.removeprefix("stigmalint.") for room in told} == rooms
