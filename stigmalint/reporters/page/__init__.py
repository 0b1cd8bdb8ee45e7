"""Turn a report into all that the template of its page shows, in the order in which it is shown.

The surprise: a page has to open, so it has bounds. Whatever stays out because of them is said, with its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from stigmalint.document import Document
from stigmalint.findings import Finding, Ineffective, Report, Skipped, Source, Suppressed
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters.page.cards import Card, Numbering, sources_of
from stigmalint.reporters.page.numbers import Numbers, Tally, by_pack, by_severity, numbers_of
from stigmalint.reporters.page.passages import Fold, Passage, Room, passages, quoted
from stigmalint.reporters.saying import RULE_PARTS, count, passed_over, totals, verdict

MOST_CARDS = 1_000
"""Findings shown on one page, with as many strengths: beyond that no browser scrolls well, and nobody reads on."""
MOST_FOLDED = 400_000
"""Characters of text without findings that are folded away rather than left out."""
MOST_NAMED = 500
"""Files named in a list."""


@dataclass(frozen=True, slots=True)
class Section:
    """One document with something to say of."""

    number: int
    path: str
    numbers: Numbers
    rules: tuple[Card, ...]
    strengths: tuple[Card, ...]
    body: tuple[Passage | Fold, ...]
    is_whole: bool
    """Whether the body is the document's text, not only the sentences found."""
    totals: str

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


@dataclass(frozen=True, slots=True)
class Page:
    """A report, ready to be laid out."""

    title: str
    verdict: str
    numbers: Numbers
    severities: tuple[Tally, ...]
    packs: tuple[Tally, ...]
    profile: Profile
    sections: tuple[Section, ...]
    files: tuple[tuple[str, Numbers], ...]
    """Every document that was read, with its numbers."""
    unnamed: int
    """Documents beyond those."""
    skipped: tuple[Skipped, ...]
    more_skipped: int
    sources: tuple[Source, ...]
    left_out: int
    """Findings that are counted but not shown."""
    passed_over: tuple[str, ...]
    """What is neither counted nor shown, in sentences."""
    suppressed: tuple[Suppressed, ...]
    ineffective: tuple[Ineffective, ...]


def page_of(report: Report) -> Page:
    """All that the page shows."""
    documents = {document.name: document for document in report.documents}
    by_path = _by_path([*report.findings[:MOST_CARDS], *report.strengths[:MOST_CARDS]])
    found = _by_path(report.findings)
    room, numbering = Room(MOST_FOLDED), Numbering()
    sections = tuple(
        _section(number, list(numbering.cards(sorted(shown, key=_in_text))), found.get(path, ()), documents.get(path), room)
        for number, (path, shown) in enumerate(sorted(by_path.items()), start=1)
    )
    files = [(path, numbers_of(found.get(path, ()), [documents[path]])) for path in sorted(documents)]
    return Page(
        title=_title(report, sorted(documents.keys() | by_path.keys())),
        verdict=verdict(report),
        numbers=numbers_of(report.findings, report.documents),
        severities=by_severity(report.findings),
        packs=by_pack(report.findings),
        profile=profile_of(report),
        sections=sections,
        files=tuple(files[:MOST_NAMED]),
        unnamed=max(len(files) - MOST_NAMED, 0),
        skipped=report.skipped[:MOST_NAMED],
        more_skipped=max(len(report.skipped) - MOST_NAMED, 0),
        sources=sources_of(card for section in sections for card in _cards(section)),
        left_out=max(len(report.findings) - MOST_CARDS, 0),
        passed_over=tuple(passed_over(report)),
        suppressed=report.suppressed[:MOST_NAMED],
        ineffective=report.ineffective[:MOST_NAMED],
    )


def _section(number: int, cards: Sequence[Card], findings: Sequence[Finding], document: Document | None, room: Room) -> Section:
    return Section(
        number,
        cards[0].finding.path,
        numbers_of(findings, [document] if document else []),
        rules=tuple(card for card in cards if card.is_rule),
        strengths=tuple(card for card in cards if card.is_support),
        body=tuple(passages(document, cards, room) if document else quoted(cards)),
        is_whole=document is not None,
        totals=totals(findings) if findings else "nothing to change",
    )


def _cards(section: Section) -> Iterable[Card]:
    return (card for part in section.body if isinstance(part, Passage) for card in part.cards)


def _by_path(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.path, []).append(finding)
    return found


def _in_text(finding: Finding) -> tuple[int, int, int]:
    return finding.block, finding.span.start, finding.span.end


def _title(report: Report, paths: Sequence[str]) -> str:
    """The name of the only document, else how many there are."""
    named = {*paths, *(skipped.path for skipped in report.skipped)}
    if len(named) == 1:
        return PurePosixPath(named.pop()).name
    return count(report.checked, "document")
