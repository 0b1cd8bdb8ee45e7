"""Turn the text of a report into numbers, and back with the help of texts that are there both times.

The surprise: no word is among them. Numbers say where a word stands: in the documents, the wordlists or the program. Only spaces,
signs, and numbers that stand nowhere, such as those of lines, are written by themselves. A report with any other word that
stands nowhere is not kept at all.
"""

from __future__ import annotations

import re

from stigmalint.hashing import blake2b
from stigmalint.keeping import keep, keep_newest, kept

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from mmap import mmap

    Known = Sequence[bytes | mmap]
    """Texts in UTF-8."""

_PIECE = re.compile(r"\w+|\W")
"""A word or a number, or one other character."""
_LONGEST = 100_000
"""Characters of a report that is kept: some hundred findings."""
_MOST = 100
"""Reports that are kept."""


def recall(key: str, known: Callable[[], Known]) -> tuple[int, str] | None:
    """The exit status and the report kept under a key, or ``None``; ``known`` gives the texts its words were found in."""
    seal, _, numbers = (kept(_name(key)) or "").partition("\n")
    if not numbers:
        return None
    try:
        status, *rest = map(int, numbers.split())
        report = from_numbers(rest, known())
    except (ValueError, IndexError, OverflowError, RuntimeError):  # it was damaged, as where the seal does not fit
        return None
    return (status, report) if seal == _seal(key, status, report) else None


def remember(key: str, status: int, report: str, known: Known) -> None:
    """Keep a report, if all its words are among those of ``known``. The oldest make room."""
    if len(report) <= _LONGEST and (numbers := to_numbers(report, known)):
        keep(_name(key), f"{_seal(key, status, report)}\n{' '.join(map(str, (status, *numbers)))}")
        keep_newest(_name("*"), _MOST)


def _name(key: str) -> str:
    return f"told-{key}"


def _seal(key: str, status: int, report: str) -> str:
    """A hash of what is to come back, so that whatever happens to the numbers, no other report ever does."""
    return blake2b(f"{key} {status} {report}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def to_numbers(report: str, known: Known) -> list[int]:
    """For each word the number of a text, the place there and the length; for any other character its code, as ``~code``.

    Places and lengths count bytes. There are none at all where a word stands in none of the texts.
    """
    places: dict[str, Sequence[int]] = {}
    pieces = _PIECE.findall(report)
    for piece in pieces:
        if piece not in places:
            places[piece] = _place(piece, known)
        if not places[piece]:
            return []
    return [number for piece in pieces for number in places[piece]]


def _place(piece: str, known: Known) -> Sequence[int]:
    """The numbers for one word or character; none for a word that stands nowhere."""
    if not (piece.isalnum() or piece[1:]):
        return [~ord(piece)]
    for before, stem, after in _forms(piece):
        for number, text in enumerate(known):
            if (at := text.find(sought := stem.encode("utf-8", "surrogatepass"))) >= 0:
                return *_codes(before), number, at, len(sought), *_codes(after)
    return _codes(piece) if piece.isdecimal() else ()


def _forms(word: str) -> Iterator[tuple[str, str, str]]:
    """What of a word may stand somewhere, between the letter before it and the one behind it: “P”, “eople”, nothing."""
    first, rest = word[0], word[1:]
    yield "", word, ""
    if first.isupper() and rest.islower():
        yield first, rest, ""
    if rest and word.endswith("s"):
        yield "", word[:-1], "s"


def _codes(text: str) -> Sequence[int]:
    return [~ord(char) for char in text]


def from_numbers(numbers: Iterable[int], known: Known) -> str:
    """The report of which ``to_numbers`` made these numbers."""
    return b"".join(_pieces(iter(numbers), known)).decode("utf-8", "surrogatepass")


def _pieces(numbers: Iterator[int], known: Known) -> Iterator[bytes]:
    for number in numbers:
        if number < 0:
            yield chr(~number).encode("utf-8", "surrogatepass")
        else:
            at = next(numbers)
            yield known[number][at : at + next(numbers)]
