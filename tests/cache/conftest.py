"""A cache folder of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint import keeping


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder, and the one to keep things in."""
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv(keeping.VARIABLE, str(folder))
    keeping.folder.cache_clear()
    yield folder
    keeping.folder.cache_clear()
