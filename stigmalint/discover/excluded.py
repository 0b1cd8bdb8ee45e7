"""Turn the patterns of the setting ``exclude`` into one answer for each path.

The surprise: patterns speak of the folder that holds the settings file, wherever the command is run.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from stigmalint.config import Config


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns as in ``.gitignore``, and the folder (absolute) that they speak of."""

    root: Path = Path()
    spec: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec([]))

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a file or folder (absolute) is to be left out; of one outside the root only the name counts."""
        inside = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
        return inside != "." and self.spec.match_file(inside + "/" * is_folder)


def excluded(config: Config) -> Excluded:
    """What the settings exclude."""
    return Excluded(Path(os.path.realpath(config.root or Path.cwd())), GitIgnoreSpec.from_lines(config.exclude))
