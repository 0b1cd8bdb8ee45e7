"""Turn paths into the names that people and programs see, and know the names that are nobody's document."""

from __future__ import annotations

from pathlib import Path, PurePath

COPY = ".reviewed"
"""What stands before the suffix of a marked-up copy. In a folder it would be its draft a second time."""


def shown(path: str | Path) -> str:
    """A path as people and JSON see it: as it was given, with forward slashes and without ``./``."""
    return Path(path).as_posix()


def is_lock(name: str) -> bool:
    """Whether a file is the lock that Word keeps beside an open document; it holds a user's name and no text."""
    return name.startswith("~$")


def is_copy(name: str) -> bool:
    """Whether a file is called as the copies are that ``stigmalint review`` makes: ``draft.reviewed.docx``."""
    return PurePath(name).stem.endswith(COPY)
