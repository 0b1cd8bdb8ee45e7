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


def hook(id: str = "stigmalint") -> dict[str, object]:
    (found,) = (hook for hook in load_manifest(MANIFEST) if hook["id"] == id)
    return found


def selects(path: str, id: str = "stigmalint") -> bool:
    return bool(re.search(str(hook(id)["files"]), path)) and not re.search(str(hook(id)["exclude"]), path)


def test_pre_commit_accepts_the_manifest() -> None:
    hooks = load_manifest(MANIFEST)
    assert {hook["id"]: hook["entry"] for hook in hooks} == {
        "stigmalint": "stigmalint check --force-exclude",
        "stigmalint-fix": "stigmalint fix --force-exclude",
    }
    assert all(hook["require_serial"] for hook in hooks)


@pytest.mark.parametrize("path", ["Draft one.md", "a/B.MARKDOWN", "x.mdx", "minutes.TXT", "page.html", "rules.rst", "paper.tex"])
def test_text_files_are_fixed(path: str) -> None:
    assert selects(path, "stigmalint-fix")


@pytest.mark.parametrize(
    "path", ["policy.docx", "policy.DOCM", "a.pdf", "a.odt", "mail.eml", "notes.ipynb", "setup.py", "md", "a.txt.gz"]
)
def test_nothing_else_is_ever_changed_by_a_hook(path: str) -> None:
    assert not selects(path, "stigmalint-fix")


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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where pre-commit keeps its environments, one for all tests, as variables for a process."""
    return {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")), "PRE_COMMIT_COLOR": "never"}


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


def git(where: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = os.environ | {
        f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    ended = subprocess.run(
        [program("git"), *arguments], cwd=where, env=given | environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0 or arguments[0] == "commit", ended.stderr
    return ended


def try_hook(repository: Path, home: dict[str, str], *which: str, id: str = "stigmalint") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), id, "--verbose", *which],
        cwd=repository, env=os.environ | home, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_word_file_with_findings_stops_the_commit_and_a_clean_page_does_not(repository: Path, home: dict[str, str]) -> None:
    (repository / "~$est Agreement.DOCX").write_bytes(b"lock")
    (repository / "stigmalint.toml").write_text('exclude = ["archive/"]\n', "utf-8")
    (repository / "archive").mkdir()
    (repository / "archive" / "old.md").write_text("The junkies left.\n", "utf-8")
    git(repository, "add", ".")
    both = try_hook(repository, home, "--all-files")
    assert both.returncode == 1, both.stdout + both.stderr
    assert "exit code: 1" in both.stdout
    assert "addicts" in both.stdout
    assert "Guest Agreement.DOCX" in both.stdout
    assert "junkies" not in both.stdout
    assert "~$" not in both.stdout

    clean = try_hook(repository, home, "--files", "welcome.md")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout


@pytest.mark.slow
def test_text_is_fixed_by_the_other_hook_and_word_files_are_not(repository: Path, home: dict[str, str]) -> None:
    word = (repository / "Guest Agreement.DOCX").read_bytes()
    (repository / "visits.md").write_text("The addicts may visit.\n", "utf-8")
    git(repository, "add", ".")
    ended = try_hook(repository, home, "--all-files", id="stigmalint-fix")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "files were modified by this hook" in ended.stdout
    assert "addicts" not in (repository / "visits.md").read_text("utf-8")
    assert (repository / "Guest Agreement.DOCX").read_bytes() == word


@pytest.mark.slow
def test_a_commit_is_stopped_and_passes_once_the_words_are_changed(repository: Path, home: dict[str, str]) -> None:
    """With what ``stigmalint init`` writes, and 300 files beside the one with a finding."""
    subprocess.run(
        [sys.executable, "-m", "stigmalint", "init", "--pre-commit", "--yes", "--package", ROOT.as_posix()],
        cwd=repository, check=True, capture_output=True,
    )  # fmt: skip
    (repository / "Guest Agreement.DOCX").unlink()
    for number in range(300):
        (repository / f"page {number}.md").write_text(CLEAN, "utf-8")
    draft = repository / "The draft.MD"
    draft.write_text("The addicts may visit.\n", "utf-8")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=repository, check=True, capture_output=True)
    git(repository, "add", ".")

    stopped = git(repository, "commit", "-m", "A draft", **home)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "The draft.MD" in stopped.stderr
    assert "Checked 302 documents: 1 wording to change." in stopped.stderr

    draft.write_text("The guests may visit.\n", "utf-8")
    git(repository, "add", ".")
    passed = git(repository, "commit", "-m", "A draft", **home)
    assert passed.returncode == 0, passed.stdout + passed.stderr
