"""Turn every expected failure into one sentence for a person, with the remedy in it."""

from __future__ import annotations


class StigmalintError(Exception):
    """Anything the user can put right. ``str(error)`` is the whole message: one sentence with the remedy."""


class Unreadable(StigmalintError):
    """A file that a reader cannot turn into a document; the message is the plain reason shown beside its name."""


class UsageError(StigmalintError):
    """A command, option or setting that does not fit; ends with exit status 2."""


class PackError(StigmalintError):
    """A wordlist that does not load.

    ``file`` and ``line`` (from 1) say where, ``term`` and ``field`` what, and ``problem`` why with its remedy.
    """

    def __init__(self, problem: str, *, file: str, line: int | None = None, term: str = "", field: str = "") -> None:
        self.problem, self.file, self.line, self.term, self.field = problem, file, line, term, field
        where = f"{file}:{line}" if line else file
        what = ", ".join(part for part in (f"term “{term}”" if term else "", f"field “{field}”" if field else "") if part)
        super().__init__(f"{where}: {what}: {problem}" if what else f"{where}: {problem}")
