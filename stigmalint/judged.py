"""Turn a judged match into a finding, in the words of its document.

The surprise: a judged match holds places and no words of its own. So it can be kept for the next run, and a finding is made
of it without judging anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from stigmalint.context.scene import leads
from stigmalint.document import Block, Document, Span
from stigmalint.findings import Elements, Finding, Kind, Severity
from stigmalint.matching.match import Match
from stigmalint.packs.model import Role
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a block (``text`` is 0), or of the first, second … text that introduces it (1, 2 …)."""

    text: int
    span: Span

    def words_in(self, block: Block) -> str:
        """The words as they stand there."""
        text = leads(block)[self.text - 1][0] if self.text else block.text
        return text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Judged:
    """A match in block number ``block``, and what came of judging it.

    ``note`` may have a slot for the words of a law. ``parts`` are those of a rule, with the law that it is laid to; a match of
    anything else has none. ``supported`` says whether a supportive alternative stands beside it.
    """

    block: int
    match: Match
    kind: Kind
    severity: Severity
    note: str
    parts: Mapping[Role, Stretch]
    supported: bool


def finding_of(judged: Judged, document: Document, vocabulary: Vocabulary) -> Finding:
    """The finding, with all that a report says of it."""
    match, block = judged.match, document.blocks[judged.block]
    term, sentence = vocabulary.terms[match.term].term, match.passage.span
    offer = suggest(match, vocabulary)
    texts = {role.value: stretch.words_in(block) for role, stretch in judged.parts.items()}
    return Finding(
        path=document.name,
        term=term.id,
        pack=term.pack,
        kind=judged.kind,
        severity=judged.severity,
        matched=block.text[offer.span.start : offer.span.end],
        why=term.why,
        sources=tuple(vocabulary.sources[source] for source in term.sources),
        rewrite=term.rewrite,
        suggestions=offer.texts,
        sentence=match.passage.text,
        sentence_span=Span(offer.span.start - sentence.start, offer.span.end - sentence.start),
        place=document.place_of(block, offer.span),
        block=judged.block,
        span=offer.span,
        instead=term.instead,
        disputed=term.disputed,
        note=judged.note.format(**texts),
        elements=Elements(**{field.name: texts.get(field.name) for field in fields(Elements)}) if texts else None,
        principle=term.principle,
        supported=judged.supported,
    )
