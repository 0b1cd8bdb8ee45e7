"""Turn a folder into the documents in it, in the order of their names.

The surprise: links are followed only to files within the folder that were not found anyway, so nothing outside is
read, nothing is read twice, and no circle of links can hold the search.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stigmalint.discover.excluded import Excluded
from stigmalint.discover.ignored import Ignored, above
from stigmalint.discover.names import COPY, is_copy, is_lock, shown
from stigmalint.discover.source import Source
from stigmalint.findings import Skipped
from stigmalint.limits import DEFAULT_LIMITS
from stigmalint.readers.kinds import ADVICE

LEFT_OUT = frozenset(
    {".git", ".hg", ".svn", "node_modules", "venv", ".venv", "__pycache__", "site-packages"}
    | {".tox", ".nox", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"}
)
"""Folders that hold nobody's own writing. ``build`` and ``dist`` are not among them: they may well be somebody's."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for in a folder: files with a ``known`` suffix that are not excluded.

    With ``gitignore`` set, what ``.gitignore`` lists is left out too.
    """

    known: frozenset[str]
    gitignore: bool
    excluded: Excluded = field(default_factory=Excluded)
    deepest: int = DEFAULT_LIMITS.depth
    passed_over: Counter[str] = field(default_factory=Counter)
    """How many documents there are, by suffix, that no reader reads or that are marked-up copies."""

    def documents(self, folder: Path) -> Iterator[Source | Skipped]:
        """Each document in ``folder`` once; a folder that cannot be looked into as ``Skipped``."""
        root = folder.resolve()
        found = list(self._below(root, above(root) if self.gitignore else Ignored(), self.deepest))
        real = {entry for entry in found if isinstance(entry, Path) and not entry.is_symlink()}
        for entry in found:
            if isinstance(entry, Skipped):
                yield Skipped(shown(folder / Path(entry.path).relative_to(root)), entry.reason)
            elif (target := _within(root, entry)) and (target == entry or target not in real):
                real.add(target)
                yield Source(shown(folder / entry.relative_to(root)), target, follow=False)

    def _below(self, folder: Path, ignored: Ignored, depth: int) -> Iterator[Path | Skipped]:
        """Files and links with a known suffix, and folders that could not be searched."""
        if self.gitignore:
            ignored = ignored.inside(folder)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(str(folder), f"this folder cannot be searched ({(error.strerror or 'unknown reason').lower()})")
            return
        for entry in entries:
            path, is_folder = folder / entry.name, entry.is_dir(follow_symlinks=False)
            if not self._wanted(path, is_folder=is_folder) or self._left_out(path, ignored, is_folder=is_folder):
                continue
            suffix = (COPY if is_copy(path.name) else "") + path.suffix.lower()
            if not is_folder and suffix not in self.known:
                self.passed_over[suffix] += 1
                continue
            if not is_folder:
                yield path
            elif depth:
                yield from self._below(path, ignored, depth - 1)
            else:
                reason = f"folders more than {self.deepest} deep are not searched; name this one to have it checked"
                yield Skipped(str(path), reason)

    def _left_out(self, path: Path, ignored: Ignored, *, is_folder: bool) -> bool:
        return self.excluded.leaves_out(path, is_folder=is_folder) or ignored.leaves_out(path, is_folder=is_folder)

    def _wanted(self, path: Path, *, is_folder: bool) -> bool:
        """Whether to look at ``path`` at all, before any ``.gitignore`` is asked."""
        if is_folder:
            return path.name not in LEFT_OUT and not (path / "pyvenv.cfg").exists()
        suffix = path.suffix.lower()
        return (suffix in self.known or suffix in ADVICE) and not is_lock(path.name)


def _within(root: Path, file: Path) -> Path | None:
    """What ``file`` leads to: itself, or for a link a file inside ``root``; ``None`` for any other link."""
    if not file.is_symlink():
        return file
    target = Path(os.path.realpath(file))
    return target if target.is_relative_to(root) and target.is_file() else None
