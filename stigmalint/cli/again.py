"""Turn paths of text files that were checked before into the report of then, where nothing that it depends on has changed.

The surprise: nobody looks into the documents. As long as all that counts has the hash of then, what was said of them holds; the
words of the report are put together again from where they stand.
"""

from __future__ import annotations

import os
from mmap import ACCESS_READ, mmap

from stigmalint.cache.program import program
from stigmalint.cache.told import recall, remember
from stigmalint.cli.quick import is_plain_output, settings_in, text_of
from stigmalint.hashing import blake2b
from stigmalint.packs import wordlists_place
from stigmalint.packs.store import PACKAGE, records_file

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stigmalint.cache.told import Known

_BY_THEMSELVES = {"fail-on", "select", "ignore", "severity", "guides", "identity-first", "hidden-text", "allow"}
"""The settings that name no other file and mean the same wherever their file is."""
_SPEAKERS = ("context/guards", "context/quotation", "reporters/layout", "reporters/places", "reporters/saying", "reporters/text")
"""The modules whose words a report has besides those of the documents and the wordlists."""
_MOST, _LARGEST = 1_000, 8 * 1024 * 1024
"""Files, and characters in them all."""
_WHOLE = (0, 1)
"""The exit statuses of a run that has read everything; what could not be read is tried again."""


class Question:
    """What ``check PATH…`` asks, with a hash of all that the answer depends on as its ``key``. Raises ``OSError``."""

    def __init__(self, paths: Sequence[str], texts: Sequence[str], settings: Mapping[str, object]) -> None:
        self._texts, self._saved = [*texts, "\n".join(paths)], [os.stat(path).st_mtime_ns for path in paths]  # noqa: PTH116
        depends = (program(), os.getcwd(), os.environ.get("COLUMNS"), settings, *self._texts)  # noqa: PTH109  ``pathlib`` is slow to load
        self.key = blake2b(repr(depends).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def is_still(self, other: Question | None) -> bool:
        """Whether nothing has changed from one to the other, not even for a moment."""
        return other is not None and (self.key, self._saved) == (other.key, other._saved)

    def known(self) -> Known:
        """The texts in which the words of the answer stand; none where one of them is missing."""
        try:
            files = (*(f"{PACKAGE}/{name}.py" for name in _SPEAKERS), records_file(wordlists_place()))
            return [*(text.encode("utf-8", "surrogatepass") for text in self._texts), *map(_mapped, files)]
        except (OSError, ValueError):
            return ()


def question(paths: Sequence[str]) -> Question | None:
    """What is asked; ``None`` where the answer depends on more than small text files, simple settings and the program."""
    if len(paths) > _MOST or not is_plain_output():
        return None
    try:
        settings = settings_in(os.getcwd())  # noqa: PTH109
        texts = _texts_of(paths)
        return Question(paths, texts, settings) if texts and program() and settings.keys() <= _BY_THEMSELVES else None
    except (OSError, ValueError):
        return None


def _texts_of(paths: Sequence[str]) -> Sequence[str]:
    """The texts of all files; none where one is no plain text, or all together are too large."""
    texts: list[str] = []
    seen, size = set[tuple[int, int]](), 0
    for path in paths:
        texts.append(text_of(path, seen))
        size += len(texts[-1])
        if not texts[-1] or size > _LARGEST:
            return ()
    return texts


def said_before(paths: Sequence[str]) -> tuple[int, str] | None:
    """The exit status and the report, if they are known."""
    asked = question(paths)
    return recall(asked.key, asked.known) if asked else None


def note(asked: Question, status: int, report: str) -> None:
    """Keep what was answered, for the next time that this is asked."""
    if status in _WHOLE:
        remember(asked.key, status, report, asked.known())


def _mapped(file: str) -> mmap:
    """A file, of which only those parts are read that are asked for."""
    with open(file, "rb") as opened:  # noqa: PTH123
        return mmap(opened.fileno(), 0, access=ACCESS_READ)
