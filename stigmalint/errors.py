"""Turn every expected failure into one sentence for a person, with the remedy in it."""

from __future__ import annotations

from collections.abc import Iterable


class StigmalintError(Exception):
    """Anything the user can put right. ``str(error)`` is the whole message: one sentence with the remedy."""


class Unreadable(StigmalintError):
    """A file that a reader cannot turn into a document; the message is the plain reason shown beside its name."""


class Refused(StigmalintError):
    """A file that must not be changed or marked; the message is the plain reason shown beside its name."""


class Unsaved(StigmalintError):
    """A file that was not written and stays as it was; the message is the plain reason shown beside its name."""


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


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean “…”?`` for the tail of a message, or nothing when no known name is close."""
    from difflib import get_close_matches  # noqa: PLC0415  only a message needs it

    found = get_close_matches(word, list(known), n=1)
    return f"; did you mean “{found[0]}”?" if found else ""


def as_sentence(message: str) -> str:
    """The message with a full stop, unless it ends in a mark of its own."""
    return message if message.endswith((".", "?", "!")) else f"{message}."
