"""Turn a file that was found into its bytes, or say plainly why it cannot be read.

The surprise: a name proves nothing. What a name stands for may change between finding and opening it, so the open file
itself is asked whether it is a file, how large it is, and afterwards whether it stayed the same.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from stigmalint.config import BESIDE
from stigmalint.errors import Unreadable
from stigmalint.limits import DEFAULT_LIMITS, MEBIBYTE

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.EISDIR: "it is a folder, not a file",
    errno.ELOOP: "it is a link that leads to no file",
    errno.ENXIO: "it is a socket, not a file; save what it holds to a file, or pass it through “-”",
    errno.ENAMETOOLONG: "its name is longer than this system allows",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Something to check. ``path`` is the name shown to people, with forward slashes.

    Its bytes are in ``file``, or already at hand in ``data`` (standard input).
    """

    path: str
    file: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    follow: bool = True
    """Whether ``file`` may be a link: yes when a person named it, no when it was found in a folder."""

    def read(self, most: int = DEFAULT_LIMITS.file_bytes) -> bytes:
        """The bytes, at most ``most``. Raises ``Unreadable``: missing, no permission, not a file, too large, or changing."""
        if self.data is not None or self.file is None:
            return _within_limit(self.data or b"", most)
        with _reasons(), _opened(self.file, follow=self.follow) as handle:
            before = os.fstat(handle)
            if before.st_size > most:
                raise Unreadable(_too_large(before.st_size, most))
            data = _within_limit(_all_of(handle, before.st_size), most)
            after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
            raise Unreadable("it changed while it was read; check it again once it is saved")
        return data

    def beside(self) -> bytes | None:
        """What the file of directives beside it holds, ``None`` where there is none. Raises ``Unreadable``."""
        file = self.file and self.file.with_name(self.file.name + BESIDE)
        if not (file and file.exists()):
            return None
        try:
            return Source(self.path + BESIDE, file, follow=self.follow).read(MEBIBYTE)
        except Unreadable as error:
            raise Unreadable(f"it was not checked, because {file.name} beside it cannot be obeyed: {error}") from error


@contextmanager
def _opened(file: Path, *, follow: bool) -> Iterator[int]:
    """An open handle on a regular file. A pipe or a device is told apart before it could block or act."""
    _must_be_file(file.stat(follow_symlinks=follow).st_mode)
    handle = os.open(file, _FLAGS if follow else _FLAGS | _NO_LINK)
    try:
        _must_be_file(os.fstat(handle).st_mode)
        yield handle
    finally:
        os.close(handle)


def _must_be_file(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Unreadable(_REASONS[errno.EISDIR])
    if stat.S_ISLNK(mode):
        raise Unreadable("it is a link; name it on the command line to have what it leads to checked")
    if not stat.S_ISREG(mode):
        raise Unreadable("it is a device, a pipe or a socket, not a file; save what it holds to a file, or pass it through “-”")


@contextmanager
def _reasons() -> Iterator[None]:
    """Say what the system says, in plain words."""
    try:
        yield
    except OSError as error:
        said = (error.strerror or type(error).__name__).lower()
        raise Unreadable(_REASONS.get(error.errno or 0, f"the system could not read it ({said})")) from error


def _all_of(handle: int, size: int) -> bytes:
    """What the file holds, at most one byte beyond its size: room for more would have to be made first."""
    with os.fdopen(handle, "rb", closefd=False) as stream:
        return stream.read(size + 1)


def _within_limit(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise Unreadable(_too_large(len(data), most))
    return data


def _too_large(size: int, most: int) -> str:
    return f"it is larger ({size / 2**20:.0f} MB) than the {most // 2**20} MB that are read; check it in parts"
