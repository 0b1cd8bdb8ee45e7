"""Turn documents into figures of what was read: opened or not, words as pdftotext finds them, pieces that lead back.

The surprise: pdftotext is a reference, not the truth. A point of difference means nothing; a tenth does.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.extraction.contestants import words_of
from stigmalint import readers
from stigmalint.document import Document
from stigmalint.errors import Unreadable

_BROKEN = re.compile(r"(\w)[-\u2010\u00ad]\s*\n\s*(?=[a-z])")
_WORD = re.compile(r"\w+")
_ENOUGH = 100


class Fidelity(NamedTuple):
    """What was read of the files of one format."""

    files: int
    opened: int
    pieces: int
    back: int
    """Those of the pieces copied from the source that are, character for character, what stands there."""
    agreement: dict[str, float]
    """F1 of the words against pdftotext's, by path; only where both found a hundred words."""

    @property
    def median(self) -> float:
        """The median agreement."""
        return statistics.median(self.agreement.values()) if self.agreement else 1.0

    @property
    def low(self) -> float:
        """The share of documents under 0.9."""
        return sum(value < 0.9 for value in self.agreement.values()) / max(1, len(self.agreement))


def fidelity(paths: Sequence[Path]) -> Fidelity:
    """Read all files and look at what came out."""
    documents = {path: document for path in paths if (document := _opened(path))}
    pieces = [
        block.text[piece.span.start : piece.span.end]
        == document.streams[piece.stream].text[piece.source.start : piece.source.end]
        for document in documents.values()
        for block in document.blocks
        for piece in block.pieces
        if piece.verbatim
    ]
    agreement = {
        str(path): value
        for path, document in documents.items()
        if document.format == "pdf" and (value := _agreement(path, document)) is not None
    }
    return Fidelity(len(paths), len(documents), len(pieces), sum(pieces), agreement)


def _pieces(document: Document) -> Iterator[bool]:
    """Whether each copied piece is, character for character, what stands in its source."""
    for block in document.blocks:
        for piece in block.pieces:
            source = document.streams[piece.stream].text[piece.source.start : piece.source.end]
            if piece.verbatim:
                yield block.text[piece.span.start : piece.span.end] == source


def _opened(path: Path) -> Document | None:
    try:
        return readers.read(path.read_bytes(), path.name)
    except Unreadable:
        return None


def _agreement(path: Path, document: Document) -> float | None:
    """F1 over the words of both, as bags; a word broken at the end of a line counts as whole."""
    theirs = Counter(_WORD.findall(_BROKEN.sub(r"\1", words_of(path)).lower()))
    ours = Counter(_WORD.findall(" ".join(block.text for block in document.blocks).lower()))
    if min(theirs.total(), ours.total()) < _ENOUGH:
        return None
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())
