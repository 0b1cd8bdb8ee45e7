"""An empty folder to work in and a command line in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.packs import wordlists_place
from stigmalint.packs.store import stored_anchors
from tests.cli.shell import CLEAN, Shell, run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and the current one."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture
def shell(here: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """``shell("check", "a.md")`` runs ``stigmalint check a.md`` in the empty folder."""
    return Shell(capsys)


@pytest.fixture
def page(here: Path) -> Path:
    """A clean page, and compiled wordlists: other tests compile so many of their own that those may be gone."""
    page = here / "page.md"
    page.write_text(CLEAN, "utf-8")
    if stored_anchors(wordlists_place()) is None:
        run("check", "page.md", cwd=here)
    return page
