"""The pre-commit hook receives documents, only documents, and stops a commit that needs a second look."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

from stigmalint import readers
from tests.tools import ROOT, program

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
CLEAN = "# Guest agreement\n\nEveryone may ask for a bed, and nobody is turned away for drinking.\n"


def hook() -> dict[str, object]:
    (only,) = load_manifest(MANIFEST)
    return only


def selects(path: str) -> bool:
    return bool(re.search(str(hook()["files"]), path)) and not re.search(str(hook()["exclude"]), path)


def test_pre_commit_accepts_the_manifest() -> None:
    assert (hook()["id"], hook()["entry"], hook()["require_serial"]) == ("stigmalint", "stigmalint check", True)


@pytest.mark.parametrize(
    "path", ["policy.docx", "drafts/Guest Agreement.DOCX", "a/b.Pdf", "README.md", "x.markdown", "minutes.txt"]
)
def test_documents_are_selected(path: str) -> None:
    assert selects(path)


@pytest.mark.parametrize(
    "path", ["~$policy.docx", "drafts/~$policy.DOCX", "docx", "policy.docx.bak", "setup.py", "notes.md5", "a.txt.gz"]
)
def test_other_files_are_not(path: str) -> None:
    assert not selects(path)


def test_it_selects_what_the_readers_read() -> None:
    assert all(selects(f"policy{suffix}") for suffix in readers.suffixes())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A throw-away repository with a Word file that has findings and a Markdown file that has none."""
    there = tmp_path / "policies"
    there.mkdir()
    shutil.copy(ROOT / "examples" / "shelter-guest-agreement.docx", there / "Guest Agreement.DOCX")
    (there / "welcome.md").write_text(CLEAN, encoding="utf-8")
    git(there, "init", "-q")
    git(there, "add", ".")
    return there


def git(where: Path, *arguments: str) -> None:
    subprocess.run([program("git"), *arguments], cwd=where, check=True, capture_output=True)


def try_hook(repository: Path, *which: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PRE_COMMIT_HOME": str(repository.parent / "cache"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "stigmalint", "--verbose", *which],
        cwd=repository, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_word_file_with_findings_stops_the_commit_and_a_clean_page_does_not(repository: Path) -> None:
    both = try_hook(repository, "--all-files")
    assert both.returncode == 1, both.stdout + both.stderr
    assert "exit code: 1" in both.stdout
    assert "addicts" in both.stdout
    assert "Guest Agreement.DOCX" in both.stdout

    clean = try_hook(repository, "--files", "welcome.md")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout
