"""What the settings leave out: in folders always, of named files only when that is forced."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.config import Config
from stigmalint.discover import discover
from stigmalint.findings import Skipped


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of policies, and the current one."""
    for name in ("a.md", "old/b.md", "old/keep.md", "drafts/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Everyone is welcome.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*named: str, exclude: tuple[str, ...], force: bool = False, root: Path | None = None) -> list[str]:
    found = list(discover(named or ["."], Config(exclude=exclude, force_exclude=force, root=root)))
    assert not any(isinstance(each, Skipped) for each in found), found
    return [each.path for each in found]


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        (("old",), ["a.md", "drafts/c.txt"]),
        (("old/*", "!keep.md"), ["a.md", "drafts/c.txt", "old/keep.md"]),
        (("*.md",), ["drafts/c.txt"]),
        (("/b.md",), ["a.md", "drafts/c.txt", "old/b.md", "old/keep.md"]),
        ((), ["a.md", "drafts/c.txt", "old/b.md", "old/keep.md"]),
    ],
)
def test_patterns_are_those_of_gitignore(house: Path, exclude: tuple[str, ...], left: list[str]) -> None:
    assert paths(exclude=exclude) == left


def test_a_named_file_is_checked_unless_exclusion_is_forced(house: Path) -> None:
    assert paths("old/b.md", "a.md", exclude=("old/",)) == ["old/b.md", "a.md"]
    assert paths("old/b.md", "a.md", exclude=("old/",), force=True) == ["a.md"]
    assert paths("old", "a.md", exclude=("old/",), force=True) == ["a.md"]


def test_a_hook_that_hands_over_only_excluded_files_is_content(house: Path) -> None:
    assert paths("old/b.md", exclude=("old/",), force=True) == []


def test_patterns_speak_of_the_folder_of_the_settings(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(house / "old")
    assert paths("..", exclude=("/old",), root=house) == ["../a.md", "../drafts/c.txt"]
    assert paths("b.md", exclude=("/old/b.md",), root=house, force=True) == []


def test_of_what_lies_elsewhere_only_the_name_counts(house: Path) -> None:
    assert paths(str(house / "a.md"), exclude=("a.md",), root=house / "old", force=True) == []
    assert paths(str(house / "a.md"), exclude=("/x/a.md",), root=house / "old", force=True) == [(house / "a.md").as_posix()]


def test_when_everything_is_left_out_the_reason_says_by_what(house: Path) -> None:
    (found,) = discover(["."], Config(exclude=("*",)))
    assert isinstance(found, Skipped)
    assert "the setting exclude or .gitignore" in found.reason
