"""``.gitignore`` as git itself understands it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stigmalint.config import Config
from stigmalint.discover import discover
from tests.tools import program

FILES = [
    *"a.md b.md keep.md drafts/a.md drafts/keep.md docs/a.md docs/b.md docs/drafts/a.md docs/deep/a.md docs/deep/b.md".split(),
    *"docs/deep/keep.md out/x/a.md out/y/a.md !odd.md #odd.md Ünï/a.md".split(),
    "sp ace.md",
]

PATTERNS = [
    {".gitignore": "drafts/\n"},
    {".gitignore": "/drafts/\n"},
    {".gitignore": "*.md\n!keep.md\n"},
    {".gitignore": "drafts/*\n!drafts/keep.md\n"},
    {".gitignore": "drafts/\n!drafts/keep.md\n"},
    {".gitignore": "docs/**/a.md\n"},
    {".gitignore": "**/deep\n# a comment\n\n   \n"},
    {".gitignore": "out/*\n!out/y/\n"},
    {".gitignore": "a.md\n", "docs/.gitignore": "!a.md\nb.md\n", "docs/deep/.gitignore": "a.md\n!b.md\n"},
    {".gitignore": "docs/*\n!docs/deep\n", "docs/deep/.gitignore": "*\n!keep.md\n"},
    {".git/info/exclude": "b.md\nÜnï/\n", ".gitignore": "!docs/b.md\n"},
    {".gitignore": "a.md\r\nsp\\ ace.md\r\n"},
    {".gitignore": "\ufeffa.md\n\\!odd.md\n\\#odd.md\n"},
    {".gitignore": "[ab].md\n[!k]eep.md\n"},
    {".gitignore": "!\n\\\n[\na.md\n"},
    {".gitignore": "a.md   \nb.md\\ \n"},
    {".gitignore": "deep\n/docs/deep/\n?.md\n"},
]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for variable in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(variable, "/dev/null")
    subprocess.run([program("git"), "init", "-q"], check=True, capture_output=True)
    for each in FILES:
        Path(each).parent.mkdir(parents=True, exist_ok=True)
        Path(each).write_text("Text.", "utf-8")
    return tmp_path


def git_says(*paths: str) -> set[str]:
    done = subprocess.run(
        [program("git"), "ls-files", "-z", "--others", "--exclude-standard", "--", *paths], check=True, capture_output=True
    )
    return {name for name in done.stdout.decode().split("\0") if name.endswith(".md")}


def we_say(*paths: str) -> set[str]:
    return {each.path for each in discover(paths, Config())}


@pytest.mark.parametrize("patterns", PATTERNS, ids=lambda patterns: " ".join(patterns.values()).replace("\n", " "))
def test_we_agree_with_git(repository: Path, patterns: dict[str, str]) -> None:
    for name, text in patterns.items():
        Path(name).write_text(text, "utf-8", newline="")
    assert we_say(".") == git_says(".")
    assert we_say(".")


def test_a_folder_below_obeys_the_files_above(repository: Path) -> None:
    Path(".gitignore").write_text("docs/deep/a.md\nb.md\n", "utf-8")
    assert we_say("docs/deep") == git_says("docs/deep") == {"docs/deep/keep.md"}


def test_without_a_repository_the_files_in_the_folder_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.md", "in/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()
    Path(".gitignore").write_text("a.md\n", "utf-8")
    Path("in/.gitignore").write_text("b.md\n", "utf-8")
    assert we_say("in") == {"in/a.md"}


def test_a_persons_own_ignore_file_changes_nothing(repository: Path, tmp_path: Path) -> None:
    Path("mine").write_text("*.md\n", "utf-8")
    subprocess.run([program("git"), "config", "core.excludesFile", str(tmp_path / "mine")], check=True)
    assert "a.md" in we_say(".")


def test_an_unreadable_or_enormous_ignore_file_is_passed_over(repository: Path) -> None:
    Path(".gitignore").write_text("*.md\n" * 300_000, "utf-8")
    Path("docs/.gitignore").mkdir()
    assert "docs/a.md" in we_say(".")
