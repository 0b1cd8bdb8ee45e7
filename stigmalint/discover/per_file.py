"""Turn the setting ``per-file-ignores`` into the names that are not reported in one file."""

from __future__ import annotations

import os
from pathlib import Path

from stigmalint.config import Config
from stigmalint.discover.excluded import Excluded


def names_ignored_in(path: str, config: Config) -> frozenset[str]:
    """The names of terms, packs, kinds and severities that are not reported in the file at ``path``."""
    root, file = Path(os.path.realpath(config.root or Path.cwd())), Path(os.path.realpath(path))
    fitting = (names for pattern, names in config.per_file_ignores if _fits(pattern, root, file))
    return frozenset(name for names in fitting for name in names)


def _fits(pattern: str, root: Path, file: Path) -> bool:
    return Excluded(root, (pattern,)).leaves_out(file, is_folder=False)
