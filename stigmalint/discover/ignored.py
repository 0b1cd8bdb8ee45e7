"""Turn ``.gitignore`` files into one answer for each path met while a folder is searched.

The surprise: only what travels with the repository is read. A person's own ``core.excludesFile`` is not, because the
same folder must give the same findings on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns that hold in a folder: (folder they stand in, patterns), the outermost first."""

    rules: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    def inside(self, folder: Path) -> Ignored:
        """The patterns that hold in ``folder``, one level further down."""
        spec = _read(folder / ".gitignore")
        return replace(self, rules=(*self.rules, (folder, spec))) if spec else self

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether git would leave ``path`` alone; the nearest file that has a word on it decides."""
        for folder, spec in reversed(self.rules):
            verdict = spec.check_file(path.relative_to(folder).as_posix() + "/" * is_folder).include
            if verdict is not None:
                return verdict
        return False


def above(folder: Path) -> Ignored:
    """What the repository round ``folder`` (absolute) says of it; nothing when the folder was itself left out.

    Whoever names a folder wants it searched, so a folder that is itself ignored starts afresh.
    """
    *outer, repository = [*_up_to_repository(folder)] or [folder]
    if repository == folder:
        return Ignored(_excluded(repository))
    found = Ignored(_excluded(repository)).inside(repository)
    for each in [*reversed(outer)]:
        if found.leaves_out(each, is_folder=True):
            return Ignored()
        if each != folder:
            found = found.inside(each)
    return found


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """The folder and those above it up to the root of the repository; nothing outside a repository."""
    parents = [folder, *folder.parents]
    root = next((at for at, each in enumerate(parents) if (each / ".git").exists()), -1)
    yield from parents[: root + 1]


def _excluded(repository: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    """The patterns of ``.git/info/exclude``."""
    spec = _read(repository / ".git" / "info" / "exclude")
    return ((repository, spec),) if spec else ()


def _read(file: Path) -> GitIgnoreSpec | None:
    """The patterns in a file, or ``None`` when there is no such file or it cannot be read."""
    try:
        if not file.is_file() or file.is_symlink() or file.stat().st_size > _LARGEST:
            return None
        text = file.read_text("utf-8-sig", "surrogateescape")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only such a file needs it

    return GitIgnoreSpec.from_lines(filter(_is_pattern, (line.rstrip("\r") for line in text.split("\n"))))


def _is_pattern(line: str) -> bool:
    """Whether a line means anything; git passes over one that does not, and so must the lines round it stay in force."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  as above

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
