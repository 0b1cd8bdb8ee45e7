"""Turn what can always be made anew into files in the person's cache folder, and back.

The surprise: nothing here ever fails. A folder that cannot be written, or that somebody else could write, is as good as none.
Paths are plain text here and in all that a clean run needs, because loading ``pathlib`` takes as long as reading the wordlists.
"""

from __future__ import annotations

import os
import stat
import sys
from functools import cache

VARIABLE = "STIGMALINT_CACHE"


@cache
def folder() -> str | None:
    """The folder, made for this person alone, or ``None`` where there can be none."""
    path = _chosen()
    try:
        os.makedirs(path, 0o700, exist_ok=True)  # noqa: PTH103  see above
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    if os.name == "posix" and (found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o022):
        return None
    return path


def _chosen() -> str:
    """Where the system keeps caches, unless the person says otherwise."""
    if named := os.environ.get(VARIABLE):
        return named
    home = os.path.expanduser("~")  # noqa: PTH111
    if sys.platform == "win32":
        return f"{os.environ.get('LOCALAPPDATA') or home}/stigmalint/Cache"
    if sys.platform == "darwin":
        return f"{home}/Library/Caches/stigmalint"
    return f"{os.environ.get('XDG_CACHE_HOME') or f'{home}/.cache'}/stigmalint"


def text_in(place: str | None, name: str) -> str | None:
    """The text of a file in a folder, or ``None`` when there is none, or no such folder."""
    try:
        with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123
            return file.read().decode() if place else None  # all at once, which is quicker than as text
    except (OSError, UnicodeDecodeError):
        return None


def kept(name: str) -> str | None:
    """The text kept under a name, or ``None``."""
    return text_in(folder(), name)


def keep(name: str, text: str) -> None:
    """Keep a text under a name, whole or not at all, readable by this person alone."""
    from contextlib import suppress  # noqa: PLC0415  seldom needed
    from pathlib import Path  # noqa: PLC0415

    if not (place := folder()):
        return
    part = Path(place, f"{name}.{os.getpid()}.part")
    with suppress(OSError):
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            part.replace(part.with_name(name))
        finally:
            part.unlink(missing_ok=True)


def keep_newest(pattern: str, most: int) -> None:
    """Remove of what fits a pattern all but the ``most`` written last."""
    from contextlib import suppress  # noqa: PLC0415  as above
    from pathlib import Path  # noqa: PLC0415

    place = folder()
    with suppress(OSError):  # another program may be clearing up, too
        files = sorted(Path(place).glob(pattern) if place else (), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[most:]:
            file.unlink(missing_ok=True)
