"""Turn the sentences that can hold a match into findings: match, judge, keep the longest, suggest, record.

The surprise: overlaps are settled after judging, so that a long wording that passes does not hide a short one that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stigmalint.context.judge import Verdict, judge
from stigmalint.context.scene import Scene, Surroundings
from stigmalint.document import Block, Document, Span
from stigmalint.findings import Finding, Severity
from stigmalint.matching.match import Match
from stigmalint.matching.phrases import PhraseFinder
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.suggesting import suggest

_SEVERITIES = list(Severity)


class Judge:
    """Finds and judges matches with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._finder = PhraseFinder(vocabulary)

    def surroundings(self, document: Document) -> Surroundings:
        """What reasons need to know of the document as a whole."""
        return Surroundings(document, self._vocabulary, self._finder.find)

    def findings(self, around: Surroundings, block: Block, sentence: Span, patterns: Iterable[int]) -> Iterator[Finding]:
        """The findings in one sentence of a block, in the order of the text."""
        matches = self._finder.matches(self._finder.passage(block, sentence), patterns)
        if not matches:
            return
        scene = around.scene(block)
        judged = [(match, verdict) for match in matches if (verdict := judge(match, scene))]
        for match, verdict in sorted(_longest(judged, self._vocabulary), key=lambda pair: pair[0].span):
            yield self._finding(match, verdict, scene)

    def _finding(self, match: Match, verdict: Verdict, scene: Scene) -> Finding:
        term = self._vocabulary.terms[match.term].term
        document, block, sentence = scene.around.document, match.passage.block, match.passage.span
        offer = suggest(match, self._vocabulary)
        return Finding(
            path=document.name,
            term=term.id,
            pack=term.pack,
            kind=term.kind,
            severity=verdict.severity,
            matched=block.text[offer.span.start : offer.span.end],
            why=term.why,
            sources=tuple(self._vocabulary.sources[source] for source in term.sources),
            rewrite=term.rewrite,
            suggestions=offer.texts,
            sentence=match.passage.text,
            sentence_span=Span(offer.span.start - sentence.start, offer.span.end - sentence.start),
            place=document.place_of(block, offer.span),
            instead=term.instead,
            disputed=term.disputed,
            note=verdict.note,
        )


def _longest(judged: Iterable[tuple[Match, Verdict]], vocabulary: Vocabulary) -> list[tuple[Match, Verdict]]:
    """Of judged matches that overlap, the longest; of equally long ones the more severe, then the one listed first.

    A framing may hold a term (“the choice to become an addict”): matches of different kinds stand beside each other.
    """
    def rank(pair: tuple[Match, Verdict]) -> tuple[int, int, int, int]:
        match, verdict = pair
        return (-len(match.span), _SEVERITIES.index(verdict.severity), match.term, match.span.start)

    kept: list[tuple[Match, Verdict]] = []
    for match, verdict in sorted(judged, key=rank):
        kind = vocabulary.terms[match.term].term.kind
        if not any(match.span.overlaps(other.span) and vocabulary.terms[other.term].term.kind is kind for other, _ in kept):
            kept.append((match, verdict))
    return kept
