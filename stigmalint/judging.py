"""Turn the sentences that can hold a match into what is to be reported of them: match, judge, keep the longest.

The surprise: overlaps are settled after judging, so that a long wording that passes does not hide a short one that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stigmalint.context.judge import Verdict, is_spoken_for, judge
from stigmalint.context.scene import Scene, Surroundings
from stigmalint.document import Block, Document, Span
from stigmalint.findings import Kind, Severity
from stigmalint.judged import Judged, Stretch
from stigmalint.matching.fold import fold
from stigmalint.matching.frames import rules
from stigmalint.matching.match import Match, PartHit
from stigmalint.matching.passage import Passage
from stigmalint.matching.phrases import PhraseFinder
from stigmalint.matching.prefilter import words_of
from stigmalint.packs.model import Role
from stigmalint.packs.vocabulary import Vocabulary

_SEVERITIES = list(Severity)


class Judge:
    """Finds and judges matches with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, *, full: bool = False) -> None:
        self._vocabulary, self._full = vocabulary, full
        self._finder = PhraseFinder(vocabulary, full=full)
        self._leads: dict[int, tuple[str, list[PartHit], list[PartHit]]] = {}

    def surroundings(self, document: Document) -> Surroundings:
        """What reasons need to know of the document as a whole."""
        return Surroundings(document, self._vocabulary, self._finder.find)

    def judged(self, around: Surroundings, number: int, sentence: Span, patterns: Sequence[int]) -> Iterator[Judged]:
        """What is to be reported of one sentence of a document's block, in the order of the text."""
        block = around.document.blocks[number]
        passage, scene = self._finder.passage(block, sentence), around.scene(block)
        parts = self._parts(passage, scene, patterns)
        matches = [*self._finder.matches(passage, patterns), *rules(passage, parts, self._vocabulary)]
        spoken_for = [match.span for match in matches if is_spoken_for(match, scene)]
        free = [match for match in matches if not any(span.covers(match.span) for span in spoken_for)]
        judged = [(match, verdict) for match in free if (verdict := judge(match, scene, parts)) and self._wanted(match, verdict)]
        for match, verdict in sorted(_longest(judged), key=lambda pair: pair[0].span):
            yield self._judged(match, verdict, scene, parts, number)

    def _wanted(self, match: Match, verdict: Verdict) -> bool:
        """Whether the house wants findings of this term at this severity; a strength has none."""
        term = self._vocabulary.terms[match.term].term
        severity = None if verdict.kind is Kind.SUPPORT else verdict.severity
        return self._vocabulary.style.wants(term.id, term.pack, term.kind, severity)

    def _parts(self, passage: Passage, scene: Scene, patterns: Sequence[int]) -> list[PartHit]:
        """All parts of rules in a sentence and what introduces it; none where no rule can stand."""
        here = [part for part in self._finder.parts(passage, patterns) if self._vocabulary.parts[part.part].anchored]
        if not here:
            return []
        above, beside = scene.once(self._parts_above)
        if not self._vocabulary.possible_rules({part.part for part in (*here, *above)}):
            return []
        return [*here, *above, *self._finder.parts_on_demand(passage), *beside]

    def _parts_above(self, scene: Scene) -> tuple[list[PartHit], list[PartHit]]:
        """The parts in what introduces a block: those that make a rule, and those that only go with one.

        A heading may carry the trigger and nothing else.
        """
        above: list[PartHit] = []
        beside: list[PartHit] = []
        for number, (block, is_heading) in enumerate(scene.leads):
            anchored, on_demand = self._parts_of_lead(number, block)
            above += [part for part in anchored if not is_heading or self._role(part) is Role.TRIGGER]
            if not is_heading:
                beside += on_demand
        return above, beside

    def _parts_of_lead(self, number: int, block: Block) -> tuple[list[PartHit], list[PartHit]]:
        """The parts in the lead of this number, looked for on their own or not; kept, for the next block mostly has the same."""
        kept = self._leads.get(number)
        if kept is None or kept[0] != block.text:
            lead = self._finder.passage(block, Span(0, len(block.text)))
            anchors = self._vocabulary.anchors
            patterns = anchors.every_pattern() if self._full else anchors.candidates(words_of(fold(block.text)))
            found = [part for part in self._finder.parts(lead, patterns) if self._vocabulary.parts[part.part].anchored]
            kept = self._leads[number] = (block.text, found, self._finder.parts_on_demand(lead))
        return kept[1:]

    def _judged(self, match: Match, verdict: Verdict, scene: Scene, parts: Sequence[PartHit], number: int) -> Judged:
        named = (*([verdict.law] if verdict.law else []), *match.parts)  # of two in one role, the first counts
        stretches = {self._role(part): _stretch(part, scene) for part in reversed(named)}
        supported = any(self._role(part) is Role.SUPPORT for part in parts)
        bare = Match(match.term, match.passage, match.hit)
        return Judged(number, bare, verdict.kind, verdict.severity, verdict.note, stretches, supported)

    def _role(self, part: PartHit) -> Role:
        return self._vocabulary.parts[part.part].part.role


def _stretch(part: PartHit, scene: Scene) -> Stretch:
    """Where the words of a part stand: in the block or, where they are not from there, in the text that introduces it."""
    block = part.passage.block
    text = 0 if block is scene.block else 1 + [lead.text for lead, _ in scene.leads].index(block.text)
    return Stretch(text, part.passage.span_of(part.hit.first, part.hit.last))


def _longest(judged: Iterable[tuple[Match, Verdict]]) -> list[tuple[Match, Verdict]]:
    """Of judged matches that overlap, the longest; of equally long ones the more severe, then the one listed first.

    Rules fill their whole clause, so of two rules in one clause the one listed first is kept: packs list the special before the
    general. A framing may hold a term (“the choice to become an addict”): matches of different kinds stand beside each other.
    """
    kept: list[tuple[Match, Verdict]] = []
    for match, verdict in sorted(judged, key=_rank):
        if not any(match.span.overlaps(other.span) and kept_verdict.kind is verdict.kind for other, kept_verdict in kept):
            kept.append((match, verdict))
    return kept


def _rank(judged: tuple[Match, Verdict]) -> tuple[int, int, int, int]:
    match, verdict = judged
    severity = 0 if match.parts else _SEVERITIES.index(verdict.severity)
    return (-len(match.span), severity, match.term, match.span.start)
