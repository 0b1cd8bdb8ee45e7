"""Turn a report into counts: how many findings each term, wordlist and file has, and how many in 1,000 words.

The surprise: words are counted only when someone asks, since the documents have to be kept until then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stigmalint.document import BlockKind, Document
from stigmalint.findings import Report


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are under a name."""

    name: str
    findings: int


@dataclass(frozen=True, slots=True)
class FileTally:
    """How many findings and words a file has."""

    path: str
    findings: int
    words: int

    @property
    def rate(self) -> float | None:
        """Findings in 1,000 words; ``None`` for a file without words."""
        return rate(self.findings, self.words)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything found, advice too, counted; most first, then by name."""

    terms: tuple[Tally, ...]
    packs: tuple[Tally, ...]
    files: tuple[FileTally, ...]

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(file.findings for file in self.files)

    @property
    def words(self) -> int:
        """All words."""
        return sum(file.words for file in self.files)

    @property
    def rate(self) -> float | None:
        """Findings in 1,000 words of all files together."""
        return rate(self.findings, self.words)


def rate(findings: int, words: int) -> float | None:
    """Findings in 1,000 words; ``None`` where there are no words."""
    return 1000 * findings / words if words else None


def words_in(document: Document) -> int:
    """The words of a document, code left out."""
    return sum(len(block.text.split()) for block in document.blocks if block.kind is not BlockKind.CODE)


def words_of(documents: Iterable[Document]) -> tuple[tuple[str, int], ...]:
    """The words of each document, by its name."""
    return tuple((document.name, words_in(document)) for document in documents)


def statistics_of(report: Report) -> Statistics:
    """The counts of a report whose words were counted."""
    found = Counter(finding.path for finding in report.findings)
    words = dict(report.words)
    files = [FileTally(path, found[path], words.get(path, 0)) for path in {*words, *found}]
    return Statistics(
        _tallies(finding.term for finding in report.findings),
        _tallies(finding.pack for finding in report.findings),
        tuple(sorted(files, key=lambda file: (-file.findings, file.path))),
    )


def _tallies(names: Iterable[str]) -> tuple[Tally, ...]:
    counted = Counter(names)
    return tuple(Tally(name, counted[name]) for name in sorted(counted, key=lambda name: (-counted[name], name)))
