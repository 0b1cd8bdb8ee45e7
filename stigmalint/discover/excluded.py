"""Turn the patterns of the setting ``exclude`` into one answer for each path.

The surprise: patterns speak of the folder that holds the settings file, wherever the command is run.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stigmalint.config import Config

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns as in ``.gitignore``, and the folder (absolute) that they speak of."""

    root: Path = Path()
    patterns: tuple[str, ...] = ()

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a file or folder (absolute) is to be left out; of one outside the root only the name counts."""
        inside = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        return bool(self.patterns) and inside != "." and _spec(self.patterns).match_file(inside + "/" * is_folder)


def excluded(config: Config) -> Excluded:
    """What the settings exclude."""
    return Excluded(Path(os.path.realpath(config.root or Path.cwd())), config.exclude)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  most runs exclude nothing

    return GitIgnoreSpec.from_lines(patterns)
