"""Turn the paths a person names into sources to check, in an order that never changes.

The surprise: a file that is named is always checked, even when ``.gitignore`` lists it; only folders are searched
politely.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stigmalint.config import Config
from stigmalint.discover.excluded import Excluded, excluded
from stigmalint.discover.names import is_lock, shown
from stigmalint.discover.source import Source
from stigmalint.errors import nearest
from stigmalint.findings import Skipped
from stigmalint.readers import suffixes

if TYPE_CHECKING:
    from stigmalint.discover.folder import Search

__all__ = ["Source", "discover"]


def discover(paths: Sequence[str], config: Config, passed_over: Counter[str] | None = None) -> Iterator[Source | Skipped]:
    """What ``paths`` (files and folders) stand for: each file once, folders in the order of names.

    What cannot be checked comes as ``Skipped``. When nothing at all is found, the folders themselves do: a run that
    looked at nothing must not look like a clean one. What ``force_exclude`` leaves out is not looked for at all.
    ``passed_over`` counts, by suffix, what folders hold beside: documents that no reader reads, and marked-up copies.
    """
    counts = Counter[str]() if passed_over is None else passed_over
    left_out = excluded(config)

    @cache
    def search() -> Search:  # only a folder asks what formats there are, and whether it is in a repository
        from stigmalint.discover.folder import Search  # noqa: PLC0415

        return Search(frozenset(suffixes()), config.gitignore, left_out, config.limits.depth, counts)

    seen = set[str]()
    kept = [path for path in paths if not (config.force_exclude and _is_excluded(path, left_out))]
    for path in kept:
        for found in _named(path, search):
            key = os.path.realpath(found.file) if isinstance(found, Source) and found.file else found.path
            if key not in seen:
                seen.add(key)
                yield found
    if not seen:
        yield from (Skipped(shown(path), _nothing_here(search())) for path in dict.fromkeys(kept))


def _is_excluded(path: str, left_out: Excluded) -> bool:
    return left_out.leaves_out(Path(os.path.realpath(path)), is_folder=_kind(path) is _Kind.FOLDER)


def _named(path: str, search: Callable[[], Search]) -> Iterator[Source | Skipped]:
    """What one path on the command line stands for; nothing for a lock file of Word.

    A file of a format that nobody reads is a source all the same: the readers know best what to say of it.
    """
    file, kind = Path(path), _kind(path)
    if kind is _Kind.FOLDER:
        yield from search().documents(file)
    elif kind is _Kind.MISSING:
        yield Skipped(shown(path), f"there is no file or folder of this name{_sibling(file)}")
    elif not is_lock(file.name):
        yield Source(shown(path), file)


class _Kind(Enum):
    FILE, FOLDER, MISSING = range(3)


def _kind(path: str) -> _Kind:
    """What a path stands for; what may not be looked at counts as a file, since reading it will say why."""
    try:
        return _Kind.FOLDER if stat.S_ISDIR(Path(path).stat().st_mode) else _Kind.FILE
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return _Kind.MISSING
    except OSError:
        return _Kind.FILE


def _sibling(missing: Path) -> str:
    """A name in the same folder that may have been meant, as the tail of a message."""
    try:
        return nearest(missing.name, sorted(entry.name for entry in missing.parent.iterdir()))
    except OSError:
        return ""


def _nothing_here(search: Search) -> str:
    *most, last = sorted(search.known)
    found = f"it holds no document to check (no {', '.join(most)} or {last} file"
    by_settings = "the setting exclude" if search.excluded.patterns else ""
    by_git = ".gitignore" if search.gitignore else ""
    who = " or ".join(filter(None, [by_settings, by_git]))
    if not who:
        return f"{found})"
    flag = ", or use --no-gitignore," if by_git else ""
    return f"{found} that {who} does not leave out); name such a file{flag} to have it checked"
