"""Turn findings into numbered cards, as they stand beside the text.

The surprise: numbers run through the whole page, so that two people on the telephone can say “number 17”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from stigmalint.findings import Finding, Kind, Source
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import RulePart, rule_parts


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its number on the page, and the number of the card that explains its wording in the same document."""

    number: str
    finding: Finding
    explained: str = ""

    @property
    def place(self) -> str:
        """Where the words stand, as one person tells another."""
        return in_words(self.finding.place)

    @property
    def is_support(self) -> bool:
        """Whether it is a rule that protects or helps: a strength of the document."""
        return self.finding.kind is Kind.SUPPORT

    @property
    def is_rule(self) -> bool:
        """Whether it is a rule that punishes or moralises."""
        return self.finding.kind is Kind.PROVISION

    @property
    def look(self) -> str:
        """The classes that it is painted and filtered by."""
        return "support" if self.is_support else f"{self.finding.severity} is-{'rule' if self.is_rule else 'wording'}"

    @property
    def parts(self) -> tuple[RulePart, ...]:
        """The parts of a rule."""
        return rule_parts(self.finding)

    @property
    def stated(self) -> dict[str, str]:
        """What a rule states, by the name of its part."""
        return {part.name: part.words for part in self.parts}


class Numbering:
    """Gives cards their numbers: 1, 2, 3 for findings, S1, S2 for strengths."""

    def __init__(self) -> None:
        self._findings, self._strengths = count(1), count(1)

    def cards(self, findings: Iterable[Finding]) -> Iterator[Card]:
        """The cards of one document, in the order of ``findings``."""
        explained: dict[str, str] = {}
        for finding in findings:
            number = f"S{next(self._strengths)}" if finding.kind is Kind.SUPPORT else str(next(self._findings))
            yield Card(number, finding, explained.get(finding.term, ""))
            explained.setdefault(finding.term, number)


def sources_of(cards: Iterable[Card]) -> tuple[Source, ...]:
    """Every publication that the cards cite, once, by publisher."""
    found = {source.id: source for card in cards for source in card.finding.sources}
    return tuple(sorted(found.values(), key=lambda source: (source.publisher.lower(), source.title.lower(), source.id)))
