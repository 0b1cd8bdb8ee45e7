"""Turn the remarks of a document into rules: what is passed over, in which stretch of the source.

The surprise: a rule keeps a stretch for each of its names, because what was disabled together may be enabled apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from stigmalint.directives.grammar import Directive, Misunderstood, Verb, parse
from stigmalint.directives.lines import Lines
from stigmalint.directives.names import EVERYTHING, Names
from stigmalint.document import Document, LineLocator, Place, Remark, Span
from stigmalint.findings import Edit, Finding, Ineffective

Reach = tuple[int, Span] | None
"""A stretch of a stream; ``None`` is the whole document."""

_ORDER = (Verb.IGNORE, Verb.NEXT_LINE, Verb.DISABLE, Verb.FILE)
MOST = 1000
"""More remarks than any document needs; each is held against each finding."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one directive passes over."""

    directive: Directive
    path: str
    place: Place
    said: str
    """Where it is said, for people."""
    reaches: dict[str, Reach]
    """How far it goes, for each of its names."""
    remark: Remark | None = None
    page: int | None = None
    """The only page it is for."""
    matched: str = ""
    """The only words, in small letters, it is for."""

    def name_for(self, finding: Finding, sources: Iterable[tuple[int, Span]]) -> str | None:
        """The name under which it passes over a finding, which stands at ``sources``; ``None`` if it does not."""
        if (self.page and self.page != finding.place.page) or (self.matched and self.matched != finding.matched.lower()):
            return None
        sorts = (finding.term, finding.pack, finding.kind, finding.severity, EVERYTHING)
        return next((name for name, reach in self.reaches.items() if name in sorts and _holds(reach, sources)), None)


def _holds(reach: Reach, sources: Iterable[tuple[int, Span]]) -> bool:
    return reach is None or any(stream == reach[0] and span.overlaps(reach[1]) for stream, span in sources)


def rules_in(document: Document, names: Names) -> tuple[list[Rule], list[Ineffective]]:
    """The rules of a document, the narrowest first, and the remarks that make none."""
    reading = _Reading(document, names)
    for number, remark in enumerate(document.remarks[: MOST + 1]):
        try:
            reading.add(remark, allowed=number < MOST)
        except Misunderstood as error:
            reading.wrong.append(ineffective(reading.rule(remark, Directive(Verb.IGNORE)), str(error)))
    return sorted(reading.rules, key=lambda rule: _ORDER.index(rule.directive.verb)), reading.wrong


def ineffective(rule: Rule, reason: str, *, unused: bool = False, removal: Edit | None = None) -> Ineffective:
    """The report on a rule that passes over nothing."""
    written = (
        re.sub(r"\A\W*stigmalint\s*:?\s*", "", rule.remark.text, flags=re.IGNORECASE) if rule.remark else str(rule.directive)
    )
    sentence = reason if reason.endswith(("?", ".")) else f"{reason}."
    return Ineffective(rule.path, rule.place, " ".join(written.split()), sentence, unused, removal)


class _Reading:
    """Goes through the remarks in order, knowing what is disabled."""

    def __init__(self, document: Document, names: Names) -> None:
        self.rules: list[Rule] = []
        self.wrong: list[Ineffective] = []
        self._document, self._names = document, names
        text = first_text(document)
        self._locator, self._lines = LineLocator(text), Lines(text)
        self._open: dict[str, list[Rule]] = {}
        """What is disabled so far, by name."""

    def add(self, remark: Remark, *, allowed: bool) -> None:
        """Take one remark. Raises ``Misunderstood``."""
        if not allowed:
            raise Misunderstood(
                f"a document may have {MOST} of them; this one and those below it are not read: write “ignore-file”"
            )
        directive = parse(remark.text, self._names.known)
        if directive.verb is Verb.ENABLE:
            self._enable(directive, remark)
        else:
            reach = self._reach(directive.verb, remark)
            rule = self.rule(remark, directive, dict.fromkeys(directive.names or (EVERYTHING,), reach))
            self.rules.append(rule)
            if directive.verb is Verb.DISABLE:
                for name in rule.reaches:
                    self._open.setdefault(name, []).append(rule)

    def rule(self, remark: Remark, directive: Directive, reaches: dict[str, Reach] | None = None) -> Rule:
        place = remark.attached or self._place(remark.span)
        said = place.part or f"line {place.line}"
        return Rule(directive, self._document.name, place, said, reaches or {}, remark)

    def _place(self, span: Span) -> Place:
        (line, column), (end_line, end_column) = self._locator.line_column(span.start), self._locator.line_column(span.end)
        return Place(line=line, column=column, end_line=end_line, end_column=end_column)

    def _reach(self, verb: Verb, remark: Remark) -> Reach:
        text = self._document.streams[remark.stream].text
        if verb is Verb.FILE:
            return None
        if verb is Verb.DISABLE:
            return remark.stream, Span(remark.span.start if remark.attached else remark.span.end, len(text))
        if verb is Verb.NEXT_LINE:
            if remark.attached:
                raise Misunderstood("a comment in Word has no next line; attach it to the words it is for and write “ignore”")
            return remark.stream, self._next_line(text, remark.span.end)
        return remark.stream, remark.span if remark.attached else self._lines.around(remark.span)

    def _next_line(self, text: str, at: int) -> Span:
        """The next line with something on it besides remarks."""
        below = self._lines.after(self._lines.around(Span(at, at)).end)
        return next((line for line in below if without_remarks(text, line, self._document.remarks).strip()), Span(at, at))

    def _enable(self, directive: Directive, remark: Remark) -> None:
        """End what is disabled, by its name or all of it. Raises ``Misunderstood`` where nothing is."""
        at = remark.span.end if remark.attached else remark.span.start
        missing = [name for name in directive.names if name not in self._open]
        if not (directive.names or self._open):
            raise Misunderstood("nothing is disabled above it; “enable” ends what “disable” began")
        for name in directive.names or tuple(self._open):
            for rule in self._open.pop(name, ()):
                _, begun = rule.reaches[name] or (0, remark.span)
                rule.reaches[name] = remark.stream, Span(min(begun.start, at), at)
        if missing:
            listed = ", ".join(f"“{name}”" for name in missing)
            raise Misunderstood(f"nothing disables {listed} above it; “enable” ends what “disable” began, name by name")


def first_text(document: Document) -> str:
    """The text in which remarks stand, where they stand in text at all."""
    return document.streams[0].text if document.streams else ""


def without_remarks(text: str, span: Span, remarks: Sequence[Remark]) -> str:
    """What stands in ``span`` besides remarks; of one that only touches it, the rest is left out too."""
    parts, at = [], span.start
    first = bisect_right(remarks, span.start, key=lambda remark: remark.span.end)
    for remark in remarks[first:]:
        if remark.span.start >= span.end:
            break
        parts.append(text[at : max(at, remark.span.start)])
        at = min(remark.span.end, span.end)
    return "".join((*parts, text[at : span.end]))


def removal(rule: Rule, text: str, lines: Lines, unused: Set[str]) -> Edit | None:
    """What takes the unused names of a rule out of the text: the whole remark when none is left."""
    remark = rule.remark
    if remark is None or remark.attached:
        return None
    kept = [name for name in rule.directive.names if name not in unused]
    if kept:
        start = text.index("[", remark.span.start) + 1
        return Edit(remark.stream, Span(start, text.index("]", start)), ", ".join(kept))
    return Edit(remark.stream, lines.with_room(remark.span), "")
