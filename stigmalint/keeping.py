"""Turn what can always be made anew into files in the person's cache folder, and back.

The surprise: nothing here ever fails. A folder that cannot be written, or that somebody else could write, is as good as none.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

VARIABLE = "STIGMALINT_CACHE"
_OLD = 30 * 24 * 60 * 60


@cache
def folder() -> Path | None:
    """The folder, made for this person alone, or ``None`` where there can be none."""
    path = _chosen()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.stat()
    except (OSError, RuntimeError):
        return None
    if os.name == "posix" and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o022):
        return None
    return path


def _chosen() -> Path:
    """Where the system keeps caches, unless the person says otherwise."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "stigmalint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "stigmalint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "stigmalint"


def kept(name: str) -> str | None:
    """The text kept under a name, or ``None``."""
    path = folder()
    try:
        return (path / name).read_text("utf-8") if path else None
    except (OSError, UnicodeDecodeError):
        return None


def keep(name: str, text: str) -> None:
    """Keep a text under a name, whole or not at all, readable by this person alone."""
    path = folder()
    if not path:
        return
    part = path / f"{name}.{os.getpid()}.part"
    with suppress(OSError):
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            part.replace(path / name)
        finally:
            part.unlink(missing_ok=True)


def drop_old(pattern: str) -> None:
    """Remove what fits a pattern and was written more than thirty days ago."""
    path = folder()
    for file in path.glob(pattern) if path else ():
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _OLD:
                file.unlink()
