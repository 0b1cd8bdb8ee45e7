"""Turn findings into the numbers at the head of a page: how many, how severe, from which wordlist, in how many words.

The surprise: the rate counts everything found, advice too, for 1,000 words of the text that was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stigmalint.document import Document
from stigmalint.findings import Finding, Severity
from stigmalint.statistics import rate, words_in


@dataclass(frozen=True, slots=True)
class Numbers:
    """Findings counted; ``words`` is 0 where the text is not at hand."""

    words: int
    errors: int
    warnings: int
    advice: int

    @property
    def findings(self) -> int:
        """All of them."""
        return self.errors + self.warnings + self.advice

    @property
    def rate(self) -> str:
        """Findings in 1,000 words, “12.3”; empty where no words were counted."""
        number = rate(self.findings, self.words)
        return "" if number is None else f"{number:.1f}"


@dataclass(frozen=True, slots=True)
class Tally:
    """A number under a name, its share in per cent (``part``), and where in a bar it begins (``start``)."""

    name: str
    count: int
    part: float
    start: float = 0


def numbers_of(findings: Sequence[Finding], documents: Iterable[Document]) -> Numbers:
    """The numbers of some findings in some documents."""
    severities = Counter(finding.severity for finding in findings)
    return Numbers(
        sum(words_in(document) for document in documents),
        severities[Severity.ERROR],
        severities[Severity.WARNING],
        severities[Severity.ADVICE],
    )


def by_severity(findings: Sequence[Finding]) -> tuple[Tally, ...]:
    """Error, warning and advice, as parts of one bar."""
    found = Counter(finding.severity for finding in findings)
    tallies: list[Tally] = []
    for severity in Severity:
        start = sum(tally.part for tally in tallies)
        tallies.append(Tally(severity, found[severity], _part(found[severity], len(findings)), round(start, 2)))
    return tuple(tallies)


def by_pack(findings: Sequence[Finding]) -> tuple[Tally, ...]:
    """The wordlists that found something, the largest number first."""
    found = Counter(finding.pack for finding in findings)
    most = max(found.values(), default=0)
    return tuple(
        Tally(pack, number, _part(number, most)) for pack, number in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    )


def _part(number: int, whole: int) -> float:
    return round(100 * number / whole, 2) if whole else 0
