"""However stigmalint is installed, wordlists, licences and types come along, and nothing is imported that is not declared."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import stigmalint
from tests.tools import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORDLISTS = {path.name for path in (ROOT / "wordlists").iterdir() if path.is_file()}
DISTRIBUTION_OF = {
    "PIL": "pillow",
    "axe_playwright_python": "axe-playwright-python",
    "docx": "python-docx",
    "pdfminer": "pdfminer.six",
    "pre_commit": "pre-commit",
    "yaml": "pyyaml",
    "pypdfium2_raw": "pypdfium2",
}
"""Where the name that is imported is not the name that is installed."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from that sdist."""
    there = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(there), str(ROOT)], check=True, capture_output=True
    )
    return there


def names_in_wheel(built: Path) -> set[str]:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_the_wheel_carries_wordlists_types_and_licences(built: Path) -> None:
    names = names_in_wheel(built)
    info = f"stigmalint-{stigmalint.__version__}.dist-info"
    assert {name.removeprefix("stigmalint/_wordlists/") for name in names if "/_wordlists/" in name} == WORDLISTS
    assert {"stigmalint/reporters/page/page.html", "stigmalint/reporters/page/page.css"} <= names
    integrations = {path.relative_to(ROOT).as_posix() for path in (ROOT / "stigmalint/integrations").rglob("*") if path.is_file()}
    assert integrations
    assert integrations <= names
    assert {"stigmalint/py.typed", f"{info}/licenses/LICENSE", f"{info}/licenses/wordlists/LICENSE"} <= names


def test_the_wheel_carries_the_package_and_nothing_else(built: Path) -> None:
    assert {name.split("/")[0] for name in names_in_wheel(built)} == {
        "stigmalint",
        f"stigmalint-{stigmalint.__version__}.dist-info",
        f"stigmalint-{stigmalint.__version__}.data",
    }


def test_the_wheel_carries_the_man_page(built: Path) -> None:
    data = {name for name in names_in_wheel(built) if ".data/" in name}
    assert data == {f"stigmalint-{stigmalint.__version__}.data/data/share/man/man1/stigmalint.1"}


def test_an_installed_package_compiles_nothing(built: Path, tmp_path: Path) -> None:
    """The wheel brings its wordlists compiled; what is kept for the next run is only what its files look like."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    subprocess.run(
        [sys.executable, "-P", "-m", "stigmalint", "explain", "addict"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path / "installed"), "STIGMALINT_CACHE": str(tmp_path / "cache")},
        capture_output=True, check=True,
    )  # fmt: skip
    assert [file.name.split("-")[0] for file in (tmp_path / "cache").iterdir()] == ["seen"]


def test_the_sdist_carries_tests_examples_and_wordlists(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as opened:
        names = {name.split("/", 1)[1] for name in opened.getnames() if "/" in name}
    assert {f"wordlists/{name}" for name in WORDLISTS} <= names
    assert {f"examples/{path.name}" for path in (ROOT / "examples").iterdir()} <= names
    assert {"tests/test_packaging.py", "CHANGELOG.md", "CONTRIBUTING.md", ".pre-commit-hooks.yaml", ".ci/run"} <= names


def test_the_wheel_works_away_from_the_checkout(built: Path, tmp_path: Path) -> None:
    """With the dependencies of this environment, so that no network is needed; .ci/run does it in an empty one."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "installed")
    (tmp_path / "draft.md").write_text("The clinic turned an addict away.\n", encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-P", "-m", "stigmalint", "check", "draft.md"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 1, checked.stderr
    assert "addict" in checked.stdout


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert importlib.metadata.version("stigmalint") == stigmalint.__version__


def test_the_licences_are_named_and_there() -> None:
    assert PROJECT["license"] == "MIT AND CC-BY-4.0"
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "creativecommons.org/licenses/by/4.0/legalcode" in (ROOT / "wordlists" / "LICENSE").read_text(encoding="utf-8")


OUR_OWN = {"stigmalint", "tests", "benchmarks"}


def imported(folder: str) -> Iterator[tuple[str, str]]:
    """Every (file, distribution) that the Python files of a folder import from outside the standard library and this project."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            for module in {name.split(".")[0] for name in modules} - sys.stdlib_module_names - OUR_OWN:
                yield str(path.relative_to(ROOT)), DISTRIBUTION_OF.get(module, module)


def declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", requirement, maxsplit=1)[0] for requirement in requirements}


def test_what_the_program_imports_is_declared_and_the_other_way_round() -> None:
    uses = set(imported("stigmalint"))
    needs = declared(PROJECT["dependencies"])
    assert {(path, name) for path, name in uses if name not in needs} == set()
    assert needs - {name for _, name in uses} == set()


def test_what_the_tests_import_is_declared() -> None:
    known = declared(PROJECT["dependencies"]) | declared(PROJECT["optional-dependencies"]["test"])
    assert {(path, name) for path, name in imported("tests") if name not in known} == set()
