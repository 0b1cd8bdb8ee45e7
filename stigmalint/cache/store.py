"""Turn rows of numbers into a file of the cache folder that many runs can use at once, and back.

The surprise: nothing here ever fails. A file that is busy, damaged or cannot be there has nothing to tell. Each row is sealed
with a hash, so that a flipped bit is a row not found and never another finding.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from typing import TypeVar

from stigmalint.hashing import blake2b
from stigmalint.keeping import folder

Result = TypeVar("Result")

FILE = "judged.sqlite"
_PATIENCE = 1.0
"""Seconds to wait for another run that is writing."""
_MOST_PAGES = 16_384
"""How large the file may be, in pages of 4 KB: 64 MB."""
_HEALTHY = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
     sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT}
)  # fmt: skip
"""What may happen to a file that is whole."""
_TABLE = "CREATE TABLE IF NOT EXISTS judged (number INTEGER PRIMARY KEY, key BLOB UNIQUE, numbers BLOB, seal BLOB)"
_OLDER_HALF = "DELETE FROM judged WHERE number <= (SELECT number FROM judged ORDER BY number LIMIT 1 OFFSET ?)"


def recall(key: bytes) -> Sequence[int] | None:
    """The numbers kept under a key, or ``None``."""
    row = _with_file(lambda base: base.execute("SELECT numbers, seal FROM judged WHERE key = ?", (key,)).fetchone(), make=False)
    if not row or not isinstance(row[0], bytes) or row[1] != _seal(key, row[0]):
        return None
    return [int(number) for number in row[0].split()]


def remember(key: bytes, numbers: Iterable[int]) -> None:
    """Keep numbers under a key. The oldest make room when there is none."""
    text = " ".join(map(str, map(int, numbers))).encode()
    _with_file(lambda base: _put(base, (key, text, _seal(key, text))), make=True)


def _put(base: sqlite3.Connection, row: tuple[bytes, bytes, bytes]) -> None:
    base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
    base.execute(f"PRAGMA max_page_count = {_MOST_PAGES}")
    try:
        base.execute(_TABLE)
        base.execute("INSERT OR REPLACE INTO judged (key, numbers, seal) VALUES (?, ?, ?)", row)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        (rows,) = base.execute("SELECT count(*) FROM judged").fetchone()
        base.execute(_OLDER_HALF, (rows // 2,))  # the next document finds room


def _seal(key: bytes, text: bytes) -> bytes:
    return blake2b(key + text, digest_size=16).digest()


def _with_file(work: Callable[[sqlite3.Connection], Result], *, make: bool) -> Result | None:
    """What ``work`` gives, or ``None`` where the file cannot be used; a damaged one is removed.

    It is opened for each piece of work: a connection must not be taken along into another process.
    """
    place = folder()
    path = f"{place}/{FILE}"
    if not place or not (make or os.path.exists(path)):  # noqa: PTH110  as in ``keeping``
        return None
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # sqlite would let others read it
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as base:
            return work(base)
    except OSError:
        return None
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _HEALTHY:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108
        return None
