"""Turn a report into the sections of its page, one for each document that there is something to say of.

The surprise: where there is more than a page can show, every document gets its share; none is crowded out by those before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stigmalint.findings import Finding, Report, Source
from stigmalint.reporters.page.cards import Card, Numbering, sources_of
from stigmalint.reporters.page.numbers import Numbers, numbers_of
from stigmalint.reporters.page.passages import Fold, Passage, Room, passages, quoted
from stigmalint.reporters.saying import RULE_PARTS, count, totals

MOST_CARDS = 1_000
"""Findings shown on one page, with as many strengths: beyond that no browser scrolls well, and nobody reads on."""
MOST_FOLDED = 400_000
"""Characters of text without findings that are folded away rather than left out."""

ByPath = Mapping[str, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Section:
    """One document with something to say of."""

    number: int
    path: str
    numbers: Numbers
    totals: str
    cards: tuple[Card, ...]
    body: tuple[Passage | Fold, ...]
    is_whole: bool
    """Whether the body is the document's text, not only the sentences found."""
    left_out: int
    """Findings and strengths that are counted but not shown."""

    @property
    def rules(self) -> tuple[Card, ...]:
        """The rules that punish or moralise."""
        return tuple(card for card in self.cards if card.is_rule)

    @property
    def strengths(self) -> tuple[Card, ...]:
        """The rules that protect or help."""
        return tuple(card for card in self.cards if card.is_support)

    @property
    def summary(self) -> str:
        """What was found in how many words."""
        words = self.numbers.words
        return f"{self.totals}, in {count(words, 'word')}: {self.numbers.rate} per 1,000" if words else self.totals

    @property
    def rule_parts(self) -> tuple[str, ...]:
        """The columns of the table of rules: the parts that any of them states, and the exception in any case."""
        stated = {part.name for card in self.rules for part in card.parts}
        return tuple(name for name in RULE_PARTS if name in stated)


def sections_of(report: Report) -> tuple[Section, ...]:
    """The sections, by path."""
    documents = {document.name: document for document in report.documents}
    findings, strengths = by_path(report.findings), by_path(report.strengths)
    shown, helpful = _shared(findings, MOST_CARDS), _shared(strengths, MOST_CARDS)
    numbering, room = Numbering(), Room(MOST_FOLDED)
    made = []
    for number, path in enumerate(sorted(shown.keys() | helpful.keys()), start=1):
        found, helps, document = findings.get(path, ()), strengths.get(path, ()), documents.get(path)
        cards = tuple(numbering.cards(sorted([*shown.get(path, ()), *helpful.get(path, ())], key=_in_text)))
        made.append(
            Section(
                number,
                path,
                numbers_of(found, [document] if document else []),
                totals(found) if found else "nothing to change",
                cards,
                body=tuple(passages(document, cards, room) if document else quoted(cards)),
                is_whole=document is not None,
                left_out=len(found) + len(helps) - len(cards),
            )
        )
    return tuple(made)


def cited_in(sections: Iterable[Section]) -> tuple[Source, ...]:
    """The publications that the sections cite."""
    return sources_of(card for section in sections for card in section.cards)


def by_path(findings: Iterable[Finding]) -> ByPath:
    """The findings of each document."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.path, []).append(finding)
    return found


def _shared(found: ByPath, most: int) -> ByPath:
    """The first findings of each document, at most ``most`` together: as many of each as can be, and at least one."""
    share, left = most, most
    for at, number in enumerate(sorted(len(each) for each in found.values())):
        share = max(left // (len(found) - at), 1)
        left -= min(number, share)
    return {path: each[:share] for path, each in sorted(found.items())[:most]}


def _in_text(finding: Finding) -> tuple[int, int, int]:
    return finding.block, finding.span.start, finding.span.end
