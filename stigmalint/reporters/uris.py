"""Turn a path into a URI reference, as programs that do not take paths want it."""

from __future__ import annotations

import re
from urllib.parse import quote

_DRIVE = re.compile("[A-Za-z]:/")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs that stand for no byte of a file name."""


def uri_of(path: str) -> str:
    """A relative path percent-encoded (``Draft%20one.docx``), an absolute one with ``file://`` before it."""
    drive, path = (path[:2], path[2:]) if _DRIVE.match(path) else ("", path)
    encoded = quote(_NO_BYTE.sub("\ufffd", path), safe="/", errors="surrogateescape")
    if drive:
        return f"file:///{drive}{encoded}"
    return f"file://{encoded}" if path.startswith("/") else encoded


def is_relative(path: str) -> bool:
    """Whether a path begins where the reader of the report is."""
    return not (path.startswith("/") or _DRIVE.match(path))
