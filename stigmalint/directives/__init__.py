"""Turn what an author asks to pass over, in a document or beside it, into findings kept and findings suppressed, with reasons.

``grammar`` reads a directive, ``rules`` says how far it goes, ``beside`` reads the file beside a document. The surprise:
nothing an author writes here is silently without effect. What passes over nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from stigmalint.directives.beside import rules_beside
from stigmalint.directives.lines import Lines
from stigmalint.directives.names import EVERYTHING, Names, names_of
from stigmalint.directives.rules import Rule, first_text, ineffective, removal, rules_in
from stigmalint.document import Block, BlockKind, Document, MarkKind
from stigmalint.findings import Finding, Ineffective, Suppressed
from stigmalint.packs.vocabulary import Vocabulary

_BY_STYLE = "the style stigmalint-ignore"


class Settled(NamedTuple):
    """The findings that stay, those passed over, and the directives that pass over nothing."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    ineffective: tuple[Ineffective, ...] = ()


def settled(
    document: Document,
    findings: Sequence[Finding],
    vocabulary: Vocabulary,
    beside: bytes | None = None,
    *,
    obeyed: bool = True,
    complete: bool = True,
) -> Settled:
    """What directives make of the findings in a document; ``beside`` is the file of directives beside it.

    Unless they are ``obeyed``, nothing is passed over but the words of the directives themselves. Unless the findings are
    ``complete``, no directive is called unused.
    """
    told = {remark.attached.part for remark in document.remarks if remark.attached}
    found = [each for each in findings if not _is_told(document.blocks[each.block], told)]
    marked = any(document.blocks[each.block].is_ignored for each in found)
    if not obeyed or not (document.remarks or marked or beside is not None):
        return Settled(tuple(found))
    names = names_of(vocabulary)
    rules, wrong = rules_in(document, names)
    if beside is not None:
        more, bad = rules_beside(beside, document.name, names)
        rules, wrong = rules + more, wrong + bad
    settling = _Settling(document, rules)
    for finding in found:
        settling.take(finding)
    idle = settling.unused(names) if complete else ()
    ordered = sorted((*wrong, *idle), key=lambda each: (each.path != document.name, each.place.line or 0, each.place.column or 0))
    return Settled(tuple(settling.kept), tuple(settling.suppressed), tuple(ordered))


def _is_told(block: Block, told: Set[str | None]) -> bool:
    """Whether a block holds the words of a directive: a comment in Word is read like any other."""
    return block.kind is BlockKind.COMMENT and block.place.part in told


class _Settling:
    """Holds each finding against the rules, the narrowest first, and notes which were of use."""

    def __init__(self, document: Document, rules: Sequence[Rule]) -> None:
        self.kept: list[Finding] = []
        self.suppressed: list[Suppressed] = []
        self._document, self._rules = document, rules
        self._used: list[set[str]] = [set() for _ in rules]

    def take(self, finding: Finding) -> None:
        block = self._document.blocks[finding.block]
        if any(mark.kind is MarkKind.IGNORED and mark.span.overlaps(finding.span) for mark in block.marks):
            self.suppressed.append(Suppressed(finding, "", _BY_STYLE))
            return
        sources = block.source_of(finding.span)
        for rule, used in zip(self._rules, self._used, strict=True):
            name = rule.name_for(finding, sources)
            if name is not None:
                used.add(name)
                self.suppressed.append(Suppressed(finding, rule.directive.reason, rule.said))
                return
        self.kept.append(finding)

    def unused(self, names: Names) -> Iterator[Ineffective]:
        """The rules with names for which nothing was passed over though something could have been."""
        text = first_text(self._document)
        lines = Lines(text)
        for rule, used in zip(self._rules, self._used, strict=True):
            idle = [name for name in rule.reaches if name not in used and name in names.in_play]
            if idle:
                whole = len(idle) == len(rule.reaches)
                edit = removal(rule, text, lines, set(idle))
                yield ineffective(rule, _why_unused(idle, whole=whole), unused=True, removal=edit)


def _why_unused(idle: Iterable[str], *, whole: bool) -> str:
    listed = ", ".join(f"“{name}”" for name in idle if name != EVERYTHING)
    return f"nothing {f'of {listed} ' if listed else ''}is found there, so {'this' if whole else 'that name'} can go"
