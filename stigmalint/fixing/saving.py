"""Turn bytes into a file, whole or not at all: whoever looks sees the old file or the new one, never half of one.

The surprise: the bytes go into a neighbouring file first, which then takes the place of the old one. So a full disk, a
lost power supply or a killed process cost the new text only.
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from stigmalint.errors import Unsaved

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def save(file: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put ``data`` in ``file``. What stood there is replaced; its mode, owner and attributes are kept where the system lets us.

    With ``instead_of`` only a file that still holds these bytes is replaced. Raises ``Unsaved`` with a plain reason when
    that is not so, when the file is read-only, a link or has a second name, and when the system refuses; then nothing
    has changed.
    """
    try:
        old = _replaceable(file)
        _same(file, instead_of)
        part = file.with_name(f".stigmalint-{secrets.token_hex(6)}.part")
        try:
            _write(part, data, like=file if old else None)
            _same(file, instead_of)
            part.replace(file)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except OSError as error:
        raise Unsaved((error.strerror or type(error).__name__).lower()) from error
    _settle(file.parent)


def _replaceable(file: Path) -> bool:
    """Whether there is a file to replace. Raises ``Unsaved`` for one that must stay as it is."""
    try:
        status = file.lstat()
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(status.st_mode):
        raise Unsaved("it is a link; name the file that it leads to")
    if not stat.S_ISREG(status.st_mode):
        raise Unsaved("it is not a file")
    if status.st_nlink > 1:
        raise Unsaved("it has a second name on this disk (a hard link), under which the old text would stay; work on a copy")
    if not status.st_mode & 0o222 or not os.access(file, os.W_OK):
        raise Unsaved("it is read-only")
    return True


def _same(file: Path, instead_of: bytes | None) -> None:
    """Raise ``Unsaved`` unless the file holds what is to be replaced."""
    if instead_of is not None and file.read_bytes() != instead_of:
        raise Unsaved("it changed after it was read; run the command again")


def _write(part: Path, data: bytes, *, like: Path | None) -> None:
    """A new file that is safely on the disk, with the mode, owner and attributes of ``like``."""
    with os.fdopen(os.open(part, _NEW, 0o600 if like else 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        if like:
            _dress(part, like)
        os.fsync(stream.fileno())


def _dress(part: Path, like: Path) -> None:
    """Owner first: changing it may take away bits of the mode."""
    status = like.stat()
    if hasattr(os, "chown"):
        for owner in ((-1, status.st_gid), (status.st_uid, -1)):
            with suppress(PermissionError):  # only an administrator may give a file away
                os.chown(part, *owner)
    shutil.copystat(like, part)
    os.utime(part)


def _settle(folder: Path) -> None:
    """Have the disk remember the new name, where the system can be asked for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
