"""A cache folder of a test's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint import keeping
from stigmalint.matching.kept_rules import tokenizer_rules
from stigmalint.packs import load_vocabulary


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder, and the one to keep things in."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv(keeping.VARIABLE, str(folder))
    keeping.folder.cache_clear()
    yield folder
    keeping.folder.cache_clear()


@pytest.fixture
def compiled() -> list[Path]:
    """What the tests' own cache folder holds of the curated wordlists and of spaCy's rules."""
    tokenizer_rules()
    patterns = f"words-{load_vocabulary().digest}.*", "tokens-*", "seen-*"
    return [file for pattern in patterns for file in Path(shared).glob(pattern)] if (shared := keeping.folder()) else []


@pytest.fixture
def warm(compiled: list[Path], place: Path) -> Path:
    """The same folder as ``place`` with the wordlists compiled and the rules read, which takes seconds."""
    for file in compiled:
        shutil.copy(file, place)
    return place
