"""Whatever of the program can change a report changes its hash."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from stigmalint.cache import program as module
from stigmalint.packs import wordlists_place

program = module.program.__wrapped__


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that is the program, its wordlists, and engines that it uses."""
    package = tmp_path / "package"
    for file in ("package/api.py", "package/packs/forms.json", "lists/a.toml", "spacy/__init__.py", "spacy/about.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("a = 1\n")
    (tmp_path / "pyromark").mkdir()
    for file in ("__init__.py", "_py.so", "event.py"):
        (tmp_path / "pyromark" / file).write_text("a = 1\n")
    monkeypatch.setattr(module, "PACKAGE", str(package))
    monkeypatch.setattr(module, "wordlists_place", lambda: str(tmp_path / "lists"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "nowhere"), str(tmp_path), *sys.path])
    return package


def test_it_can_be_told() -> None:
    assert Path(wordlists_place()).is_dir()
    assert program().endswith(f" {sys.hexversion}")


@pytest.mark.parametrize(
    "file",
    [
        "package/api.py",
        "package/packs/forms.json",
        "lists/a.toml",
        "spacy/about.py",
        "pyromark/_py.so",
        "package/new.py",
    ],
)
def test_every_edit_makes_another_program(file: str, package: Path) -> None:
    before = program()
    assert program() == before
    (package.parent / file).write_text("a = 23\n")
    assert program() != before


def test_what_is_no_part_of_it_does_not_count(package: Path) -> None:
    before = program()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "api.py").write_text("a = 2\n")
    (package.parent / "pyromark" / "event.py").write_text("a = 2\n")
    assert program() == before


def test_without_an_engine_it_cannot_be_told(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(package)])
    assert program() == ""
